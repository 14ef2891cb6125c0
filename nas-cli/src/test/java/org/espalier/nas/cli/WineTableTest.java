package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.engine.table.BenchmarkTable;
import org.espalier.nas.engine.table.TableFile;
import org.espalier.nas.engine.table.TableLibrary;
import org.espalier.nas.engine.table.TableSource;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains a part of the shipped table again, on the real data where {@code NAS_DATA_DIR} has it. */
class WineTableTest {
  private static final RunFolderRepository RUNS = new RunFolderRepository(Path.of(""));
  private static final Path EXPERIMENT = Path.of("../experiments/table-wine.yaml");
  private static final String ACCURACY = "validation.accuracy";
  private static final String PROCESSOR = "cpu.model";
  private static final int TIMES = 5;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));
  private final BenchmarkTable shipped =
      new TableLibrary().table(new TableSource(null, "wine-mlp"));

  @TempDir Path folder;

  @BeforeEach
  void needsTheData() {
    assumeTrue(System.getenv("NAS_DATA_DIR") != null, "NAS_DATA_DIR is not set");
  }

  private BenchmarkTable tabulate(Object... options) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("tabulate", EXPERIMENT, "--out", folder));
    arguments.addAll(List.of(options));
    assertThat(terminal.run(arguments.toArray())).as(terminal.err()).isZero();
    byte[] bytes = Files.readAllBytes(folder.resolve("wine-mlp.npz"));
    return TableFile.read("rebuilt", new ByteArrayInputStream(bytes));
  }

  /**
   * On the kind of processor on which the table was made, each bit comes out again; on another one
   * sums may be rounded otherwise, and training carries that on: then results agree like those of
   * other seeds.
   */
  @Test
  void aSampleIsRebuiltToTheSameBits() throws IOException {
    BenchmarkTable rebuilt = tabulate("--sample", 20, "--workers", 2);

    assertThat(rebuilt.architectures()).hasSize(20);
    BenchmarkTable part = shipped.of(rebuilt.architectures());
    if (sameProcessor(rebuilt.provenance())) {
      assertThat(TableFile.resultHash(rebuilt)).isEqualTo(TableFile.resultHash(part));
    } else {
      assertThat(meanDifference(rebuilt, part)).isBetween(-0.01, 0.01);
    }
  }

  private boolean sameProcessor(Map<String, String> here) {
    return shipped.provenance().get(PROCESSOR).equals(here.get(PROCESSOR));
  }

  /**
   * The ten best of the table, trained by a search with five other seeds each, are as good as the
   * table says, but for the luck for which they were picked: of 840 means of three the best ones
   * are 1.4 points too good. The standard error of the mean difference is 0.4 points, the bounds
   * are three of them away from what luck makes: one set of seeds in 300 would fail.
   */
  @Test
  @Tag("slow")
  void theTopTenHoldWhenTrainedAnew() throws IOException {
    List<Integer> top = topTen();
    Path file = Files.writeString(folder.resolve("top.yaml"), search(top));
    assertThat(terminal.run("run", file, "--out", folder.resolve("runs")))
        .as(terminal.err())
        .isZero();
    List<TrialResult> live =
        RUNS.read(new RunFolders(folder.resolve("runs")).find("latest").toString()).results();

    double there = top.stream().mapToDouble(row -> mean(shipped, row)).average().orElseThrow();
    double here = live.stream().mapToDouble(WineTableTest::lastAccuracy).average().orElseThrow();

    assertThat(live).hasSize(10 * TIMES);
    assertThat(here - there).isBetween(-0.026, -0.002);
  }

  private List<Integer> topTen() {
    return IntStream.range(0, shipped.architectures().size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer row) -> -mean(shipped, row)))
        .limit(10)
        .toList();
  }

  private String search(List<Integer> rows) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("extends: ").append(EXPERIMENT.toAbsolutePath()).append('\n');
    yaml.append("name: top\noutput: {report: false}\ncontroller:\n  type: given\n");
    yaml.append("  architectures:\n");
    for (int row : rows) {
      String choices =
          shipped.architectures().get(row).choices().stream()
              .map(choice -> '"' + choice.text() + '"')
              .collect(Collectors.joining(", ", "    - [", "]\n"));
      yaml.append(choices.repeat(TIMES));
    }
    return yaml.toString();
  }

  private static double lastAccuracy(TrialResult result) {
    List<Measurement> measured = result.outcome().measurements();
    return measured.get(measured.size() - 1).metric(ACCURACY).orElseThrow();
  }

  private static double meanDifference(BenchmarkTable one, BenchmarkTable other) {
    double sum = 0;
    for (int row = 0; row < one.architectures().size(); row++) {
      sum += mean(one, row) - mean(other, row);
    }
    return sum / one.architectures().size();
  }

  private static double mean(BenchmarkTable table, int row) {
    int metric = table.definition().metrics().indexOf(ACCURACY);
    double sum = 0;
    for (int seed = 0; seed < table.definition().seeds(); seed++) {
      sum += table.value(row, seed, table.epochs(row, seed), metric);
    }
    return sum / table.definition().seeds();
  }
}
