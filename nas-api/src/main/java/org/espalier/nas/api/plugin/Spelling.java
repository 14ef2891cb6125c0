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

  /**
   * The number of letters to insert, delete or replace, or of neighbours to swap, case aside
   * (optimal string alignment).
   */
  private static int distance(String typed, String name) {
    String left = typed.toLowerCase(Locale.ROOT);
    String right = name.toLowerCase(Locale.ROOT);
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, right, i, j);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int cheapest(int[][] cost, String left, String right, int i, int j) {
    boolean same = left.charAt(i - 1) == right.charAt(j - 1);
    int replaced = cost[i - 1][j - 1] + (same ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
