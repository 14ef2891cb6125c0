package org.espalier.nas.experiment.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.experiment.file.ConfigRecordCheck;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginOrigin;

/** The plugins from folders, as files that are sent to other processes. */
public final class ShippedPlugins {

  /** Folder of plugins below that of the process. */
  private static final String FOLDER = "plugins/";

  private ShippedPlugins() {}

  /**
   * Returns the contents of the plugins' jars by paths below the folder of a process.
   *
   * @throws NasException if one cannot be read
   */
  public static Map<String, byte[]> of(Catalogue catalogue) {
    Map<String, byte[]> files = new HashMap<>();
    for (PluginOrigin origin : catalogue.origins()) {
      for (Path jar : origin.builtIn() ? List.<Path>of() : origin.jars()) {
        files.put(path(origin, jar), read(jar));
      }
    }
    return files;
  }

  private static String path(PluginOrigin origin, Path jar) {
    String name = String.valueOf(jar.getFileName());
    return FOLDER + (origin.location().equals(name) ? name : origin.location() + "/" + name);
  }

  private static byte[] read(Path jar) {
    try {
      return Files.readAllBytes(jar);
    } catch (IOException e) {
      throw new NasException("The plugin " + jar + " cannot be read: " + IoReason.of(e) + ".", e);
    }
  }

  /**
   * Returns the components of this program and of the plugins in the folder of this process.
   *
   * @throws NasException if a plugin is refused
   */
  public static Catalogue load(Path folder) {
    Path plugins = folder.resolve(FOLDER);
    Catalogue catalogue =
        Catalogue.load(
            ShippedPlugins.class.getClassLoader(),
            Files.isDirectory(plugins) ? List.of(plugins) : List.of(),
            new ConfigRecordCheck());
    if (!catalogue.refused().isEmpty()) {
      throw new NasException(
          catalogue.refused().stream().map(String::valueOf).collect(Collectors.joining("\n")));
    }
    return catalogue;
  }
}
