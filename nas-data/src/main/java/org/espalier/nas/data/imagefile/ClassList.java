package org.espalier.nas.data.imagefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.storage.IoReason;
import org.jspecify.annotations.Nullable;

/** Names of classes in the order of their numbers. */
final class ClassList {

  private ClassList() {}

  /** Returns a copy of the setting {@code classNames}, in which no name may occur twice. */
  static List<String> checked(List<String> classNames) {
    Set<String> seen = new HashSet<>();
    for (String name : classNames) {
      if (name.isBlank() || !seen.add(name)) {
        throw new InvalidSettingException(
            "classNames",
            "classNames %s must be different names, but \"%s\" is %s."
                .formatted(classNames, name, name.isBlank() ? "empty" : "repeated"));
      }
    }
    if (classNames.size() == 1) {
      throw new InvalidSettingException(
          "classNames", "classNames %s must be at least two.".formatted(classNames));
    }
    return List.copyOf(classNames);
  }

  /**
   * Returns names from the settings, or else from a file, or else numbers.
   *
   * @param file a text file with a name in each line, or null
   * @param classes the number of numbered classes
   * @throws InvalidDataException if the file cannot be used
   */
  static List<String> of(List<String> classNames, @Nullable Path file, int classes) {
    if (!classNames.isEmpty()) {
      return classNames;
    }
    return file == null ? numbers(classes) : read(file);
  }

  private static List<String> numbers(int classes) {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }

  private static List<String> read(Path file) {
    try (var lines = Files.lines(file)) {
      List<String> names = lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
      if (names.size() < 2 || Set.copyOf(names).size() < names.size()) {
        throw new InvalidDataException(
            "%s must have a different class name in each line, and at least two.".formatted(file));
      }
      return names;
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidDataException("%s cannot be read: %s.".formatted(file, IoReason.of(e)), e);
    }
  }
}
