package org.espalier.nas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An experiment and a comparison of it in a folder, to be changed and given to commands. */
abstract class ComparisonFileFixture {
  static final String BASE =
      """
      name: base
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, nodes: [4, 8], activations: [relu, tanh], dropout: [], maxLength: 4}
      controller: {type: random}
      evaluator: {type: hidden-architecture, noise: 0.1, epochs: 5}
      budget: {trials: 20}
      """;

  static final String COMPARISON =
      """
      name: two
      description: Is evolution worth its settings?
      base: base.yaml
      seeds: 3
      reference: random
      arms:
        random: {controller: {type: random}}
        evolution: {controller: {type: evolution, population: 5, tournament: 2}}
        short:
          description: Half of the trials.
          seeds: 2
          budget: {trials: 10}
      """;

  static final String PROBLEMS =
      """
      problems:
        small:
        large: {description: More layers., searchSpace: {maxLength: 6}}
      """;

  final Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
  final Terminal terminal = new Terminal(() -> catalogue);

  @TempDir Path folder;
  Path base;
  Path file;

  @BeforeEach
  void writeFiles() throws IOException {
    base = Files.writeString(folder.resolve("base.yaml"), BASE);
    file = Files.writeString(folder.resolve("two.yaml"), COMPARISON);
  }

  int run(String command, Object... flags) {
    List<Object> arguments = new ArrayList<>(List.of(command, file));
    arguments.addAll(List.of("--out", folder.resolve("out")));
    arguments.addAll(List.of(flags));
    return terminal.run(arguments.toArray());
  }

  void write(String yaml) throws IOException {
    Files.writeString(file, yaml);
  }
}
