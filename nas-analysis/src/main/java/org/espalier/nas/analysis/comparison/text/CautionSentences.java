package org.espalier.nas.analysis.comparison.text;

import static org.espalier.nas.analysis.comparison.PairResult.Decision.UNDECIDED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.ProblemRecord;

/** The caveats about the results on one problem: failures, ceiling effects, noise. */
final class CautionSentences {

  private static final int MOST_NAMED = 3;

  private final ProblemRecord problem;
  private final List<ArmResult> arms;
  private final List<PairResult> pairs;
  private final ScoreText scores;
  private final Sentences sentences;

  CautionSentences(
      ProblemRecord problem,
      List<ArmResult> arms,
      List<PairResult> pairs,
      ScoreText scores,
      Sentences sentences) {
    this.problem = problem;
    this.arms = List.copyOf(arms);
    this.pairs = List.copyOf(pairs);
    this.scores = scores;
    this.sentences = sentences;
  }

  List<String> all() {
    return Stream.of(failures(), ceiling(), noise()).flatMap(List::stream).toList();
  }

  private List<String> failures() {
    return arms.stream()
        .filter(arm -> arm.failed() > 0)
        .map(
            arm ->
                arm.allFailed()
                    ? sentences.named(
                        "All %s of %s failed, so it has no score of its own; in tests each counts with the %s %s of any search, %s."
                            .formatted(
                                Sentences.count(arm.searches().size(), "search"),
                                arm.arm(),
                                scores.worst(),
                                scores.metric(),
                                scores.score(worst())))
                    : sentences.named(
                        "%d of %s of %s failed; a failed search counts with the %s %s of any search, %s."
                            .formatted(
                                arm.failed(),
                                Sentences.count(arm.searches().size(), "search"),
                                arm.arm(),
                                scores.worst(),
                                scores.metric(),
                                scores.score(worst()))))
        .toList();
  }

  private double worst() {
    return arms.stream()
        .flatMap(arm -> arm.searches().stream())
        .mapToDouble(ArmResult.SearchResult::score)
        .min()
        .orElseThrow();
  }

  private List<String> ceiling() {
    Double optimum = problem.optimum();
    if (optimum == null) {
      return List.of();
    }
    List<String> there = new ArrayList<>();
    for (ArmResult arm : arms) {
      int reached = reached(arm, optimum);
      if (2 * reached >= arm.searches().size()) {
        there.add("%s (%d of %d)".formatted(arm.arm(), reached, arm.searches().size()));
      }
    }
    return there.size() < 2
        ? List.of()
        : List.of(
            sentences.named(
                "%s reach the optimum, %s, in at least half of their searches; compare the cost of reaching it rather than final scores."
                    .formatted(Sentences.and(there), scores.score(optimum))));
  }

  private static int reached(ArmResult arm, double optimum) {
    double enough = optimum - 1e-12 * Math.abs(optimum);
    return (int) arm.searches().stream().filter(ended -> ended.score() >= enough).count();
  }

  private List<String> noise() {
    Double noise = problem.noise();
    if (noise == null) {
      return List.of();
    }
    List<PairResult> decided = pairs.stream().filter(pair -> pair.decision() != UNDECIDED).toList();
    List<String> below =
        decided.stream()
            .filter(pair -> Math.abs(pair.difference().value()) < noise)
            .map(pair -> "%s and %s".formatted(pair.first(), pair.second()))
            .toList();
    if (below.isEmpty()) {
      return List.of();
    }
    String which =
        below.size() <= MOST_NAMED
            ? "the median difference between "
                + Sentences.joined(below, ", between ", " and between ")
            : "%d of the %d significant median differences".formatted(below.size(), decided.size());
    return List.of(
        sentences.plain(
            "a single measurement has a standard deviation of %s, more than %s; such a difference shows only over many searches."
                .formatted(scores.size(noise), which)));
  }
}
