package org.espalier.nas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.experiment.file.ExecutorSettings;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.file.SparkExecutorSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag that names a Spark cluster. */
final class SparkOption {

  private static final String NAME = "--spark";

  /** Value of the flag for trials in threads of this process after all. */
  private static final String NONE = "none";

  @Option(
      names = NAME,
      paramLabel = "MASTER",
      description =
          "Spark cluster that does the work, such as spark://host:7077 or"
              + " local-cluster[2,1,2048]; none: threads of this process. Short for --set"
              + " executor.type=spark --set executor.master=MASTER.")
  private @Nullable String master;

  /** Returns the cluster's address; empty if the flag was not given. */
  Optional<String> master() {
    return Optional.ofNullable(master).filter(address -> !NONE.equals(address));
  }

  /** Finds out that a cluster's module is missing before data are read. */
  static void requireModule(Nas nas, ExecutorSettings wanted) {
    if (wanted instanceof SparkExecutorSettings) {
      nas.clusters().require(SparkExecutorSettings.TYPE);
    }
  }

  /** Returns the settings that the flag stands for. */
  List<SettingFlag> settings() {
    List<SettingFlag> settings = new ArrayList<>();
    if (master != null) {
      boolean none = NONE.equals(master);
      settings.add(
          new SettingFlag(NAME, "executor.type", none ? "threads" : SparkExecutorSettings.TYPE));
      if (!none) {
        settings.add(new SettingFlag(NAME, "executor.master", master));
      }
    }
    return settings;
  }
}
