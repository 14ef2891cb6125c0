package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {

  private final CommandLine full =
      Nas.commandLine(folders -> unneeded(), Map.of(), new StudyServers(List.of(), Map.of()));

  private static Catalogue unneeded() {
    throw new AssertionError("Nothing needs components.");
  }

  private static CommandLine program(String... arguments) {
    return Nas.commandLine(
        new Nas(folders -> unneeded(), Map.of(), new StudyServers(List.of(), Map.of())),
        List.of(arguments));
  }

  @Test
  void listsTheSameCommandsWithoutReadingTheirFlags() {
    CommandLine outlined = program("--help");

    assertThat(outlined.getUsageMessage()).isEqualTo(full.getUsageMessage());
    assertThat(outlined.getSubcommands().values())
        .hasSize(27)
        .allSatisfy(command -> assertThat(command.getCommandSpec().userObject()).isNull());
  }

  @Test
  void readsTheNamedCommandAsIfAllWereRead() {
    for (Map.Entry<String, CommandLine> command : full.getSubcommands().entrySet()) {
      CommandLine one = program(command.getKey(), "--help");

      assertThat(one.getSubcommands()).containsOnlyKeys(command.getKey());
      CommandLine read = one.getSubcommands().get(command.getKey());
      assertThat(read.getUsageMessage()).isEqualTo(command.getValue().getUsageMessage());
      assertThat(read.getSubcommands()).hasSameSizeAs(command.getValue().getSubcommands());
    }
  }

  @Test
  void readsAllCommandsIfOneIsNamedLater() {
    assertThat(program("--debug", "top").getSubcommands().get("top").getUsageMessage())
        .isEqualTo(full.getSubcommands().get("top").getUsageMessage());
    assertThat(program("@arguments").getSubcommands().get("run").getUsageMessage())
        .isEqualTo(full.getSubcommands().get("run").getUsageMessage());
  }
}
