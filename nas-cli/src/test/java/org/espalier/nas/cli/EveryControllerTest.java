package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of every registered controller: its search does not depend on the number of workers, and
 * after the process was killed it ends as if it had not been.
 */
class EveryControllerTest {
  private static final Catalogue CATALOGUE = Catalogue.load(Nas.class.getClassLoader());

  private static final String SETTINGS =
      """
      name: every
      evaluator: {type: hidden-architecture, epochs: 9, noise: 0.05, sleepMillis: 2}
      budget: {trials: 40}
      output: {report: false}
      """;

  private static final String MIXED =
      """
      searchSpace:
        type: hyperparameters
        parameters:
          optimizer: {type: categorical, options: [sgd, adam, rmsprop]}
          momentum: {type: real, low: 0, high: 1, when: optimizer == sgd}
          rate: {type: real, low: 1e-4, high: 1, scale: log}
          batch: {type: integer, low: 8, high: 64, step: 8}
      """;

  private static final String REAL =
      """
      searchSpace:
        type: hyperparameters
        parameters:
          x: {type: real, low: 0, high: 1}
          y: {type: real, low: 1e-3, high: 1, scale: log}
      """;

  private static final String TOKENS =
      """
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp}
      """;

  /** Required settings of a controller; all others search the mixed space as they are. */
  private static final Map<String, List<String>> SPECIAL =
      Map.of(
          "cma-es",
          List.of(REAL, ""),
          "given",
          List.of(
              TOKENS,
              Stream.of(8, 16, 32, 64, 128, 256, 512)
                  .flatMap(n -> Stream.of("relu", "elu", "tanh").map(a -> n + ", " + a))
                  .map("[\"(%s)\", \"(1, sigmoid)\"]"::formatted)
                  .collect(Collectors.joining(", ", ", architectures: [", "]"))),
          "nsga2",
          List.of(MIXED, ", population: 8"),
          "population-based-training",
          List.of(MIXED, ", population: 6, interval: 2, rounds: 0"),
          "reinforce",
          List.of(TOKENS, ""));

  private final Terminal terminal = new Terminal(() -> CATALOGUE);

  @TempDir static Path folder;

  static Stream<String> controllers() {
    return CATALOGUE.types(ComponentKind.CONTROLLER).stream();
  }

  /** Searches with every controller at once, in one process, which is killed. */
  @BeforeAll
  static void kill() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String controller : controllers().toList()) {
      Path own = Files.createDirectory(folder.resolve(controller));
      files.add(Files.writeString(own.resolve("every.yaml"), experiment(controller)));
    }
    try (NasProcess searches =
        NasProcess.start(
            SearchesAtOnce.class, folder.resolve("out"), Map.of(), files.toArray(Object[]::new))) {
      searches.await(SearchesAtOnce.UNDER_WAY);
      searches.kill();
    }
  }

  @ParameterizedTest
  @MethodSource("controllers")
  void theLedgerIsTheSameForAnyWorkersAndAfterAKill(String controller) throws Exception {
    Path own = folder.resolve(controller);
    Path file = own.resolve("every.yaml");
    String one = ledger(file, own.resolve("one"), 1);

    assertThat(ledger(file, own.resolve("four"), 4)).isEqualTo(one);

    // Two workers until the kill.
    Path killed = own.resolve(SearchesAtOnce.RUNS);
    assertThat(terminal.run("runs", "--out", killed)).isZero();
    assertThat(terminal.out()).contains("interrupted");
    assertThat(ledgerOf(killed)).isNotEqualTo(one);
    assertThat(terminal.run("resume", "latest", "--out", killed)).as(terminal.err()).isZero();
    assertThat(ledgerOf(killed)).isEqualTo(one);
  }

  private static String experiment(String controller) {
    List<String> special = SPECIAL.getOrDefault(controller, List.of(MIXED, ""));
    return SETTINGS
        + special.get(0)
        + "controller: {type: %s%s}\n".formatted(controller, special.get(1));
  }

  private String ledger(Path file, Path runs, int workers) {
    assertThat(terminal.run("run", file, "--out", runs, "--workers", workers))
        .as(terminal.err())
        .isZero();
    return ledgerOf(runs);
  }

  private String ledgerOf(Path runs) {
    assertThat(terminal.run("show", "latest", "--ledger", "--out", runs)).isZero();
    return terminal.out();
  }
}
