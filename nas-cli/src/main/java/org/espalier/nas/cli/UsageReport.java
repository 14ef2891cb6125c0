package org.espalier.nas.cli;

import java.io.PrintWriter;
import org.espalier.nas.api.plugin.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports an error in the arguments in one line, with the command that prints help. */
final class UsageReport implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(message(error));
    err.println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.BAD_INPUT;
  }

  private static String message(ParameterException error) {
    CommandLine command = error.getCommandLine();
    if (error instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()
        && unmatched.getUnmatched().get(0).startsWith("-")) {
      String typed = unmatched.getUnmatched().get(0).split("=", 2)[0];
      return "There is no flag %s.%s"
          .formatted(
              typed, Spelling.suggestion(typed, command.getCommandSpec().optionsMap().keySet()));
    }
    if (error instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()
        && !command.getSubcommands().isEmpty()) {
      String typed = unmatched.getUnmatched().get(0);
      return "There is no command %s.%s"
          .formatted(typed, Spelling.suggestion(typed, command.getSubcommands().keySet()));
    }
    return String.valueOf(error.getMessage());
  }
}
