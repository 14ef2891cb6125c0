package org.espalier.nas.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.analysis.inference.Bootstrap;
import org.espalier.nas.analysis.inference.ConfidenceInterval;
import org.espalier.nas.analysis.inference.Sample;

/** The anytime curves of the arms of one problem. */
final class CurveAnalysis {

  private static final int MOST_RESAMPLES = 2000;

  private final ProblemSearches problem;
  private final CostGrid grid;
  private final Bootstrap bootstrap;

  CurveAnalysis(ProblemSearches problem, Protocol protocol) {
    this.problem = problem;
    this.grid = CostGrid.of(problem);
    this.bootstrap =
        new Bootstrap(
            protocol.seed(), Math.min(MOST_RESAMPLES, protocol.resamples()), protocol.confidence());
  }

  List<CurvePoint> of(String arm) {
    double end = problem.horizon(arm);
    double start =
        problem.searches(arm).stream()
            .filter(search -> !search.failed())
            .mapToDouble(search -> search.trajectory().start())
            .min()
            .orElse(end);
    double[] costs = grid.between(start, end);
    double[][] rows =
        problem.searches(arm).stream().map(search -> row(search, costs)).toArray(double[][]::new);
    List<ConfidenceInterval> bands = bootstrap.ofColumnMeans(rows);
    List<CurvePoint> points = new ArrayList<>(costs.length);
    for (int i = 0; i < costs.length; i++) {
      points.add(point(costs[i], column(rows, i), bands.get(i)));
    }
    return points;
  }

  private double[] row(ScoredSearch search, double[] costs) {
    if (search.failed()) {
      double[] row = new double[costs.length];
      Arrays.fill(row, search.score());
      return row;
    }
    return search.trajectory().along(costs);
  }

  private static Sample column(double[][] rows, int column) {
    return Sample.of(
        Arrays.stream(rows)
            .mapToDouble(row -> row[column])
            .filter(value -> !Double.isNaN(value))
            .toArray());
  }

  private static CurvePoint point(double cost, Sample sample, ConfidenceInterval band) {
    return new CurvePoint(
        cost,
        new Estimate(sample.mean(), band.low(), band.high()),
        sample.median(),
        sample.quantile(0.25),
        sample.quantile(0.75));
  }
}
