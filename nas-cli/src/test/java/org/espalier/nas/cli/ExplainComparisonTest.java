package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplainComparisonTest extends ComparisonFileFixture {
  private String explained(Object... flags) {
    assertThat(run("explain", flags)).as(terminal.err()).isZero();
    return terminal.out();
  }

  @Test
  void theBaseMayExtendAFile() throws IOException {
    write(
        COMPARISON.replace("base: base.yaml", "base: {extends: base.yaml, budget: {trials: 40}}"));

    assertThat(explained()).contains("40 trials").contains("controller: evolution");
  }

  @Test
  void explainSaysWhatWillHappen() {
    assertThat(explained())
        .isEqualToNormalizingNewlines(
            """
            comparison  two
                        Is evolution worth its settings?
            seeds       1 to 3, fewer for some arms; for each seed, an architecture has the same training seed
                        in all arms
            budget      20 trials (trials of up to 5 epochs); 10 trials (trials of up to 5 epochs)
            searches    8: 0 stored, 8 to run (at most 700 epochs)
            tests       2 pairs: every other arm against random; Wilcoxon signed-rank test, Holm correction at
                        0.05. With 3 seeds no difference can be significant; at least 7 are needed
            ranks       all arms by Friedman's test and Nemenyi's critical difference, over the seeds common to
                        all arms
            intervals   95 %%, from 10,000 bootstrap resamples
            results     %s

            Problems:
              problem  search space           evaluator            score                optimum
              base     mlp, 84 architectures  hidden-architecture  validation.accuracy        1

            Arms:
              arm        searches  stored  differs from the base
              random            3       0  nothing
              evolution         3       0  controller: evolution, controller.population: 5,
                                           controller.tournament: 2
              short             2       0  budget.trials: 10 (Half of the trials)
            """
                .formatted(folder.resolve("out/two")));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void explainCountsWhatIsStored() throws IOException {
    assertThat(run("compare", "--set", "resamples=100")).as(terminal.err()).isZero();
    assertThat(explained())
        .contains("searches    8: 8 stored, none to run\n")
        .containsPattern("\n  evolution +3 +3 +controller: evolution");

    assertThat(explained("--seeds", 5))
        .contains("searches    12: 8 stored, 4 to run (at most 400 epochs)\n");
    assertThat(explained("--set", "arms.evolution.controller.population=6"))
        .contains("searches    8: 5 stored, 3 to run (at most 300 epochs)\n")
        .containsPattern("\n  evolution +3 +0 +controller: evolution");
  }

  @Test
  void explainSeesWhatWasBegun() throws IOException {
    write(
        COMPARISON
            .replace("base: base.yaml", "base: trained.yaml")
            .replace("budget: {trials: 10}", "budget: {trials: 1}"));
    Files.writeString(
        folder.resolve("trained.yaml"),
        BASE.replace(
                "{type: hidden-architecture, noise: 0.1, epochs: 5}", "{type: training, epochs: 1}")
            .replace("trials: 20", "trials: 1"));
    assertThat(explained()).contains("8: 0 stored, 8 to run (at most 8 epochs)", "unknown");
    Path searches = folder.resolve("out/two/searches/base");
    assertThat(run("compare", "--seeds", 1, "--set", "output.folder=" + folder.resolve("out")))
        .as(terminal.err())
        .isZero();
    try (Stream<Path> files = Files.walk(searches)) {
      Path lost = files.filter(path -> path.endsWith("seed-1.csv")).sorted().findFirst().get();
      Files.delete(lost);
    }

    assertThat(explained("--seeds", 1)).contains("searches    3: 2 stored, 1 begun, 1 to run");
  }

  @Test
  void explainTellsProblemsAndPairs() throws IOException {
    write(COMPARISON.replace("reference: random", "pairs: [[short, evolution]]") + PROBLEMS);
    assertThat(explained("--seeds", 20, "--set", "target=0.9"))
        .contains(
            "1 pair: short against evolution;",
            "0.05 on\n            each problem",
            "2 seeds no difference")
        .contains("over 2 problems", "target      0.9 (the cost")
        .containsPattern("\n  small +mlp, 84 arch.* nothing\n")
        .containsPattern("\n  large +mlp, 1,364 arch.* searchSpace.maxLength");

    write(COMPARISON.replace("reference: random\n", ""));
    assertThat(explained("--set", "commonRandomNumbers=false", "--seeds", 1))
        .contains(
            "3 pairs: all pairs of arms;", "1\n            seed no difference can be significant")
        .contains("seeds       1, the same for all arms; each trial has its own training seed");
    assertThat(explained("--set", "budget={epochs: 50}"))
        .contains("budget      50 epochs (10 trials of 5 epochs)")
        .contains("10 trials, 50 epochs (10 trials of 5 epochs)");
    assertThat(explained("--set", "budget={trials: ~, wallClock: 10s}"))
        .contains("searches    8: 0 stored, 8 to run\n");
  }

  @Test
  void explainAnswersInJson() throws IOException {
    JsonNode tree = new ObjectMapper().readTree(explained("--json"));

    assertThat(tree.at("/searches/all").asInt()).isEqualTo(8);
    assertThat(tree.at("/arms/1/differences/controller.population").asText()).isEqualTo("5");
    assertThat(tree.at("/arms/0/differences").isEmpty()).isTrue();
    assertThat(tree.at("/problems/0/optimum").asDouble()).isEqualTo(1);
    assertThat(tree.at("/tests/pairs/1/0").asText()).isEqualTo("short");
    assertThat(tree.at("/tests/seedsNeeded").asInt()).isEqualTo(7);
  }

  /** A setting that says what is so anyway is no difference; without a whole base, all are. */
  @Test
  void whatIsSoAnywayIsNoDifference() throws IOException {
    write(COMPARISON.replace("type: random}", "type: random}, cache: false, lag: 0"));
    assertThat(explained()).containsPattern("\n  random +3 +0 +nothing\n");

    write(COMPARISON.replace("  short:\n", "  short:\n    controller: {type: random}\n"));
    Files.writeString(base, BASE.replace("controller: {type: random}\n", ""));
    assertThat(explained()).containsPattern("\n  random +3 +0 +controller: random\n");
  }

  @Test
  void whatNoArmCanBeMadeOfIsBadInput() throws IOException {
    write(COMPARISON + "  pbt: {controller: {type: population-based-training}}\n");
    assertThat(run("explain")).isEqualTo(2);
    assertThat(terminal.err()).contains("two.yaml:13:21: population-based-training");
  }
}
