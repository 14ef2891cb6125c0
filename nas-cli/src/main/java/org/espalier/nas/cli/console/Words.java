package org.espalier.nas.cli.console;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.plugin.Counts;

/** Text wrapping. */
public final class Words {

  private Words() {}

  /** Returns a number and a noun, as {@link Counts#of} writes them. */
  public static String count(long number, String noun) {
    return Counts.of(number, noun);
  }

  /**
   * Returns the lines of a text, with at most {@code width} characters except for longer words; an
   * empty text has one line.
   */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
