package org.espalier.nas.dashboard.view;

import java.util.List;
import java.util.Map;

/** The commands that repeat or show a trial. */
final class CommandsView {

  private CommandsView() {}

  /**
   * Returns the commands of a trial.
   *
   * @param arguments the arguments that name its study
   */
  static Map<String, Object> tree(String arguments, int trial) {
    return Map.of(
        "commands",
        List.of(
            command(
                "Train this architecture from scratch, and evaluate it on the test part",
                "nas train %s --trial %d".formatted(arguments, trial)),
            command(
                "Repeat the proposals of the search up to this trial, and compare them",
                "nas replay %s --until %d".formatted(arguments, trial)),
            command(
                "Show its measurements and its network in the terminal",
                "nas show %s %d --network".formatted(arguments, trial))));
  }

  private static Map<String, String> command(String title, String text) {
    return Map.of("title", title, "text", text);
  }
}
