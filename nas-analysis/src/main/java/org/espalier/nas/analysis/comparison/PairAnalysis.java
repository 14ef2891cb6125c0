package org.espalier.nas.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.espalier.nas.analysis.comparison.PairResult.Decision;
import org.espalier.nas.analysis.inference.Bootstrap;
import org.espalier.nas.analysis.inference.ConfidenceInterval;
import org.espalier.nas.analysis.inference.Holm;
import org.espalier.nas.analysis.inference.Resample;
import org.espalier.nas.analysis.inference.Sample;
import org.espalier.nas.analysis.inference.SignedRankPower;
import org.espalier.nas.analysis.inference.SignedRankTest;
import org.espalier.nas.analysis.inference.VarghaDelaney;
import org.jspecify.annotations.Nullable;

/** The tests of the protocol's pairs on one problem, which form a family. */
final class PairAnalysis {

  private static final double POWER = 0.8;
  private static final int MOST_SEEDS = 100_000;

  private final ProblemSearches problem;
  private final Protocol protocol;
  private final Bootstrap bootstrap;

  PairAnalysis(ProblemSearches problem, Protocol protocol) {
    this.problem = problem;
    this.protocol = protocol;
    this.bootstrap = new Bootstrap(protocol.seed(), protocol.resamples(), protocol.confidence());
  }

  /** Returns the pairs with a common seed, in the order of the protocol. */
  List<PairResult> all() {
    List<PairedScores> pairs =
        protocol.pairs().stream()
            .map(names -> PairedScores.of(names, problem))
            .filter(pair -> pair.size() > 0)
            .toList();
    Holm holm = Holm.of(pairs.stream().mapToDouble(pair -> pair.test().p()).toArray());
    List<PairResult> results = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      results.add(result(pairs.get(i), holm.adjusted().get(i), holm.level(i, protocol.alpha())));
    }
    return results;
  }

  private PairResult result(PairedScores pair, double adjusted, double level) {
    Sample sample = Sample.of(pair.differences());
    List<ConfidenceInterval> intervals =
        bootstrap.intervals(sample, List.of(Resample::median, Resample::shareAboveZero));
    int wins = pair.count(1);
    int ties = pair.count(0);
    VarghaDelaney effect = pair.effect();
    return new PairResult(
        problem.problem().name(),
        pair.names().first(),
        pair.names().second(),
        pair.size(),
        wins,
        ties,
        pair.test().p(),
        adjusted,
        effect.a12(),
        effect.cliffsDelta(),
        estimate(sample.median(), intervals.get(0)),
        estimate((wins + ties / 2.0) / pair.size(), intervals.get(1)),
        seedsNeeded(pair, level),
        decision(pair.test(), adjusted));
  }

  private Decision decision(SignedRankTest test, double adjusted) {
    if (adjusted > protocol.alpha()) {
      return Decision.UNDECIDED;
    }
    return test.positive() > test.negative() ? Decision.FIRST : Decision.SECOND;
  }

  private static @Nullable Integer seedsNeeded(PairedScores pair, double level) {
    if (pair.test().count() < SignedRankPower.FEWEST) {
      return null;
    }
    OptionalInt needed = SignedRankPower.of(pair.differences()).needed(level, POWER, MOST_SEEDS);
    return needed.isPresent() ? Integer.valueOf(needed.getAsInt()) : null;
  }

  private static Estimate estimate(double value, ConfidenceInterval interval) {
    return new Estimate(value, interval.low(), interval.high());
  }
}
