package org.espalier.nas.experiment.plugin;

import java.util.List;

/**
 * What plugins see of the program: the interfaces between them and nothing else, so that a plugin
 * can carry its own version of any library.
 */
final class ApiClassLoader extends ClassLoader {
  private static final List<String> SHOWN =
      List.of("org.espalier.nas.api.", "jakarta.inject.", "org.jspecify.", "org.apiguardian.");

  private final ClassLoader program;

  /**
   * Creates the parent of all plugins' class loaders.
   *
   * @param program knows the classes of the program
   */
  ApiClassLoader(ClassLoader program) {
    super("espalier-api", getPlatformClassLoader());
    this.program = program;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (SHOWN.stream().noneMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    return program.loadClass(name);
  }

  /** Whether the program has a class that plugins do not see. */
  boolean hides(String name) {
    try {
      Class.forName(name, false, program);
      return SHOWN.stream().noneMatch(name::startsWith);
    } catch (ClassNotFoundException | LinkageError unknown) {
      return false;
    }
  }
}
