package org.espalier.nas.engine.store;

import org.espalier.nas.api.NasException;

/** Error of a store of studies. The message names the study's place and the way out. */
public final class StoreException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Kind of an error. */
  public enum Kind {
    /** The study does not exist. */
    MISSING,
    /** The study exists already. */
    EXISTS,
    /** The study is running, in this process or another one. */
    IN_USE,
    /** The disk is full. */
    FULL,
    /** The file or its folder must not be written to. */
    READ_ONLY,
    /** The file is damaged or not a study's. */
    CORRUPT,
    /**
     * An older version of Espalier wrote the file, which is brought up to date when it is resumed.
     */
    OLDER,
    /** A newer version of Espalier wrote the file. */
    NEWER,
    /** Another process has taken the study over. */
    LOST,
    /** Any other error. */
    OTHER
  }

  private final Kind kind;
  private final String place;

  /**
   * Creates an error without a cause.
   *
   * @param place the study's file, folder or key
   */
  public StoreException(Kind kind, String place, String message) {
    super(message);
    this.kind = kind;
    this.place = place;
  }

  /**
   * Creates an error.
   *
   * @param place the study's file, folder or key
   */
  public StoreException(Kind kind, String place, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.place = place;
  }

  /** The kind of the error. */
  public Kind kind() {
    return kind;
  }

  /** The study's file, folder or key. */
  public String place() {
    return place;
  }
}
