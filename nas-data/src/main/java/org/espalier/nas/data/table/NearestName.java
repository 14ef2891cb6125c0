package org.espalier.nas.data.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person may have meant by a name that does not exist. */
public final class NearestName {

  private NearestName() {}

  /**
   * The known name with the smallest edit distance (Levenshtein 1966; case does not count), if no
   * more than a third of the name differs, and at least two characters may.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    int tolerance = Math.max(2, name.length() / 3);
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= tolerance)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** {@code " Did you mean quality?"}, or nothing. */
  public static String hint(String name, Collection<String> known) {
    return of(name, known).map(nearest -> " Did you mean " + nearest + "?").orElse("");
  }

  private static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
