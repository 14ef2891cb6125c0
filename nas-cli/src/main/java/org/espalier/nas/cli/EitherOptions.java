package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.experiment.file.EitherReader;
import org.espalier.nas.experiment.file.Located;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An experiment or comparison file, and the flags that override its settings. */
final class EitherOptions {

  @Parameters(paramLabel = "FILE", description = "The experiment or comparison file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path file;

  @Mixin private final SettingOptions settings = new SettingOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Short for --set seed=N, of an experiment.")
  private @Nullable String seed;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Short for --set seeds=N, of a comparison.")
  private @Nullable String seeds;

  /** Reads the file and applies the flags. */
  Located read(Catalogue catalogue) {
    List<SettingFlag> flags = new ArrayList<>(settings.flags("--seed", "seed", seed));
    if (seeds != null) {
      flags.add(new SettingFlag("--seeds " + seeds, "seeds", seeds));
    }
    return new EitherReader(catalogue).read(file, flags);
  }

  Path file() {
    return file;
  }
}
