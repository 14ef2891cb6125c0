package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Locale;
import org.apiguardian.api.API;

/** Numbers of things in words, for messages. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Counts {

  private Counts() {}

  /**
   * Returns a number with separated thousands and a noun, in the plural unless the number is one:
   * {@code 1 trial}, {@code 1,024 searches}.
   *
   * @param noun a regular noun in the singular, of which the last word gets the plural
   */
  public static String of(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural(noun));
  }

  private static String plural(String noun) {
    if (noun.matches(".*([^o]ch|sh|s|x)")) {
      return noun + "es";
    }
    return noun.matches(".*[^aeiou]y") ? noun.replaceFirst("y$", "ies") : noun + "s";
  }
}
