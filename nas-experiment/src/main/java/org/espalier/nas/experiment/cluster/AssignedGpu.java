package org.espalier.nas.experiment.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;

/** The GPU that a cluster has given to a process. */
public final class AssignedGpu {
  private static final String GPU = "gpu:";

  private AssignedGpu() {}

  /**
   * Returns an experiment whose evaluator uses the GPU of this process if it uses one.
   *
   * @param gpus the numbers of the GPUs of this process; empty if it has none of its own
   */
  public static LocatedExperiment of(
      LocatedExperiment located, Catalogue catalogue, List<String> gpus) {
    ExperimentWriter writer = new ExperimentWriter();
    Object device = writer.tree(located.experiment().evaluator().config()).get("device");
    return gpus.isEmpty() || device == null || !device.toString().startsWith(GPU)
        ? located
        : new ExperimentReader(catalogue)
            .readStored(
                Path.of("experiment.yaml"),
                writer.yaml(located.experiment()),
                Optional.empty(),
                List.of(SettingFlag.of("evaluator.device", GPU + gpus.get(0))));
  }
}
