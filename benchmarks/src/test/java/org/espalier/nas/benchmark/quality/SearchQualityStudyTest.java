package org.espalier.nas.benchmark.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * The slowest of the searches by model, and the one that spends epochs by rungs, are better than
 * random search on every problem: 30 paired seeds, 100 trials or as many epochs, one-sided Wilcoxon
 * tests at 0.01 after Holm's correction over the problems of a controller. A controller that is no
 * better on one of them passes with a probability of 0.01. Their quick versions, on two problems
 * each, are the contracts of the controllers.
 */
@Tag("slow")
class SearchQualityStudyTest {

  @ParameterizedTest
  @ValueSource(strings = {"bohb", "bayesian"})
  void isBetterThanRandomSearchOnEveryProblem(String controller) {
    StringWriter table = new StringWriter();

    int code =
        new CommandLine(new SearchQuality())
            .setOut(new PrintWriter(table))
            .execute("--controller=" + controller);

    assertThat(code).isZero();
    List<String> rows =
        table.toString().lines().filter(line -> line.contains("| " + controller + " |")).toList();
    assertThat(rows).hasSize(Family.all().size());
    assertThat(rows).allSatisfy(row -> assertThat(row).contains("| yes |"));
  }
}
