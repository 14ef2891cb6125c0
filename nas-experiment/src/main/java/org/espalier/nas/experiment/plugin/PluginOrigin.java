package org.espalier.nas.experiment.plugin;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.storage.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The origin of components.
 *
 * @param plugin class name of the plugin
 * @param version implementation version of its jar, or {@code development}
 * @param location file name of the jar or folder that it was loaded from
 * @param builtIn true if the program itself contains it
 * @param jars jars that it was loaded from, including its libraries; empty if it was not loaded
 *     from jars
 */
public record PluginOrigin(
    String plugin, String version, String location, boolean builtIn, List<Path> jars) {
  private static final String DEVELOPMENT = "development";

  /** Copies the list. */
  public PluginOrigin {
    jars = List.copyOf(jars);
  }

  /** Returns the origin of a plugin on the class path of the program. */
  static PluginOrigin builtIn(NasPlugin plugin) {
    Path file = file(plugin.getClass());
    return new PluginOrigin(
        plugin.getClass().getName(),
        version(plugin.getClass()),
        file == null ? "unknown" : String.valueOf(file.getFileName()),
        true,
        file != null && Files.isRegularFile(file) ? List.of(file) : List.of());
  }

  /** Returns the origin of a plugin that was loaded from a plugin folder. */
  static PluginOrigin of(NasPlugin plugin, PluginSource source) {
    return new PluginOrigin(
        plugin.getClass().getName(),
        version(plugin.getClass()),
        source.name(),
        false,
        source.jars());
  }

  private static String version(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? DEVELOPMENT : version;
  }

  private static @Nullable Path file(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL url = source == null ? null : source.getLocation();
    try {
      return url == null ? null : Path.of(url.toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException notAFile) {
      return null;
    }
  }

  /** Returns the SHA-256 of each jar, by its file name. */
  public Map<String, String> hashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    jars.forEach(jar -> hashes.put(String.valueOf(jar.getFileName()), hash(jar)));
    return hashes;
  }

  static String hash(Path jar) {
    try {
      return Sha256.of(jar);
    } catch (IOException error) {
      throw new NasException(jar + " cannot be read: " + IoReason.of(error) + ".", error);
    }
  }

  /**
   * Returns true if it was loaded from the same jars; file names may be the same in two folders.
   */
  boolean isLoadedWith(PluginOrigin other) {
    return !builtIn && !other.builtIn && jars.equals(other.jars);
  }

  @Override
  public String toString() {
    return builtIn ? "Espalier itself" : location;
  }
}
