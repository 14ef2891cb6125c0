package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));
  private Path runs;

  @TempDir Path folder;

  @BeforeEach
  void run() throws IOException {
    runs = folder.resolve("runs");
    Path file = Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
    assertThat(terminal.run("run", file, "--out", runs)).as(terminal.err()).isZero();
  }

  private List<String> arguments(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    if (!command.startsWith("data") && !command.startsWith("plugins")) {
      arguments.addAll(List.of("--out", runs.toString()));
    }
    return arguments;
  }

  private List<String> lines(String command, Map<String, String> variables) throws Exception {
    Path out = folder.resolve("out.txt");
    try (NasProcess process = NasProcess.start(out, variables, arguments(command).toArray())) {
      assertThat(process.end()).isZero();
    }
    return Files.readAllLines(out);
  }

  /** Those of {@code show} end before the experiment file, which is no table. */
  private static List<String> tables(List<String> lines) {
    int experiment = lines.indexOf("Experiment");
    return lines.subList(0, experiment < 0 ? lines.size() : experiment).stream()
        .filter(line -> !line.startsWith("Missing data sets are fetched"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"runs", "top latest", "show latest", "show latest 1", "data list", "plugins"})
  void tablesFitTheTerminal(String command) throws Exception {
    List<String> narrow = tables(lines(command, Map.of("COLUMNS", Integer.toString(NARROW))));
    assertThat(narrow).hasSizeGreaterThan(1).allMatch(line -> line.length() <= NARROW);

    assertThat(terminal.run(arguments(command).toArray())).as(terminal.err()).isZero();
    assertThat(tables(terminal.out().lines().toList()))
        .anyMatch(line -> line.length() > NARROW)
        .noneMatch(line -> line.contains("\u2026"));
  }

  @Test
  void aPipeGetsWholeLines() throws Exception {
    assertThat(lines("top latest", Map.of())).anyMatch(line -> line.length() > 100);
    assertThat(lines("plugins", Map.of())).anyMatch(line -> line.length() > 120);
  }
}
