package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.data.cache.DataFolders;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables in a narrow terminal, whose width the variable COLUMNS states, and in a pipe. */
class TableWidthTest {
  private static final int NARROW = 50;
  private static final String EXPERIMENT =
      """
      name: a-search-with-quite-a-long-name
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, minLength: 6, maxLength: 8}
      controller: {type: random}
      evaluator: {type: hidden-architecture}
      budget: {trials: 3}
      output: {report: false}
      """;

  private static final List<String> COMMANDS =
      List.of("runs", "top latest", "show latest", "show latest 1", "data list", "plugins");

  @TempDir private static Path folder;
  private static Path runs;
  private static Map<String, List<String>> narrow;
  private static Map<String, List<String>> piped;

  @BeforeAll
  static void run() throws Exception {
    runs = folder.resolve("runs");
    Path file = Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
    Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));
    assertThat(terminal.run("run", file, "--out", runs)).as(terminal.err()).isZero();
    // Large data sets are checked before they are listed.
    String data = Files.createDirectory(folder.resolve("data")).toString();
    narrow = outputs(Map.of("COLUMNS", Integer.toString(NARROW), DataFolders.OWN, data));
    piped = outputs(Map.of(DataFolders.OWN, data));
  }

  private static List<String> arguments(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    if (!command.startsWith("data") && !command.startsWith("plugins")) {
      arguments.addAll(List.of("--out", runs.toString()));
    }
    return arguments;
  }

  /** Returns the lines that each command prints in one process with these variables. */
  private static Map<String, List<String>> outputs(Map<String, String> variables) throws Exception {
    Path out = folder.resolve("out.txt");
    List<String> arguments = new ArrayList<>();
    for (String command : COMMANDS) {
      arguments.addAll(arguments(command));
      arguments.add(SeveralCommands.NEXT);
    }
    try (NasProcess process =
        NasProcess.start(SeveralCommands.class, out, variables, arguments.toArray())) {
      assertThat(process.end()).isZero();
    }
    List<String> texts = List.of(Files.readString(out).split(SeveralCommands.NEXT + "\n"));
    assertThat(texts).hasSameSizeAs(COMMANDS);
    Map<String, List<String>> outputs = new HashMap<>();
    for (int i = 0; i < COMMANDS.size(); i++) {
      outputs.put(COMMANDS.get(i), texts.get(i).lines().toList());
    }
    return outputs;
  }

  /** Those of {@code show} end before the experiment file, which is no table. */
  private static List<String> tables(List<String> lines) {
    int experiment = lines.indexOf("Experiment");
    return lines.subList(0, experiment < 0 ? lines.size() : experiment).stream()
        .filter(line -> !line.startsWith("Missing data sets are fetched"))
        .toList();
  }

  static List<String> commands() {
    return COMMANDS;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tablesFitTheTerminal(String command) {
    assertThat(tables(narrow.get(command)))
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.length() <= NARROW);

    assertThat(tables(piped.get(command)))
        .anyMatch(line -> line.length() > NARROW)
        .noneMatch(line -> line.contains("\u2026"));
  }

  @Test
  void aPipeGetsWholeLines() {
    assertThat(piped.get("top latest")).anyMatch(line -> line.length() > 100);
    assertThat(piped.get("plugins")).anyMatch(line -> line.length() > 120);
  }
}
