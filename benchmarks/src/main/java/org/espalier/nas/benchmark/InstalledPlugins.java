package org.espalier.nas.benchmark;

import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.experiment.plugin.Catalogue;

/** The catalogue of Espalier's own plugins, for programs that wire experiments. */
public final class InstalledPlugins {
  private InstalledPlugins() {}

  /** Returns the catalogue of all plugins on the class path and of some more. */
  public static Catalogue with(NasPlugin... more) {
    Stream<NasPlugin> installed =
        ServiceLoader.load(NasPlugin.class).stream().map(ServiceLoader.Provider::get);
    return Catalogue.of(Stream.concat(installed, Stream.of(more)).toList());
  }
}
