package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SettingFlag;
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
    return new ExperimentReader(catalogue).read(file, flags());
  }

  /** Reads the file and applies the flags and the address of a cluster. */
  LocatedExperiment read(Nas nas, SparkOption spark) {
    List<SettingFlag> all = new ArrayList<>(flags());
    all.addAll(spark.settings());
    return new ExperimentReader(nas.catalogue()).read(file, all);
  }

  /** Reads the file and applies the flags and the addresses of its stores and its cluster. */
  LocatedExperiment read(Nas nas, StoreOption store, ArtifactsOption artifacts, SparkOption spark) {
    List<SettingFlag> all = new ArrayList<>();
    StoreOption.variable(nas).ifPresent(url -> all.add(setting(StoreOption.VARIABLE, url)));
    artifacts.variable(nas).ifPresent(all::add);
    all.addAll(flags());
    artifacts.flag(nas).ifPresent(all::add);
    store.flag(nas).ifPresent(url -> all.add(setting("--store", url)));
    all.addAll(spark.settings());
    return new ExperimentReader(nas.catalogue()).read(file, all);
  }

  private List<SettingFlag> flags() {
    return settings.flags("--seed", "seed", seed);
  }

  private static SettingFlag setting(String origin, StoreUrl url) {
    return new SettingFlag(origin, "store.url", url.text());
  }

  Path file() {
    return file;
  }
}
