package org.espalier.nas.data.image;

/** The failure to use an image; the message is the reason as a clause. */
final class BrokenImageException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenImageException(String reason) {
    super(reason);
  }

  BrokenImageException(String reason, Exception cause) {
    super(reason, cause);
  }

  /** Returns the reason as a clause without a full stop. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
