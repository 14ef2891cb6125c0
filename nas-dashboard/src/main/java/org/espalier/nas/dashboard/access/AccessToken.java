package org.espalier.nas.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The random text that requests must have. */
final class AccessToken {

  private static final int BYTES = 24;

  private final String text;

  private AccessToken(String text) {
    this.text = text;
  }

  /** Returns a token that nobody can guess. */
  static AccessToken random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new AccessToken(HexFormat.of().formatHex(bytes));
  }

  String text() {
    return text;
  }

  /** Returns true if a text is the token; takes the same time for all texts of its length. */
  boolean is(@Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
  }
}
