package org.espalier.nas.dashboard.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands that repeat or show a trial. */
final class CommandsView {

  private CommandsView() {}

  /**
   * Returns the commands of a trial.
   *
   * @param arguments the arguments that name its study
   * @param trainable true if its network can be trained
   */
  static Map<String, Object> tree(String arguments, int trial, boolean trainable) {
    List<Map<String, String>> commands = new ArrayList<>();
    if (trainable) {
      commands.add(
          command(
              "Train this architecture from scratch, and evaluate it on the test part",
              "nas train %s --trial %d".formatted(arguments, trial)));
    }
    commands.add(
        command(
            "Repeat the proposals of the search up to this trial, and compare them",
            "nas replay %s --until %d".formatted(arguments, trial)));
    commands.add(
        command(
            "Show its decisions and measurements in the terminal",
            "nas show %s %d".formatted(arguments, trial)));
    return Map.of("commands", commands);
  }

  private static Map<String, String> command(String title, String text) {
    return Map.of("title", title, "text", text);
  }
}
