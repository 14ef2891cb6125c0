package org.espalier.nas.experiment.text;

import java.util.Locale;

/** Numbers of things in words. */
public final class Counts {

  private Counts() {}

  /**
   * Returns a number with separated thousands and a noun, in the plural unless the number is one.
   *
   * @param noun the noun in the singular, such as {@code trial}, {@code search} or {@code property}
   */
  public static String of(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural(noun));
  }

  /** Returns a regular noun in the plural. */
  private static String plural(String noun) {
    if (noun.matches(".*(ch|sh|s|x)")) {
      return noun + "es";
    }
    return noun.matches(".*[^aeiou]y") ? noun.replaceFirst("y$", "ies") : noun + "s";
  }
}
