package org.espalier.nas.experiment.plugin;

import java.util.List;
import java.util.stream.Stream;

/**
 * A loader of the program's classes that plugins see: only the interfaces between them, so that a
 * plugin can contain its own version of any library.
 */
final class ApiClassLoader extends ClassLoader {
  private static final List<String> SHOWN =
      List.of(
          "org.espalier.nas.api.",
          "org.espalier.nas.data.prepare.",
          "jakarta.inject.",
          "org.jspecify.",
          "org.apiguardian.");

  /**
   * Packages for plugins that ask for them: TensorFlow, and the interface to Espalier's backend.
   */
  private static final List<String> TENSORFLOW =
      List.of("org.tensorflow.", "org.bytedeco.javacpp.", "org.espalier.nas.tf.layer.");

  private final ClassLoader program;
  private final List<String> shown;

  /**
   * Creates the parent of the class loaders of most plugins.
   *
   * @param program loader of the program's classes
   */
  ApiClassLoader(ClassLoader program) {
    this("espalier-api", program, SHOWN);
  }

  private ApiClassLoader(String name, ClassLoader program, List<String> shown) {
    super(name, getPlatformClassLoader());
    this.program = program;
    this.shown = shown;
  }

  /** Returns the parent of the class loaders of plugins that ask for TensorFlow. */
  ApiClassLoader withTensorFlow() {
    List<String> more = Stream.concat(SHOWN.stream(), TENSORFLOW.stream()).toList();
    return new ApiClassLoader("espalier-tensorflow", program, more);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (shown.stream().noneMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    return program.loadClass(name);
  }

  /** Returns true if the program has the class and plugins that ask for TensorFlow see it. */
  boolean showsOnRequest(String name) {
    return hides(name) && TENSORFLOW.stream().anyMatch(name::startsWith);
  }

  /** Returns true if the program has the class and plugins do not see it. */
  boolean hides(String name) {
    try {
      Class.forName(name, false, program);
      return shown.stream().noneMatch(name::startsWith);
    } catch (ClassNotFoundException | LinkageError unknown) {
      return false;
    }
  }
}
