package org.espalier.nas.engine.store;

import java.util.regex.Pattern;
import org.espalier.nas.api.InvalidSettingException;

/**
 * Address of a database server that keeps studies. It contains no credentials, so that it can be
 * printed and stored.
 *
 * @param text the address, such as {@code jdbc:postgresql://host:5432/database}
 */
public record StoreUrl(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");

  /** A user before the host, or a parameter that names a user, a password or a key's password. */
  private static final Pattern CREDENTIALS =
      Pattern.compile("//[^/]*@|(?i:[?&;](user|username|[a-z]*password|passwd|pwd)=)");

  /**
   * Checks the form.
   *
   * @throws InvalidSettingException if it contains credentials, which the message does not repeat,
   *     or is no address
   */
  public StoreUrl {
    if (CREDENTIALS.matcher(text).find()) {
      throw new InvalidSettingException(
          "url",
          "url must not contain a user or a password. Set PGUSER and PGPASSWORD in the environment,"
              + " or write ~/.pgpass.");
    }
    if (!FORM.matcher(text).matches()) {
      throw new InvalidSettingException(
          "url",
          "url (%s) must be an address such as jdbc:postgresql://host:5432/database."
              .formatted(text));
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
