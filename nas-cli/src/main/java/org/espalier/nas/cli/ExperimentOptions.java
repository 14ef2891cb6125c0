package org.espalier.nas.cli;

import java.nio.file.Path;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An experiment file, and the flags that override its settings. */
final class ExperimentOptions {

  @Parameters(paramLabel = "FILE", description = "The experiment file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path file;

  @Mixin private final SettingOptions settings = new SettingOptions();

  @Option(names = "--seed", paramLabel = "N", description = "Short for --set seed=N.")
  private @Nullable String seed;

  /** Reads the file and applies the flags. */
  LocatedExperiment read(Catalogue catalogue) {
    return new ExperimentReader(catalogue).read(file, settings.flags("--seed", "seed", seed));
  }

  Path file() {
    return file;
  }
}
