package org.espalier.nas.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The descriptor that the launcher set aside for progress, warnings and errors, as native libraries
 * write to standard error what they like.
 *
 * <p>It is not opened by its name in the file system: a file that standard output goes to as well
 * would be open twice then, and each would write over the other. The launcher opens {@code java.io}
 * for this; without that, standard error is as good.
 */
public final class ReservedErr {

  private ReservedErr() {}

  /** Returns the stream of the descriptor; empty if there is none, or it cannot be had. */
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
