package org.espalier.nas.dashboard.access;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.storage.Sha256;
import org.jspecify.annotations.Nullable;

/** The password of a page; only its hash is kept. */
public final class Password {

  private static final int LEAST = 8;
  private static final int MOST = 200;

  private final byte[] hash;

  private Password(byte[] hash) {
    this.hash = hash;
  }

  /**
   * Creates a password.
   *
   * @throws InvalidSettingException if it is too short or too long
   */
  public static Password of(String text) {
    if (text.length() < LEAST || text.length() > MOST) {
      throw new InvalidSettingException(
          "password",
          "The password (%d characters) must have between %d and %d."
              .formatted(text.length(), LEAST, MOST));
    }
    return new Password(hash(text));
  }

  /** Returns true if a text is the password; takes the same time for all texts of its length. */
  boolean is(@Nullable String given) {
    return given != null && MessageDigest.isEqual(hash(given), hash);
  }

  @Override
  public String toString() {
    return "a password";
  }

  private static byte[] hash(String text) {
    return HexFormat.of().parseHex(Sha256.of(text));
  }
}
