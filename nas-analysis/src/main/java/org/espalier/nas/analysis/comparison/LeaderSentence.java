package org.espalier.nas.analysis.comparison;

import static org.espalier.nas.analysis.comparison.PairResult.Decision.FIRST;
import static org.espalier.nas.analysis.comparison.PairResult.Decision.UNDECIDED;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which arm of a problem has the best mean, and what the tests make of its lead. */
final class LeaderSentence {

  private final List<ArmResult> arms;
  private final List<PairResult> pairs;
  private final ScoreText scores;
  private final Sentences sentences;
  private final double confidence;

  /**
   * A sentence on the first arm.
   *
   * @param arms of the problem, the best first, at least one
   * @param pairs of the problem
   */
  LeaderSentence(
      List<ArmResult> arms,
      List<PairResult> pairs,
      ScoreText scores,
      Sentences sentences,
      double confidence) {
    this.arms = List.copyOf(arms);
    this.pairs = List.copyOf(pairs);
    this.scores = scores;
    this.sentences = sentences;
    this.confidence = confidence;
  }

  String text() {
    ArmResult leader = arms.get(0);
    String mean = "mean " + scores.metric();
    String value = scores.score(leader.mean());
    if (arms.size() == 1) {
      return sentences.named(
          "%s reaches a %s of %s%s; there is no other arm to compare it with."
              .formatted(leader.arm(), mean, value, certainty(leader)));
    }
    Resolution resolution = Resolution.of(arms.stream().mapToDouble(arm -> arm.mean().value()));
    double highest = resolution.round(leader.mean().value());
    List<String> equal =
        arms.stream()
            .filter(arm -> resolution.round(arm.mean().value()) == highest)
            .map(ArmResult::arm)
            .toList();
    if (equal.size() > 1) {
      return sentences.named(
          "%s share the %s %s, %s.".formatted(Sentences.and(equal), scores.best(), mean, value));
    }
    return sentences.named(
        "%s has the %s %s, %s%s%s"
            .formatted(
                leader.arm(), scores.best(), mean, value, certainty(leader), tested(leader.arm())));
  }

  private String certainty(ArmResult arm) {
    int searches = arm.outcomes().size();
    return searches == 1
        ? " (1 search)"
        : " (%s interval %s, %d searches)"
            .formatted(Sentences.percent(confidence), scores.interval(arm.mean()), searches);
  }

  private String tested(String leader) {
    List<String> worse = opponents(leader, pair -> wins(pair, leader));
    List<String> unclear = opponents(leader, pair -> pair.decision() == UNDECIDED);
    List<String> better =
        opponents(leader, pair -> pair.decision() != UNDECIDED && !wins(pair, leader));
    int tests = worse.size() + unclear.size() + better.size();
    if (tests == 0) {
      return ", but it was tested against no other arm: this may be chance.";
    }
    if (worse.size() == tests) {
      return tests == 1
          ? " and is better than %s.".formatted(worse.get(0))
          : " and is better than all %d arms that it was tested against.".formatted(tests);
    }
    List<String> clauses = new ArrayList<>();
    if (!worse.isEmpty()) {
      clauses.add(
          "is better than %d of the %d arms that it was tested against"
              .formatted(worse.size(), tests));
    }
    if (!unclear.isEmpty()) {
      clauses.add("is not told apart from " + Sentences.and(unclear));
    }
    if (!better.isEmpty()) {
      clauses.add("is beaten, pair by pair, by " + Sentences.and(better));
    }
    return ", and " + String.join(", but ", clauses) + ".";
  }

  private List<String> opponents(String leader, Predicate<PairResult> which) {
    return pairs.stream()
        .filter(pair -> pair.first().equals(leader) || pair.second().equals(leader))
        .filter(which)
        .map(pair -> pair.first().equals(leader) ? pair.second() : pair.first())
        .toList();
  }

  private static boolean wins(PairResult pair, String arm) {
    return pair.decision() != UNDECIDED && (pair.decision() == FIRST) == pair.first().equals(arm);
  }
}
