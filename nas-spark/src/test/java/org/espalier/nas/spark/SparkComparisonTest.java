package org.espalier.nas.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.espalier.nas.engine.remote.Bundle;
import org.espalier.nas.experiment.ComparisonSearch;
import org.espalier.nas.experiment.Espalier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons whose searches run on executors of Spark. */
@Timeout(300)
class SparkComparisonTest {

  private static final String FORMULAS =
      """
      name: formulas
      base:
        searchSpace: {type: mlp, nodes: [4, 8], activations: [relu], dropout: [], maxLength: 3}
        dataset: {type: moons, samples: 40}
        controller: {type: random}
        evaluator: {type: hidden-architecture, noise: 0.1, sleepMillis: 50}
      budget: {trials: 8}
      resamples: 100
      seeds: 6
      arms:
        random:
        evolution: {controller: {type: evolution, population: 3, tournament: 2}}
      """;

  private static final String TRAININGS =
      """
      name: trainings
      base:
        dataset: {type: moons, samples: 60}
        searchSpace: {type: mlp, nodes: [4, 8], activations: [relu], dropout: [], maxLength: 3}
        controller: {type: random}
        evaluator: {type: training, epochs: 2}
      budget: {trials: 3}
      resamples: 100
      seeds: 2
      score: {metric: test.accuracy, retrain: always}
      arms:
        random:
        sharing: {evaluator: {sharing: {mode: bigram}}}
      """;

  @TempDir Path folder;

  private ComparisonSearch comparison(String yaml, String out) throws IOException {
    Path file = Files.writeString(folder.resolve("comparison.yaml"), yaml);
    return Espalier.compare(file).output(folder.resolve(out));
  }

  private static ComparisonSearch onSpark(ComparisonSearch comparison) {
    return comparison
        .with("executor.type", "spark")
        .with("executor.master", LocalSpark.master(2))
        .with("executor.memory", 512);
  }

  @Test
  void killedExecutorsChangeNothing() throws Exception {
    Path threads = comparison(FORMULAS, "threads").run().folder();
    Thread killer =
        new Thread(
            () -> {
              while (LocalSpark.executors().isEmpty()) {
                pause();
              }
              pause();
              LocalSpark.executors().stream().findFirst().ifPresent(ProcessHandle::destroyForcibly);
            });
    killer.start();
    Path spark = onSpark(comparison(FORMULAS, "spark")).run().folder();

    assertThat(searches(spark)).isEqualTo(searches(threads)).hasSize(12);
  }

  private static void pause() {
    try {
      Thread.sleep(3000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void trainingsComeBackWithTheirRuns() throws Exception {
    Path threads = comparison(TRAININGS, "threads").run().folder();
    Path spark = onSpark(comparison(TRAININGS, "spark")).run().folder();

    assertThat(withoutCosts(spark))
        .isEqualTo(withoutCosts(threads))
        .anyMatch(path -> path.endsWith("seed-2/report.html"));
    assertThat(searches(spark)).isEqualTo(searches(threads)).hasSize(4);
  }

  /**
   * Returns the paths of the files without the figure of seconds, which is left out if all arms
   * happen to have the same mean time within one percent.
   */
  private static Set<String> withoutCosts(Path comparison) {
    Set<String> paths = new TreeSet<>(Bundle.filesOf(comparison).keySet());
    paths.removeIf(path -> path.startsWith("figures/cost-seconds."));
    return paths;
  }

  /** Returns the results of searches without the seconds that they took. */
  private static Map<String, List<String>> searches(Path comparison) throws IOException {
    Map<String, List<String>> searches = new TreeMap<>();
    for (String path : Bundle.filesOf(comparison).keySet()) {
      if (path.matches("searches/.*/seed-\\d+\\.csv")) {
        List<String> lines = Files.readAllLines(comparison.resolve(path));
        searches.put(
            path,
            lines.stream().map(line -> line.replaceFirst("^((?:[^,]*,){5})[^,]*", "$1")).toList());
      } else if (path.endsWith("study.db")) {
        Path run = comparison.resolve(path).getParent();
        assertThat(Espalier.read(run).trials()).hasSizeBetween(3, 8);
      }
    }
    return searches;
  }
}
