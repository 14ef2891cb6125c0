package org.espalier.nas.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the program's streams are connected to. */
public final class Terminals {
  /**
   * The system property by which the launcher names the descriptor that progress, warnings and
   * errors go to: native libraries write to standard error as they like.
   */
  public static final String ERR = "nas.err";

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 72;
  private static final int MOST_WIDTH = 120;
  private static final Path STREAMS = Path.of("/proc/self/fd");

  private Terminals() {}

  /** Whether errors and progress are read by a person at a terminal that can write lines over. */
  public static boolean errIsTerminal() {
    return isTerminal(System.getProperty(ERR, "2"));
  }

  /** The colours for errors, warnings and progress. */
  public static Paint errPaint() {
    return new Paint(errIsTerminal() && coloursAreWelcome());
  }

  /** The colours for results. */
  public static Paint outPaint() {
    return new Paint(isTerminal("1") && coloursAreWelcome());
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

  /** How many characters a line of results should have at most. */
  public static int outWidth() {
    return isTerminal("1") ? Math.max(LEAST_WIDTH, Math.min(width(), MOST_WIDTH)) : USUAL_WIDTH;
  }

  /** The number of characters in a line of the terminal. */
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
