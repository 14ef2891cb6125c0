package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.engine.store.StudyLock;
import org.espalier.nas.experiment.file.ComparisonReader;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares arms from a file. */
class CompareCommandTest {
  private static final String BANDIT =
      """
      name: bandit
      base:
        name: base
        dataset: {type: moons, samples: 60}
        searchSpace: {type: mlp, nodes: [4, 8], activations: [relu, tanh], dropout: [], maxLength: 4}
        controller: {type: random}
        evaluator: {type: hidden-architecture, noise: 0.1}
      budget: {trials: 20}
      reference: random
      resamples: 200
      seeds: 3
      arms:
        random:
        evolution: {controller: {type: evolution, population: 5, tournament: 2}}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("comparison.yaml"), yaml);
  }

  private int compare(Path file, String out, String... flags) {
    List<String> arguments = new ArrayList<>(List.of("compare", file.toString()));
    arguments.addAll(List.of("--out", folder.resolve(out).toString()));
    arguments.addAll(List.of(flags));
    return terminal.run(arguments.toArray(Object[]::new));
  }

  private Map<Path, FileTime> searches(String out) throws IOException {
    Path root = folder.resolve(out);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .filter(file -> file.toString().contains("seed-"))
          .collect(
              Collectors.toMap(
                  root::relativize, CompareCommandTest::modified, (a, b) -> a, TreeMap::new));
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  @Test
  void itSaysWhatItFoundAndWritesItDown() throws IOException {
    assertThat(compare(file(BANDIT), "out")).as(terminal.err()).isZero();

    assertThat(terminal.out())
        .contains("validation.accuracy of the best found, mlp,")
        .contains("optimum 1.0000; standard deviation of one training 0.1000")
        .contains("Verdict")
        .contains("3 seeds");
    assertThat(terminal.err()).contains("6 searches; results go to");
    assertThat(folder.resolve("out/bandit"))
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/results.json")
        .isDirectoryContaining("glob:**/comparison.yaml");
    assertThat(searches("out")).hasSize(6);
    for (Path search : searches("out").keySet()) {
      assertThat(Files.readAllLines(folder.resolve("out").resolve(search)))
          .hasSize(1 + 20 + 3)
          .endsWith("#end")
          .contains("#metric validation.accuracy")
          .allMatch(line -> line.startsWith("#") || line.split(",", -1).length >= 7);
    }
  }

  @Test
  void aClusterNeedsItsModule() throws IOException {
    assertThat(compare(file(BANDIT), "out", "--spark", "spark://host:7077")).isNotZero();

    assertThat(terminal.err())
        .contains("executor (spark) needs the module of Apache Spark: run with NAS_PROFILE=spark.");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void armsRunWhereTheComparisonSaysAndNotWhereItsBaseDoes() throws IOException {
    String spark = "base:\n  executor: {type: spark, master: yarn}\n";
    assertThat(compare(file(BANDIT.replace("base:\n", spark)), "out")).as(terminal.err()).isZero();

    assertThat(
            compare(
                file(BANDIT.replace("random:\n", "random: {executor: {type: threads}}\n")), "arm"))
        .isNotZero();
    assertThat(terminal.err())
        .contains("arms.random cannot set executor, which the comparison sets for all searches");
  }

  private static final String TIMED =
      """
      name: timed
      base:
        name: base
        searchSpace: {type: mlp, nodes: [8, 16, 32, 64, 128, 256, 512], dropout: [0.2], maxLength: 3,
          activations: [sigmoid, tanh, relu, elu]}
        controller: {type: random}
        evaluator: {type: tabular, table: wine-mlp, clock: recorded}
      budget: {seconds: 20}
      resamples: 200
      seeds: 2
      arms:
        random:
        hyperband: {controller: {type: hyperband}}
      """;

  @Test
  void armsCanBeComparedAtEqualSimulatedTrainingTime() throws IOException {
    assertThat(compare(file(TIMED), "out")).as(terminal.err()).isZero();

    List<String> searches = Files.readAllLines(folder.resolve("out/timed/searches.csv"));
    assertThat(searches.subList(1, searches.size()))
        .hasSize(4)
        .allSatisfy(
            line -> assertThat(Double.parseDouble(line.split(",")[6])).isBetween(20.0, 25.0));
    assertThat(folder.resolve("out/timed/report.html"))
        .content()
        .contains("cost (seconds of training)", "20 seconds of training");
  }

  @Test
  void budgetsInSimulatedTimeNeedARecordedClock() throws IOException {
    assertThat(compare(file(TIMED.replace(", clock: recorded", "")), "out")).isEqualTo(2);

    assertThat(terminal.err())
        .contains(
            "comparison.yaml:8:", "budget.seconds (20) needs an evaluator that says how long");
  }

  @Test
  void whatIsReadBackSaysTheSame() throws IOException {
    assertThat(compare(file(BANDIT), "out")).isZero();
    String first = Files.readString(folder.resolve("out/bandit/arms.csv"));
    assertThat(compare(file(BANDIT), "out")).isZero();

    assertThat(terminal.err()).contains("All 6 searches are already in");
    assertThat(folder.resolve("out/bandit/arms.csv")).hasContent(first);
  }

  @Test
  void oneAndTwoWorkersFindTheSame() throws IOException {
    Path file = file(BANDIT);
    assertThat(compare(file, "one", "--workers", "1")).isZero();
    assertThat(compare(file, "two", "--workers", "2")).isZero();

    assertThat(searches("one")).hasSameSizeAs(searches("two"));
    for (Path search : searches("one").keySet()) {
      assertThat(folder.resolve("two").resolve(search))
          .hasSameTextualContentAs(folder.resolve("one").resolve(search));
    }
    assertThat(folder.resolve("two/bandit/arms.csv"))
        .hasSameTextualContentAs(folder.resolve("one/bandit/arms.csv"));
  }

  @Test
  void moreSeedsAndArmsRunOnlyWhatIsNew() throws IOException {
    assertThat(compare(file(BANDIT), "out")).isZero();
    Map<Path, FileTime> before = searches("out");

    Path more = file(BANDIT + "  local: {controller: {type: local-search}}\n");
    assertThat(compare(more, "out", "--seeds", "5")).as(terminal.err()).isZero();

    assertThat(terminal.err()).contains("15 searches; 6 already stored");
    assertThat(searches("out")).hasSize(15).containsAllEntriesOf(before);
    assertThat(compare(more, "out", "--seeds", "5")).isZero();
    assertThat(terminal.err()).contains("All 15 searches are already in");
  }

  @Test
  void seedsAddedAfterAReportAreNamed() throws IOException {
    Path file = file(BANDIT);
    assertThat(compare(file, "out", "--seeds", "2")).as(terminal.err()).isZero();
    assertThat(terminal.out()).doesNotContain("Seeds were added");
    assertThat(compare(file, "out", "--seeds", "2")).isZero();
    assertThat(terminal.out()).doesNotContain("Seeds were added");

    assertThat(compare(file, "out", "--seeds", "3")).isZero();
    assertThat(terminal.out().replaceAll("\\s+", " "))
        .contains("Seeds were added once after results had been seen (reports with 2 seeds, now 3");
    assertThat(compare(file, "out", "--seeds", "5")).isZero();

    String added =
        "Seeds were added 2 times after results had been seen (reports with 2 seeds and 3 seeds,"
            + " now 5 seeds)";
    assertThat(terminal.out().replaceAll("\\s+", " ")).contains(added);
    assertThat(folder.resolve("out/bandit/report.html")).content().contains(added);
  }

  @Test
  void aReportOfMoreSeedsIsNotReplacedUnasked() throws IOException {
    assertThat(compare(file(BANDIT), "out")).as(terminal.err()).isZero();
    String report = Files.readString(folder.resolve("out/bandit/arms.csv"));

    assertThat(compare(file(BANDIT), "out", "--seeds", "2")).isEqualTo(2);
    assertThat(terminal.err())
        .contains("seeds (2) would replace the report of 3 seeds", "Add --force to replace it");
    assertThat(folder.resolve("out/bandit/arms.csv")).hasContent(report);

    assertThat(compare(file(BANDIT), "out", "--seeds", "2", "--force")).isZero();
    assertThat(Files.readString(folder.resolve("out/bandit/arms.csv"))).isNotEqualTo(report);
  }

  @Test
  void anotherSettingIsAnotherSearch() throws IOException {
    assertThat(compare(file(BANDIT), "out")).isZero();
    assertThat(compare(file(BANDIT.replace("population: 5", "population: 6")), "out")).isZero();

    assertThat(terminal.err()).contains("6 searches; 3 already stored");
  }

  @Test
  void whatIsJudgedOtherwiseIsSearchedAgain() throws IOException {
    assertThat(compare(file(BANDIT), "out")).isZero();
    assertThat(compare(file(BANDIT), "out", "--set", "score.goal=minimize")).isZero();

    assertThat(terminal.err()).contains("6 searches; results go to");
  }

  @Test
  void whatWasInterruptedGoesOn() throws IOException {
    assertThat(compare(file(BANDIT), "out")).isZero();
    Map<Path, FileTime> searches = searches("out");
    Path lost = folder.resolve("out").resolve(searches.keySet().iterator().next());
    String text = Files.readString(lost);
    Files.delete(lost);

    assertThat(compare(file(BANDIT), "out")).isZero();

    assertThat(terminal.err()).contains("6 searches; 5 already stored");
    assertThat(lost).hasContent(text);
  }

  /** One seed of searches that train. */
  private static String trained(int trials) {
    return BANDIT
        .replace("{type: hidden-architecture, noise: 0.1}", "{type: training, epochs: 1}")
        .replace("trials: 20", "trials: " + trials)
        .replace("seeds: 3", "seeds: 1")
        .replace("name: base", "name: base\n  output: {report: false}");
  }

  @Test
  void trainingsAreRealRunsThatArmsShare() throws IOException {
    assertThat(compare(file(trained(3)), "out")).as(terminal.err()).isZero();

    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      assertThat(files.filter(file -> file.endsWith("study.db"))).hasSize(2);
    }
  }

  @Test
  void allThatIsWrongIsReportedAtOnce() throws IOException {
    String wrong =
        BANDIT
            .replace("reference: random", "reference: randon")
            .replace("population: 5", "populaton: 5")
            .replace("  random:\n", "  random: {seed: 4}\n");
    assertThat(compare(file(wrong), "out")).isEqualTo(2);

    assertThat(terminal.err())
        .contains("reference names randon, which is no arm; the arms are random, evolution.")
        .contains("Did you mean random?")
        .contains("did you mean population?")
        .contains("arms.random cannot set seed, which the comparison sets for all searches");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatIsWrongNowLosesNothingOfBefore() throws IOException {
    assertThat(compare(file(BANDIT), "out")).isZero();
    Map<Path, FileTime> before = searches("out");

    Path refused = file(BANDIT + "  pbt: {controller: {type: population-based-training}}\n");
    assertThat(compare(refused, "out")).isEqualTo(2);
    assertThat(terminal.err()).contains("comparison.yaml:15:21: population-based-training");
    assertThat(searches("out")).isEqualTo(before);

    try (StudyLock other = StudyLock.acquire(folder.resolve("out/bandit"))) {
      assertThat(other).isNotNull();
      assertThat(compare(file(BANDIT), "out")).isEqualTo(1);
    }
    assertThat(searches("out")).isEqualTo(before);
  }

  @Test
  void aRunThatWasKilledAtItsVeryBeginningBegins() throws IOException {
    assertThat(compare(file(trained(2)), "out")).as(terminal.err()).isZero();
    Path search = folder.resolve("out").resolve(searches("out").keySet().iterator().next());
    Path run = search.resolveSibling("seed-1");
    Files.delete(search);
    for (String left : List.of("study.db", "experiment.yaml")) {
      Files.write(run.resolve(left), new byte[0]);
    }

    assertThat(compare(file(trained(2)), "out")).as(terminal.err()).isZero();
    assertThat(search).exists();
  }

  @Test
  void oneArmIsNoComparison() throws IOException {
    String one = BANDIT.substring(0, BANDIT.indexOf("  evolution:"));
    assertThat(compare(file(one), "out")).isEqualTo(2);
    assertThat(terminal.err()).contains("arms (1) must be at least two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ablation-controllers.yaml", "ablation-reinforce.yaml", "ablation-mlpnas.yaml"})
  void theShippedComparisonsAreValid(String name) {
    Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
    LocatedComparison located =
        new ComparisonReader(catalogue).read(Path.of("../experiments", name), List.of());
    assertThat(located.comparison().name() + ".yaml").isEqualTo(name);
    assertThat(located.arms()).hasSizeGreaterThanOrEqualTo(5).contains("random");
  }
}
