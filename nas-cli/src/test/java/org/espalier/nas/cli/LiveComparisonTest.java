package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares arms whose trials train networks. */
class LiveComparisonTest {
  private static final RunFolderRepository RUNS = new RunFolderRepository(Path.of(""));
  private static final String SHORT = "[\"(4, relu)\", \"(1, sigmoid)\"]";
  private static final String LONG = "[\"(4, relu)\", \"(8, tanh)\", \"(1, sigmoid)\"]";

  /** Two arms that train the same two networks, one after the other and the other way round. */
  private static final String ORDERS =
      """
      name: orders
      base:
        name: base
        dataset: {type: moons, samples: 100}
        searchSpace: {type: mlp, nodes: [4, 8], activations: [relu, tanh], dropout: [], maxLength: 3}
        controller: {type: given, architectures: [%1$s, %2$s]}
        evaluator: {type: training, epochs: 2, sharing: {mode: SHARING}}
        reward: {type: metric, metric: validation.loss}
        budget: {trials: 2}
        lag: 1
        output: {report: false}
      seeds: 1
      workers: 1
      resamples: 100
      arms:
        short-first:
        long-first: {controller: {type: given, architectures: [%2$s, %1$s]}}
      """
          .formatted(SHORT, LONG);

  /** Searches that take long enough to be killed in their middle. */
  private static final String SEVERAL =
      """
      name: several
      base:
        name: base
        dataset: {type: moons, samples: 200}
        searchSpace: {type: mlp, nodes: [4, 8, 16], activations: [relu, tanh], dropout: [], maxLength: 3}
        controller: {type: reinforce, batch: 3, units: 8, embedding: 4}
        evaluator: {type: training, epochs: 4, batch: 8}
        budget: {trials: 6}
        output: {report: false}
      seeds: 2
      resamples: 100
      score: {metric: test.accuracy, epochs: 6}
      arms:
        alone:
        sharing: {evaluator: {sharing: {mode: bigram}}}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  /** The result of a network, and its training time in nanoseconds. */
  private record Found(double reward, String score, Duration training) {}

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("comparison.yaml"), yaml);
  }

  private int compare(Path file, String out) {
    return terminal.run("compare", file, "--out", folder.resolve(out));
  }

  /** Returns the results of the networks of an arm's only search. */
  private Map<String, Found> found(String out, String arm) throws IOException {
    Path search =
        searches(folder.resolve(out)).stream()
            .filter(file -> file.getParent().getFileName().toString().startsWith(arm))
            .findFirst()
            .orElseThrow();
    List<String> lines = Files.readAllLines(search);
    Map<String, Found> found = new TreeMap<>();
    for (TrialResult result : RUNS.read(search.resolveSibling("seed-1").toString()).results()) {
      String score = lines.get(result.trial().number()).split(",", -1)[3];
      Duration training = result.outcome().account().times().get(Phase.TRAIN);
      found.put(
          result.trial().proposal().architecture().summary(),
          new Found(Objects.requireNonNull(result.value()), score, training));
    }
    assertThat(found).hasSize(2);
    return found;
  }

  private static List<Path> searches(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(
              file ->
                  file.toString().endsWith("seed-1.csv") || file.toString().endsWith("seed-2.csv"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aNetworkIsTrainedOnceForAllArms() throws IOException {
    assertThat(compare(file(ORDERS.replace("SHARING", "none")), "out")).as(terminal.err()).isZero();

    // The times too: nothing is trained for equally many nanoseconds twice.
    assertThat(found("out", "long-first")).isEqualTo(found("out", "short-first"));
  }

  @Test
  void whatMayHaveInheritedWeightsIsTrainedInEachArm() throws IOException {
    assertThat(compare(file(ORDERS.replace("SHARING", "bigram")), "out"))
        .as(terminal.err())
        .isZero();

    Map<String, Found> first = found("out", "short-first");
    Map<String, Found> second = found("out", "long-first");
    assertThat(first.keySet()).isEqualTo(second.keySet());
    first.forEach(
        (network, found) -> {
          assertThat(found.reward()).isNotEqualTo(second.get(network).reward());
          assertThat(found.training()).isNotEqualTo(second.get(network).training());
        });
  }

  @Test
  void armsThatShareWeightsAreJudgedAsOthersAre() throws IOException {
    String mixed =
        ORDERS
            .replace("SHARING", "none")
            .replace(
                "  long-first: {controller: {type: given, architectures: [%2$s, %1$s]}}"
                    .formatted(SHORT, LONG),
                "  long-first: {evaluator: {sharing: {mode: bigram}}}")
            .replace("validation.loss}", "validation.loss, goal: maximize}");
    assertThat(compare(file(mixed), "out")).as(terminal.err()).isZero();

    assertThat(terminal.out()).contains("is retrained for its score").contains("at most 2 epochs");
    Map<String, Found> alone = found("out", "short-first");
    Map<String, Found> sharing = found("out", "long-first");
    assertThat(sharing).isNotEqualTo(alone);
    alone.forEach(
        (network, found) -> {
          String other = sharing.get(network).score();
          if (!found.score().isEmpty() && !other.isEmpty()) {
            assertThat(other).isEqualTo(found.score());
          }
        });
    assertThat(alone.values()).anyMatch(found -> !found.score().isEmpty());
    assertThat(sharing.values()).anyMatch(found -> !found.score().isEmpty());
  }

  @Test
  void scoresThatAreNotComparableAreSaidToBeSo() throws IOException {
    String own = ORDERS.replace("SHARING", "bigram") + "score: {retrain: never}\n";
    assertThat(compare(file(own), "out")).as(terminal.err()).isZero();

    assertThat(terminal.out().replaceAll("\\s+", " "))
        .contains("They are measured in the searches themselves")
        .contains("In short-first, long-first trials depend on earlier ones")
        .contains("not comparable");

    assertThat(terminal.run("explain", folder.resolve("comparison.yaml"))).isZero();
    assertThat(terminal.out().replaceAll("\\s+", " "))
        .contains("scores They are measured in the searches themselves");
  }

  @Test
  void whatTrainsNothingCannotBeTrainedAnew() throws IOException {
    String instant =
        ORDERS
                .replace(
                    "{type: training, epochs: 2, sharing: {mode: SHARING}}",
                    "{type: hidden-architecture}")
                .replace("metric: validation.loss", "metric: validation.accuracy")
            + "score: {retrain: always}\n";
    assertThat(compare(file(instant), "out")).isEqualTo(2);

    assertThat(terminal.err())
        .contains("score.retrain (always) needs networks that can be trained again")
        .contains("the evaluator hidden-architecture offers no final trainer; set it to auto");
  }

  @Test
  void aMetricThatIsNotMeasuredEndsTheComparison() throws IOException {
    String wrong = ORDERS.replace("SHARING", "none") + "score: {metric: test.acuracy}\n";
    assertThat(compare(file(wrong), "out")).isEqualTo(2);

    assertThat(terminal.err())
        .contains("score.metric (test.acuracy) is not measured")
        .contains("Did you mean test.accuracy?");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void interruptedAndKilledItEndsAsIfItHadNotBeen() throws Exception {
    Path file = file(SEVERAL);
    assertThat(endAfterTrials(file, 3, "-TERM")).isEqualTo(130);
    endAfterTrials(file, 8, "-KILL");
    assertThat(searches(folder.resolve("killed"))).hasSizeLessThan(4);

    assertThat(compare(file, "killed")).as(terminal.err()).isZero();
    assertThat(compare(file, "whole")).as(terminal.err()).isZero();

    assertThat(numbers("killed")).hasSize(4).isEqualTo(numbers("whole"));
  }

  /** All that the searches' files say but for times. */
  private Map<String, List<String>> numbers(String out) throws IOException {
    Map<String, List<String>> numbers = new TreeMap<>();
    Path root = folder.resolve(out);
    for (Path search : searches(root)) {
      numbers.put(
          root.relativize(search).toString(),
          Files.readAllLines(search).stream()
              .map(line -> line.replaceFirst("^((?:[^,]*,){5})[^,]*,", "$1,"))
              .toList());
    }
    return numbers;
  }

  /** Ends a comparison from outside once its runs hold so many trials, and gives its exit code. */
  private int endAfterTrials(Path file, int trials, String signal) throws Exception {
    Path out = folder.resolve("killed");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Nas.class.getName(),
            "compare",
            file.toString(),
            "--out",
            out.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectErrorStream(true)
            .start();
    try {
      while (process.isAlive() && finishedTrials(out) < trials) {
        Thread.sleep(50);
      }
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static int finishedTrials(Path out) throws IOException {
    if (!Files.exists(out)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(file -> file.endsWith("study.db"))
          .mapToInt(store -> trialsOf(store.getParent()))
          .sum();
    } catch (UncheckedIOException goneMeanwhile) {
      return 0;
    }
  }

  private static int trialsOf(Path run) {
    try {
      return RUNS.read(run.toString()).results().size();
    } catch (StoreException justBegun) {
      return 0;
    }
  }
}
