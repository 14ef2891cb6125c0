package org.espalier.nas.experiment.plugin;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.engine.store.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Where components come from.
 *
 * @param plugin the class name of the plugin
 * @param version the implementation version of its jar, or {@code development}
 * @param location the file name of the jar or folder that it was loaded from
 * @param file that jar or folder, or null if it is not a file
 */
public record PluginOrigin(String plugin, String version, String location, @Nullable Path file) {

  static PluginOrigin of(NasPlugin plugin) {
    Class<?> type = plugin.getClass();
    String version = type.getPackage().getImplementationVersion();
    Path file = file(type);
    return new PluginOrigin(
        type.getName(),
        version == null ? "development" : version,
        file == null ? "unknown" : String.valueOf(file.getFileName()),
        file);
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

  /** The SHA-256 of the jar; empty if the plugin was loaded from a folder, or not from a file. */
  public Optional<String> hash() {
    if (file == null || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Sha256.of(Files.readAllBytes(file)));
    } catch (IOException error) {
      throw new NasException(file + " cannot be read: " + error.getMessage(), error);
    }
  }

  @Override
  public String toString() {
    return plugin + " (" + version + ", " + location + ")";
  }
}
