package org.espalier.nas.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;

/** The commands of the program, in the order of its help. */
final class Commands {

  private static final List<Class<?>> ALL =
      List.of(
          RunCommand.class,
          ResumeCommand.class,
          ExtendCommand.class,
          ValidateCommand.class,
          ExplainCommand.class,
          RunsCommand.class,
          TopCommand.class,
          TrialsCommand.class,
          FollowCommand.class,
          DashboardCommand.class,
          StopCommand.class,
          SteerCommand.class,
          ShowCommand.class,
          ReportCommand.class,
          CopyCommand.class,
          CompareCommand.class,
          ComparisonsCommand.class,
          ReplayCommand.class,
          TrainCommand.class,
          AuditCommand.class,
          TabulateCommand.class,
          ImportCommand.class,
          PluginsCommand.class,
          NewCommand.class,
          SchemaCommand.class,
          DataCommand.class,
          DoctorCommand.class);

  private final Map<String, Class<?>> byName = new LinkedHashMap<>();

  Commands() {
    ALL.forEach(type -> byName.put(type.getAnnotation(Command.class).name(), type));
  }

  /** Adds all commands to the program. */
  void addTo(CommandLine program) {
    byName.forEach(program::addSubcommand);
  }

  /**
   * Adds the commands that arguments may need. Reading the flags of all takes longer than many a
   * command does.
   *
   * @param arguments those of the program; may name files of arguments
   */
  void addTo(CommandLine program, List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    Class<?> named = byName.get(first);
    if (named != null) {
      program.addSubcommand(first, named);
    } else if (arguments.stream()
        .anyMatch(text -> text.startsWith("@") || byName.containsKey(text))) {
      addTo(program);
    } else {
      // No command will be executed; the help and the messages need only names and descriptions.
      program.getCommandSpec().scopeType(ScopeType.LOCAL);
      byName.forEach((name, type) -> program.addSubcommand(name, outline(name, type)));
    }
  }

  private static CommandSpec outline(String name, Class<?> type) {
    CommandSpec outline = CommandSpec.create().name(name);
    outline.usageMessage().description(type.getAnnotation(Command.class).description());
    return outline;
  }
}
