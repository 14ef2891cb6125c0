package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** Finds what somebody probably meant by a misspelt name, for error messages. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Spelling {

  private Spelling() {}

  /**
   * The known name closest to what was typed.
   *
   * @param typed a name that is not known
   * @param known the names that are
   * @return empty if none is close enough to be meant
   */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    int most = Math.max(1, typed.length() / 3);
    return known.stream()
        .filter(name -> distance(typed, name) <= most)
        .min(
            Comparator.<String>comparingInt(name -> distance(typed, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * A sentence that suggests the nearest name.
   *
   * @param typed a name that is not known
   * @param known the names that are
   * @return {@code " Did you mean …?"} with the space before it; empty if no name is near
   */
  public static String suggestion(String typed, Collection<String> known) {
    return nearest(typed, known).map(name -> " Did you mean " + name + "?").orElse("");
  }

  /** The number of letters to insert, delete or replace (Levenshtein 1966), case aside. */
  private static int distance(String typed, String name) {
    String left = typed.toLowerCase(Locale.ROOT);
    String right = name.toLowerCase(Locale.ROOT);
    int[] cost = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      cost[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = cost[0];
      cost[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = cost[j];
        cost[j] = Math.min(replaced, 1 + Math.min(cost[j], cost[j - 1]));
      }
    }
    return cost[right.length()];
  }
}
