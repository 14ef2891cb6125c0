package org.espalier.nas.engine.store;

import java.nio.file.Path;
import org.espalier.nas.api.NasException;

/** A study's file cannot be read or written; the message names the file and the way out. */
public final class StoreException extends NasException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the file. */
  public enum Kind {
    /** There is no study at this place. */
    MISSING,
    /** There is a study at this place already. */
    EXISTS,
    /** Another process runs the study. */
    IN_USE,
    /** The disk is full. */
    FULL,
    /** The file or its folder must not be written. */
    READ_ONLY,
    /** The file is not a study's, or it is damaged. */
    CORRUPT,
    /** A newer version of Espalier wrote the file. */
    NEWER,
    /** Anything else. */
    OTHER
  }

  private final Kind kind;
  private final String file;

  StoreException(Kind kind, Path file, String message) {
    super(message);
    this.kind = kind;
    this.file = file.toString();
  }

  StoreException(Kind kind, Path file, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.file = file.toString();
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /** The file it is about. */
  public Path file() {
    return Path.of(file);
  }
}
