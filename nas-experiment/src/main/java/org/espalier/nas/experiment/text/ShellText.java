package org.espalier.nas.experiment.text;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Words of a command that can be copied into a shell. */
public final class ShellText {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

  private ShellText() {}

  /** Returns a path as a shell reads it: in single quotes if it has blanks or other signs. */
  public static String quoted(Path path) {
    return quoted(path.toString());
  }

  /** Returns a word as a shell reads it: in single quotes if it has blanks or other signs. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
