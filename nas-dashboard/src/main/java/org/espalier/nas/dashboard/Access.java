package org.espalier.nas.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The right to see the page. A request needs the token, and must be meant for this server: a page
 * of another site must not be able to read or change anything, not even with a host name that leads
 * here (DNS rebinding).
 */
final class Access {

  private static final int TOKEN_BYTES = 24;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern HOST = Pattern.compile("(\\[[^]]*]|[^:]*)(?::\\d{1,5})?");

  private final String token;

  private Access(String token) {
    this.token = token;
  }

  /** Returns an access with a token that nobody can guess. */
  static Access random() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Access(HexFormat.of().formatHex(bytes));
  }

  String token() {
    return token;
  }

  /** Returns true if a text is the token; takes the same time for all texts of its length. */
  boolean isToken(@Nullable String text) {
    return text != null
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns true if a request is meant for this server.
   *
   * @param host the header {@code Host}
   * @param origin the header {@code Origin}, which browsers send with requests of other pages
   */
  static boolean isForLoopback(@Nullable String host, @Nullable String origin) {
    return isLoopback(host)
        && (origin == null
            || (origin.startsWith("http://")
                && isLoopback(origin.substring("http://".length()))
                && origin.substring("http://".length()).equals(host)));
  }

  private static boolean isLoopback(@Nullable String host) {
    Matcher parts = HOST.matcher(host == null ? "" : host);
    return parts.matches() && LOOPBACK.contains(parts.group(1).toLowerCase(Locale.ROOT));
  }
}
