package org.espalier.nas.benchmark.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.analysis.inference.Holm;

/** A comparison of the algorithms with random search, in Markdown. */
final class SummaryTable {
  private static final double LEVEL = 0.01;

  private final Map<String, Map<String, double[]>> finals;

  /**
   * Prepares the table.
   *
   * @param scores the scores of all searches
   * @param trial the last trial, at which they are compared
   */
  SummaryTable(List<Score> scores, int trial) {
    this.finals =
        scores.stream()
            .filter(score -> score.trial() == trial)
            .sorted((left, right) -> Long.compare(left.seed(), right.seed()))
            .collect(
                Collectors.groupingBy(
                    Score::problem,
                    LinkedHashMap::new,
                    Collectors.groupingBy(
                        Score::algorithm,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(
                            Collectors.toList(),
                            own -> own.stream().mapToDouble(Score::regret).toArray()))));
  }

  @Override
  public String toString() {
    List<QualityComparison> comparisons =
        finals.entrySet().stream()
            .flatMap(entry -> comparisons(entry.getKey(), entry.getValue()))
            .toList();
    List<Double> adjusted =
        Holm.of(comparisons.stream().mapToDouble(QualityComparison::probability).toArray())
            .adjusted();
    return IntStream.range(0, comparisons.size())
        .mapToObj(i -> row(comparisons.get(i), adjusted.get(i)))
        .collect(
            Collectors.joining(
                "\n",
                """
                | problem | algorithm | median regret | random's | wins | p | p (Holm) | better at 0.01 | A12 |
                |---|---|---:|---:|---:|---:|---:|---|---:|
                """,
                "\n"));
  }

  private static Stream<QualityComparison> comparisons(
      String problem, Map<String, double[]> regrets) {
    double[] random = regrets.getOrDefault(SearchQuality.BASELINE, new double[0]);
    return regrets.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(SearchQuality.BASELINE))
        .map(entry -> QualityComparison.of(problem, entry.getKey(), entry.getValue(), random));
  }

  private static String row(QualityComparison comparison, double adjusted) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.4g | %.4g | %d | %.2g | %.2g | %s | %.2f |",
        comparison.problem(),
        comparison.algorithm(),
        comparison.median(),
        comparison.randomMedian(),
        comparison.wins(),
        comparison.probability(),
        adjusted,
        adjusted <= LEVEL ? "yes" : "no",
        comparison.effect());
  }
}
