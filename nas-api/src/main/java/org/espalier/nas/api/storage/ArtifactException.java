package org.espalier.nas.api.storage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Locale;
import org.apiguardian.api.API;
import org.espalier.nas.api.NasException;

/** A failure to reach, read or change the content of an {@link ArtifactStore}. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class ArtifactException extends NasException {
  private static final long serialVersionUID = 1L;

  /** Intended use of a content. */
  @API(status = EXPERIMENTAL, since = "0.1")
  public enum Action {
    /** To be written. */
    WRITTEN,
    /** To be read. */
    READ,
    /** To be deleted. */
    DELETED,
    /** To be listed. */
    LISTED
  }

  /** The key, or the beginning of keys. */
  private final String key;

  /** The path or address that stands for the key. */
  private final String location;

  /** The cause, without a full stop. */
  private final String reason;

  /**
   * Creates an error.
   *
   * @param key the key, or the beginning of keys
   * @param location the result of {@link ArtifactStore#location}
   * @param action the attempt that failed
   * @param reason the cause and, if there is one, the remedy, without the last full stop
   */
  public ArtifactException(
      String key, String location, Action action, String reason, Throwable cause) {
    super(
        "%s cannot be %s: %s.".formatted(location, action.name().toLowerCase(Locale.ROOT), reason),
        cause);
    this.key = key;
    this.location = location;
    this.reason = reason;
  }

  /** Returns the key, or the beginning of keys. */
  public String key() {
    return key;
  }

  /** Returns the path or address that stands for the key. */
  public String location() {
    return location;
  }

  /** Returns the cause, without a full stop. */
  public String reason() {
    return reason;
  }
}
