package org.espalier.nas.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;
import org.espalier.nas.experiment.file.ConfigRecordCheck;
import org.espalier.nas.experiment.plugin.Catalogue;

/**
 * The plugins that a program uses.
 *
 * @param folders folders with jars of plugins; plugins on the class path are always used
 */
record Plugins(List<Path> folders) {

  Plugins {
    folders = List.copyOf(folders);
  }

  static Plugins onClassPath() {
    return new Plugins(List.of());
  }

  /**
   * Loads the components of all plugins.
   *
   * @throws NasException if a plugin is refused; the message gives the reasons
   */
  Catalogue load() {
    Catalogue catalogue =
        Catalogue.load(Espalier.class.getClassLoader(), folders, new ConfigRecordCheck());
    if (!catalogue.refused().isEmpty()) {
      throw new NasException(
          catalogue.refused().stream().map(String::valueOf).collect(Collectors.joining("\n")));
    }
    return catalogue;
  }
}
