package org.espalier.nas.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The terminals of the program's streams. */
public final class Terminals {
  /**
   * System property with the descriptor for progress, warnings and errors, set by the launcher
   * because native libraries write to standard error.
   */
  public static final String ERR = "nas.err";

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 72;
  private static final int MOST_WIDTH = 120;
  private static final Path STREAMS = Path.of("/proc/self/fd");

  private Terminals() {}

  /** Returns true if errors and progress go to a terminal that can overwrite lines. */
  public static boolean errIsTerminal() {
    return isTerminal(System.getProperty(ERR, "2"));
  }

  /** Returns true if results go to a terminal. */
  public static boolean outIsTerminal() {
    return isTerminal("1");
  }

  /** Returns true if a user can type. */
  public static boolean inIsTerminal() {
    return isTerminal("0");
  }

  /** Returns the colours for errors, warnings and progress. */
  public static Paint errPaint() {
    return new Paint(errIsTerminal() && coloursAreWelcome());
  }

  /** Returns the colours for results. */
  public static Paint outPaint() {
    return new Paint(outIsTerminal() && coloursAreWelcome());
  }

  private static boolean coloursAreWelcome() {
    return System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
  }

  @SuppressWarnings("SystemConsoleNull") // Only a guess, where nothing tells better.
  private static boolean isTerminal(String descriptor) {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(STREAMS.resolve(descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return System.console() != null;
    }
  }

  /** Returns the maximum number of characters of a line of results. */
  public static int outWidth() {
    return outIsTerminal() ? Math.max(LEAST_WIDTH, Math.min(width(), MOST_WIDTH)) : USUAL_WIDTH;
  }

  /**
   * Returns the maximum number of characters of a line of a table: the variable {@code COLUMNS}, or
   * else the width of the terminal; without limit if results do not go to a terminal.
   */
  public static int tableWidth() {
    String columns = System.getenv().getOrDefault("COLUMNS", "");
    if (columns.matches("[1-9][0-9]{0,5}")) {
      return Integer.parseInt(columns);
    }
    return outIsTerminal() ? width() : Integer.MAX_VALUE;
  }

  /** Returns the number of characters of a line of the terminal. */
  public static int width() {
    try {
      Process process =
          new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String size = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int width = Integer.parseInt(size.strip().split(" ")[1]);
      return width < 20 ? USUAL_WIDTH : width;
    } catch (IOException | RuntimeException unknown) {
      return USUAL_WIDTH;
    }
  }
}
