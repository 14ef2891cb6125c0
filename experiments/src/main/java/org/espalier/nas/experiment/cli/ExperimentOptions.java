package org.espalier.nas.experiment.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The experiment file and the flags that win over its settings. */
final class ExperimentOptions {

  @Parameters(paramLabel = "FILE", description = "The experiment file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a setting: --set controller.batch=20. May be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Short for --set seed=N.")
  private @Nullable String seed;

  @Option(names = "--workers", paramLabel = "N", description = "Short for --set workers=N.")
  private @Nullable String workers;

  @Option(names = "--out", paramLabel = "DIR", description = "Short for --set output.folder=DIR.")
  private @Nullable String out;

  /** Reads the file and lays the flags over it. */
  LocatedExperiment read(Catalogue catalogue) {
    List<SettingFlag> flags = new ArrayList<>(set.stream().map(SettingFlag::parse).toList());
    add(flags, "--seed", "seed", seed);
    add(flags, "--workers", "workers", workers);
    add(flags, "--out", "output.folder", out);
    return new ExperimentReader(catalogue).read(file, flags);
  }

  Path file() {
    return file;
  }

  private static void add(
      List<SettingFlag> flags, String option, String key, @Nullable String value) {
    if (value != null) {
      flags.add(new SettingFlag(option + " " + value, key, value));
    }
  }
}
