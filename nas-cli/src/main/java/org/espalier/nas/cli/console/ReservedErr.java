package org.espalier.nas.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The descriptor that the launcher set aside for progress, warnings and errors, because native
 * libraries write to standard error.
 *
 * <p>It is not opened by its name in the file system: if standard output went to the same file, the
 * file would be open twice, and each stream would overwrite the other. The launcher opens {@code
 * java.io} for this; otherwise standard error is used.
 */
public final class ReservedErr {

  private ReservedErr() {}

  /** Returns the stream of the descriptor; empty if there is none, or it is not accessible. */
  public static Optional<PrintWriter> current() {
    return Optional.ofNullable(System.getProperty(Terminals.ERR)).flatMap(ReservedErr::of);
  }

  private static Optional<PrintWriter> of(String descriptor) {
    try {
      Constructor<FileDescriptor> constructor =
          FileDescriptor.class.getDeclaredConstructor(int.class);
      constructor.setAccessible(true);
      FileDescriptor reserved = constructor.newInstance(Integer.parseInt(descriptor));
      return Optional.of(
          new PrintWriter(new FileOutputStream(reserved), true, StandardCharsets.UTF_8));
    } catch (ReflectiveOperationException
        | InaccessibleObjectException
        | NumberFormatException unavailable) {
      return Optional.empty();
    }
  }
}
