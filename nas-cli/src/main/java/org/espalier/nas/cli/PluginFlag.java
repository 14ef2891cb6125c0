package org.espalier.nas.cli;

import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Adds a folder to earlier ones, including those before the name of a command; by default, picocli
 * starts a new list for each command.
 */
final class PluginFlag implements IParameterConsumer {

  @Override
  @SuppressWarnings("JdkObsolete") // picocli hands arguments over in a Stack.
  public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
    if (arguments.isEmpty() || arguments.peek().isBlank()) {
      throw new ParameterException(command.commandLine(), "--plugins needs a folder.");
    }
    List<String> folders = option.getValue();
    folders.add(arguments.pop());
  }
}
