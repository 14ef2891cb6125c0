package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** A search for the known name closest to a misspelt one, for error messages. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Spelling {
  private static final int SHORTEST_PREFIX = 3;

  private Spelling() {}

  /**
   * Returns the known name closest to the one typed. Case, hyphens, underscores, dots and spaces
   * are ignored; a name that is a prefix of the other counts as close as one with a single wrong
   * letter.
   *
   * @param typed an unknown name
   * @param known the known names
   * @return the first in alphabetical order of the closest; empty if more than a third of the
   *     letters differ
   */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    String wanted = plain(typed);
    int most = Math.max(1, wanted.length() / 3);
    return known.stream()
        .filter(name -> distance(wanted, plain(name)) <= most)
        .min(
            Comparator.<String>comparingInt(name -> distance(wanted, plain(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * Returns a sentence that suggests the nearest name.
   *
   * @param typed an unknown name
   * @param known the known names
   * @return {@code " Did you mean …?"} with the space before it; empty if no name is near
   */
  public static String suggestion(String typed, Collection<String> known) {
    return nearest(typed, known).map(name -> " Did you mean " + name + "?").orElse("");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
  }

  private static int distance(String wanted, String name) {
    boolean prefix =
        wanted.length() >= SHORTEST_PREFIX && (name.startsWith(wanted) || wanted.startsWith(name));
    return prefix && !name.isEmpty() ? Math.min(1, edits(wanted, name)) : edits(wanted, name);
  }

  /**
   * Returns the optimal string alignment distance: insertions, deletions, replacements and swaps of
   * neighbours.
   */
  private static int edits(String left, String right) {
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
