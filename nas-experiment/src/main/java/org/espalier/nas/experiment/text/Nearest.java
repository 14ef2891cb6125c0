package org.espalier.nas.experiment.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant by a misspelt name. */
public final class Nearest {

  private Nearest() {}

  /** The known name closest to {@code typed}; empty if none is close enough to be meant. */
  public static Optional<String> to(String typed, Collection<String> known) {
    String wanted = plain(typed);
    int most = Math.max(1, wanted.length() / 3);
    return known.stream()
        .filter(name -> closeness(wanted, plain(name)) <= most)
        .min(
            Comparator.<String>comparingInt(name -> closeness(wanted, plain(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The sentence that suggests the nearest name, with a leading space; or nothing. */
  public static String suggestion(String typed, Collection<String> known) {
    return to(typed, known).map(name -> " Did you mean " + name + "?").orElse("");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
  }

  /** A name of which the other is the beginning is as close as one with a wrong letter. */
  private static int closeness(String wanted, String name) {
    boolean begins = wanted.length() >= 3 && (name.startsWith(wanted) || wanted.startsWith(name));
    return Math.min(begins && !name.isEmpty() ? 1 : Integer.MAX_VALUE, distance(wanted, name));
  }

  /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
  static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= right.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        int replace = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[left.length()][right.length()];
  }
}
