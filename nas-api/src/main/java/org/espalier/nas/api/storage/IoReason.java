package org.espalier.nas.api.storage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reasons of failures to read and write files, in words that need no knowledge of Java. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class IoReason {
  private static final String UNKNOWN = "the operating system gives no reason";

  /** Messages of operating systems in lower case, and the words for them. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "no space left on device", "the disk is full",
          "disk quota exceeded", "the disk quota is exceeded",
          "read-only file system", "the file system is read-only",
          "permission denied", "permission denied",
          "is a directory", "it is a folder",
          "not a directory", "a part of the path is a file, not a folder",
          "no such file or directory", "there is no such file");

  private IoReason() {}

  /** Returns the reason as a clause without a full stop, such as {@code permission denied}. */
  public static String of(IOException error) {
    if (error instanceof NoSuchFileException) {
      return "there is no such file";
    } else if (error instanceof AccessDeniedException) {
      return "permission denied";
    } else if (error instanceof FileAlreadyExistsException exists) {
      return "the file " + exists.getFile() + " is in the way";
    } else if (error instanceof NotDirectoryException) {
      return "it is not a folder";
    } else if (error instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    } else if (error instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    } else if (error instanceof FileSystemException other) {
      return words(other.getReason());
    } else if (error instanceof FileNotFoundException old) {
      // Its message is the path and, in parentheses, the reason.
      return words(String.valueOf(old.getMessage()).replaceFirst("^.*\\(([^()]*)\\)$", "$1"));
    }
    return words(error.getMessage());
  }

  /** Returns the reason as a clause without a full stop. */
  public static String of(UncheckedIOException error) {
    IOException cause = error.getCause();
    return cause == null ? words(error.getMessage()) : of(cause);
  }

  /** Returns the reason of either kind of error as a clause without a full stop. */
  public static String of(Exception error) {
    if (error instanceof IOException checked) {
      return of(checked);
    }
    return error instanceof UncheckedIOException unchecked
        ? of(unchecked)
        : words(error.getMessage());
  }

  private static String words(@Nullable String message) {
    if (message == null || message.isBlank()) {
      return UNKNOWN;
    }
    String known = KNOWN.get(message.toLowerCase(Locale.ROOT));
    return known != null ? known : message.replaceFirst("\\.$", "");
  }
}
