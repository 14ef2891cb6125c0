package org.espalier.nas.benchmark.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * The searches by model are better than random search on every problem that they serve: 30 paired
 * seeds, 100 trials, one-sided Wilcoxon tests at 0.01 after Holm's correction over the problems of
 * a controller. A controller that is no better on one of them passes with a probability of 0.01.
 * Their quick versions, on two problems each, are the contracts of the controllers.
 */
@Tag("slow")
class SearchQualityStudyTest {
  private static final String REAL =
      "branin branin-log hartmann6 hartmann6-log rosenbrock5 rosenbrock5-log rastrigin5 rastrigin5-log";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"bayesian|", "tpe|", "bohb|", "cma-es|" + REAL})
  void isBetterThanRandomSearchOnEveryProblem(String controller, String problems) {
    StringWriter table = new StringWriter();
    Stream<String> named =
        problems == null
            ? Stream.empty()
            : Stream.of(problems.split(" ")).map(problem -> "--problem=" + problem);

    int code =
        new CommandLine(new SearchQuality())
            .setOut(new PrintWriter(table))
            .execute(
                Stream.concat(Stream.of("--controller=" + controller), named)
                    .toArray(String[]::new));

    assertThat(code).isZero();
    List<String> rows =
        table.toString().lines().filter(line -> line.contains("| " + controller + " |")).toList();
    assertThat(rows).hasSize(problems == null ? Family.all().size() : problems.split(" ").length);
    assertThat(rows).allSatisfy(row -> assertThat(row).contains("| yes |"));
  }
}
