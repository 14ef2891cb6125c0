package org.espalier.nas.experiment.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.IoReason;

/**
 * A plugin in a plugin folder: one jar, or a sub-folder with a jar and the libraries that it needs.
 *
 * @param path path of the jar or the sub-folder
 * @param jars jars, at least one, sorted by name
 */
record PluginSource(Path path, List<Path> jars) {

  PluginSource {
    jars = List.copyOf(jars);
  }

  /** Returns the name in messages: the file name. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /**
   * Returns everything in a folder that may be a plugin, sorted by name.
   *
   * @throws NasException if the folder cannot be read
   */
  static List<PluginSource> in(Path folder) {
    List<PluginSource> sources = new ArrayList<>();
    for (Path entry : list(folder)) {
      List<Path> jars = Files.isDirectory(entry) ? list(entry) : List.of(entry);
      jars = jars.stream().filter(PluginSource::isJar).toList();
      if (!jars.isEmpty()) {
        sources.add(new PluginSource(entry, jars));
      }
    }
    return sources;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !name(entry).startsWith("."))
          .sorted((left, right) -> name(left).compareTo(name(right)))
          .toList();
    } catch (IOException error) {
      throw new NasException(folder + " cannot be read: " + IoReason.of(error) + ".", error);
    }
  }

  private static boolean isJar(Path file) {
    return name(file).endsWith(".jar") && Files.isRegularFile(file);
  }

  private static String name(Path path) {
    return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
  }
}
