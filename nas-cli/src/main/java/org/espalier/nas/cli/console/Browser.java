package org.espalier.nas.cli.console;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser of the user. */
public final class Browser {

  private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

  private Browser() {}

  /**
   * Opens an address if the program runs in a terminal beside a screen; does nothing if no browser
   * is found.
   */
  public static void open(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> opener = opener(system, System.getenv());
    if (!Terminals.outIsTerminal() || opener.isEmpty()) {
      return;
    }
    try {
      List<String> command = new ArrayList<>(opener);
      command.add(address);
      Process unused =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException noBrowser) {
      LOG.debug("No browser opens", noBrowser);
    }
  }

  /** Returns the command that opens an address; empty if there is no screen. */
  static List<String> opener(String system, Map<String, String> environment) {
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    if (system.startsWith("mac")) {
      return List.of("open");
    }
    boolean screen =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return screen ? List.of("xdg-open") : List.of();
  }
}
