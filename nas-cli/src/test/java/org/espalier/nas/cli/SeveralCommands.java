package org.espalier.nas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.experiment.plugin.Catalogue;

/**
 * A program that runs commands of {@code nas} one after the other, as a process takes long to
 * start.
 */
final class SeveralCommands {
  /** Argument, and line of the output, after each command. */
  static final String NEXT = "--next";

  private SeveralCommands() {}

  public static void main(String[] arguments) {
    Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
    List<String> command = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.equals(NEXT)) {
        command.add(argument);
        continue;
      }
      int code =
          Nas.commandLine(folders -> catalogue, Map.of(), new StudyServers(List.of(), Map.of()))
              .execute(command.toArray(String[]::new));
      if (code != 0) {
        System.exit(code);
      }
      System.out.println(NEXT);
      command.clear();
    }
  }
}
