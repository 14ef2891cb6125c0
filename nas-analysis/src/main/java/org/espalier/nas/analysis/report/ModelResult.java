package org.espalier.nas.analysis.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.TrainedModel;
import org.espalier.nas.api.network.NetworkSpec;

/**
 * The content of the page of a final training.
 *
 * @param experiment the name of the experiment
 * @param run the name of the run among those of the experiment
 * @param trial the number of the trial whose architecture was trained
 * @param model the trained model
 * @param network its network; empty if the architecture is none
 * @param task the task of the data; empty if the run has no data
 * @param images the images of the test part; empty for other data
 */
public record ModelResult(
    String experiment,
    String run,
    int trial,
    TrainedModel model,
    Optional<NetworkSpec> network,
    Optional<Task> task,
    Optional<Pixels> images) {

  /** Checks that all components are present. */
  public ModelResult {
    Objects.requireNonNull(experiment);
    Objects.requireNonNull(run);
    Objects.requireNonNull(model);
    Objects.requireNonNull(network);
    Objects.requireNonNull(task);
    Objects.requireNonNull(images);
  }

  /** Returns the name of a class; its index if it has none. */
  String className(int index) {
    if (task.orElse(null) instanceof Task.Classification classification) {
      List<String> names = classification.classes();
      return index < names.size() ? names.get(index) : Integer.toString(index);
    }
    return Integer.toString(index);
  }
}
