package org.espalier.nas.analysis.sharing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.inference.Bootstrap;
import org.espalier.nas.analysis.inference.ConfidenceInterval;
import org.espalier.nas.analysis.inference.Proportion;
import org.espalier.nas.analysis.inference.RankCorrelation;
import org.espalier.nas.analysis.inference.Resample;
import org.espalier.nas.analysis.inference.Sample;
import org.espalier.nas.analysis.inference.TheilSen;
import org.jspecify.annotations.Nullable;

/** The computation of an audit's statistics. */
final class AuditStatistics {
  private static final long SEED = 1;

  private final Bootstrap bootstrap;
  private final List<AuditedTrial> trials;
  private final List<AuditedTrial> measured;
  private final AuditCost cost;

  AuditStatistics(List<AuditedTrial> trials, AuditCost cost, int resamples) {
    this.bootstrap = new Bootstrap(SEED, resamples, SharingAudit.CONFIDENCE);
    this.trials = trials.stream().sorted(Comparator.comparingInt(AuditedTrial::number)).toList();
    this.measured = SharingAudit.measured(this.trials);
    this.cost = cost;
  }

  SharingAudit audit() {
    return new SharingAudit(
        trials,
        ranking(measured),
        ranking(measured.stream().filter(trial -> trial.third() == 1).toList()),
        seeds(),
        order(),
        inheritance(null, measured),
        byLayers(),
        cost);
  }

  private Estimate ranking(List<AuditedTrial> group) {
    double[] shared = values(group, AuditedTrial::shared);
    double[] alone = values(group, AuditedTrial::meanAlone);
    return bootstrapped(
            group.size(),
            List.of(rows -> RankCorrelation.kendall(at(shared, rows), at(alone, rows))))
        .get(0);
  }

  private Optional<SeedAgreement> seeds() {
    int most = measured.stream().mapToInt(trial -> trial.alone().size()).max().orElse(0);
    List<AuditedTrial> complete =
        measured.stream().filter(trial -> trial.alone().size() == most).toList();
    if (most < 2 || complete.size() < 2) {
      return Optional.empty();
    }
    double[] shared = values(complete, AuditedTrial::shared);
    double[][] left = new double[most][];
    double[][] others = new double[most][];
    for (int seed = 0; seed < most; seed++) {
      int one = seed;
      left[seed] = values(complete, trial -> trial.alone().get(one));
      others[seed] = values(complete, trial -> meanWithout(trial.alone(), one));
    }
    double[] found = new double[2];
    List<Estimate> estimates =
        bootstrapped(
            complete.size(),
            List.of(
                rows -> found[0] = meanOver(most, seed -> tau(shared, others[seed], rows)),
                rows -> found[1] = meanOver(most, seed -> tau(left[seed], others[seed], rows)),
                // The statistics are evaluated in order for each draw.
                rows -> found[0] - found[1]));
    return Optional.of(new SeedAgreement(estimates.get(0), estimates.get(1), estimates.get(2)));
  }

  private static double meanWithout(List<Double> alone, int left) {
    double sum = 0;
    for (int seed = 0; seed < alone.size(); seed++) {
      sum += seed == left ? 0 : alone.get(seed);
    }
    return sum / (alone.size() - 1);
  }

  private static double meanOver(int count, IntToDoubleFunction statistic) {
    return IntStream.range(0, count).mapToDouble(statistic).sum() / count;
  }

  private static double tau(double[] first, double[] second, int[] rows) {
    return RankCorrelation.kendall(at(first, rows), at(second, rows));
  }

  private OrderEffect order() {
    double[] numbers = values(measured, AuditedTrial::number);
    double[] gains = values(measured, AuditedTrial::gain);
    double[] shared = values(measured, AuditedTrial::shared);
    double[] alone = values(measured, AuditedTrial::meanAlone);
    TheilSen line = TheilSen.of(numbers, gains, SharingAudit.CONFIDENCE);
    Estimate slope =
        new Estimate(
            line.slope() * OrderEffect.TRIALS,
            line.interval().low() * OrderEffect.TRIALS,
            line.interval().high() * OrderEffect.TRIALS);
    Estimate partial =
        bootstrapped(
                measured.size(),
                List.of(
                    rows ->
                        RankCorrelation.partial(
                            at(shared, rows), at(numbers, rows), at(alone, rows))))
            .get(0);
    return new OrderEffect(slope, line.intercept(), partial);
  }

  private List<InheritanceEffect> byLayers() {
    Map<Integer, List<AuditedTrial>> groups =
        measured.stream()
            .filter(trial -> trial.inheritedLayers() != null)
            .collect(
                Collectors.groupingBy(
                    trial -> Objects.requireNonNull(trial.inheritedLayers()),
                    TreeMap::new,
                    Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> inheritance(group.getKey(), group.getValue()))
        .toList();
  }

  private InheritanceEffect inheritance(@Nullable Integer layers, List<AuditedTrial> group) {
    int helped = (int) group.stream().filter(trial -> trial.gain() > 0).count();
    int hurt = (int) group.stream().filter(trial -> trial.gain() < 0).count();
    Proportion share = new Proportion(helped, group.size());
    return new InheritanceEffect(
        layers,
        share,
        hurt,
        estimate(share.share(), share.interval(SharingAudit.CONFIDENCE)),
        median(values(group, AuditedTrial::gain)));
  }

  private Estimate median(double[] gains) {
    if (gains.length == 0) {
      return new Estimate(Double.NaN, Double.NaN, Double.NaN);
    }
    Sample sample = Sample.of(gains);
    return estimate(sample.median(), bootstrap.interval(sample, Resample::median));
  }

  private List<Estimate> bootstrapped(int rows, List<ToDoubleFunction<int[]>> statistics) {
    if (rows == 0) {
      return statistics.stream()
          .map(none -> new Estimate(Double.NaN, Double.NaN, Double.NaN))
          .toList();
    }
    int[] all = IntStream.range(0, rows).toArray();
    List<ConfidenceInterval> intervals = bootstrap.ofRows(rows, statistics);
    return IntStream.range(0, statistics.size())
        .mapToObj(i -> estimate(statistics.get(i).applyAsDouble(all), intervals.get(i)))
        .toList();
  }

  private static Estimate estimate(double value, ConfidenceInterval interval) {
    return new Estimate(value, interval.low(), interval.high());
  }

  private static double[] values(List<AuditedTrial> group, ToDoubleFunction<AuditedTrial> value) {
    return group.stream().mapToDouble(value).toArray();
  }

  private static double[] at(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
  }
}
