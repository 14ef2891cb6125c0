package org.espalier.nas.api.page;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The public types of this module, found among its compiled classes. */
final class PublicTypes {
  static final String ROOT = "org.espalier.nas.api";

  private PublicTypes() {}

  /**
   * Returns all public types, including nested ones, by the last part of their package's name,
   * sorted.
   */
  static SortedMap<String, List<Class<?>>> byPackage() throws IOException {
    SortedMap<String, List<Class<?>>> types = new TreeMap<>();
    Path root = Path.of("target/classes");
    try (Stream<Path> files = Files.walk(root)) {
      files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("-info"))
          .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .map(PublicTypes::load)
          .filter(PublicTypes::isPublic)
          .sorted(Comparator.comparing(Class::getName))
          .forEach(
              type ->
                  types.computeIfAbsent(shortPackage(type), name -> new ArrayList<>()).add(type));
    }
    return types;
  }

  /**
   * Returns the last part of a package's name: {@code space} for {@code
   * org.espalier.nas.api.space}, {@code api} for the root.
   */
  static String shortPackage(Class<?> type) {
    String name = type.getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }
}
