package org.espalier.nas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of every registered controller: its search does not depend on the number of workers, and
 * after the process was killed it ends as if it had not been.
 */
class EveryControllerTest {
  private static final Catalogue CATALOGUE = Catalogue.load(Nas.class.getClassLoader());

  private static final Pattern PROGRESS = Pattern.compile(" trial (\\d+)/");

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

  @TempDir Path folder;

  static Stream<String> controllers() {
    return CATALOGUE.types(ComponentKind.CONTROLLER).stream();
  }

  @ParameterizedTest
  @MethodSource("controllers")
  void theLedgerIsTheSameForAnyWorkersAndAfterAKill(String controller) throws Exception {
    Path file = Files.writeString(folder.resolve("every.yaml"), experiment(controller));
    String one = ledger(file, "one", 1);

    assertThat(ledger(file, "four", 4)).isEqualTo(one);

    // Two workers until the kill.
    Path killed = folder.resolve("killed");
    kill(file, killed, controller.length());
    assertThat(terminal.run("resume", "latest", "--out", killed)).as(terminal.err()).isZero();
    assertThat(ledgerOf(killed)).isEqualTo(one);
  }

  private static String experiment(String controller) {
    List<String> special = SPECIAL.getOrDefault(controller, List.of(MIXED, ""));
    return SETTINGS
        + special.get(0)
        + "controller: {type: %s%s}\n".formatted(controller, special.get(1));
  }

  private String ledger(Path file, String out, int workers) {
    Path runs = folder.resolve(out);
    assertThat(terminal.run("run", file, "--out", runs, "--workers", workers))
        .as(terminal.err())
        .isZero();
    return ledgerOf(runs);
  }

  private String ledgerOf(Path runs) {
    assertThat(terminal.run("show", "latest", "--ledger", "--out", runs)).isZero();
    return terminal.out();
  }

  /**
   * Kills a process of its own, slow enough to be hit, once so many trials are finished: at another
   * moment for each controller, as their names have different lengths.
   */
  private static void kill(Path file, Path runs, int trials) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Nas.class.getName()));
    command.addAll(List.of("run", file.toString(), "--out", runs.toString(), "--workers", "2"));
    command.addAll(List.of("--set", "evaluator.sleepMillis=10"));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
      awaitTrial(err, trials);
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private static void awaitTrial(BufferedReader err, int trials) throws IOException {
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      Matcher progress = PROGRESS.matcher(line);
      if (progress.find() && Integer.parseInt(progress.group(1)) >= trials) {
        return;
      }
    }
    throw new AssertionError("The search ended before trial " + trials + ".");
  }
}
