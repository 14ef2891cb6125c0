package org.espalier.nas.analysis.comparison.text;

import static org.espalier.nas.analysis.comparison.PairResult.Decision.UNDECIDED;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.Resolution;

/** The sentence about the arm with the best mean on a problem and the tests of its lead. */
final class LeaderSentence {

  private final List<ArmResult> arms;
  private final List<PairResult> pairs;
  private final ScoreText scores;
  private final Sentences sentences;
  private final double confidence;
  private final Resolution resolution;

  /**
   * Creates the sentence.
   *
   * @param arms arms of the problem, the best first, at least one
   * @param pairs pairs of the problem
   */
  LeaderSentence(
      List<ArmResult> arms,
      List<PairResult> pairs,
      ScoreText scores,
      Sentences sentences,
      double confidence,
      Resolution resolution) {
    this.arms = List.copyOf(arms);
    this.pairs = List.copyOf(pairs);
    this.scores = scores;
    this.sentences = sentences;
    this.confidence = confidence;
    this.resolution = resolution;
  }

  Statement statement() {
    ArmResult leader = arms.get(0);
    String mean = "mean " + scores.metric();
    String value = scores.score(leader.mean());
    if (arms.size() == 1) {
      return statement(
          "%s reaches a %s of %s%s. There is no other arm to compare it with."
              .formatted(leader.arm(), mean, value, certainty(leader)),
          false);
    }
    double[] means =
        resolution.merge(arms.stream().mapToDouble(arm -> arm.mean().value()).toArray());
    List<String> equal =
        IntStream.range(0, means.length)
            .filter(i -> means[i] == means[0])
            .mapToObj(i -> arms.get(i).arm())
            .toList();
    if (equal.size() > 1) {
      return statement(
          "%s tie for the %s %s, %s.".formatted(Sentences.and(equal), scores.best(), mean, value),
          false);
    }
    return statement(
        "%s has the %s %s, %s%s%s"
            .formatted(
                leader.arm(), scores.best(), mean, value, certainty(leader), tested(leader.arm())),
        !opponents(leader.arm(), pair -> pair.isWonBy(leader.arm())).isEmpty());
  }

  private Statement statement(String sentence, boolean significant) {
    return new Statement(sentences.named(sentence), significant);
  }

  private String certainty(ArmResult arm) {
    int searches = arm.searches().size();
    return searches == 1
        ? " (n = 1)"
        : " (%s CI %s, n = %d)"
            .formatted(Sentences.percent(confidence), scores.interval(arm.mean()), searches);
  }

  private String tested(String leader) {
    List<String> worse = opponents(leader, pair -> pair.isWonBy(leader));
    List<String> unclear = opponents(leader, pair -> pair.decision() == UNDECIDED);
    List<String> better =
        opponents(leader, pair -> pair.decision() != UNDECIDED && !pair.isWonBy(leader));
    int tests = worse.size() + unclear.size() + better.size();
    if (tests == 0) {
      return ". It was not tested against another arm, so the lead may be chance.";
    }
    List<String> clauses = new ArrayList<>();
    if (worse.size() == 1 && tests == 1) {
      clauses.add("significantly better than " + worse.get(0));
    } else if (worse.size() == tests) {
      clauses.add("significantly better than all %d arms tested against it".formatted(tests));
    } else if (!worse.isEmpty()) {
      clauses.add(
          "significantly better than %d of the %d arms tested against it"
              .formatted(worse.size(), tests));
    }
    if (!unclear.isEmpty()) {
      clauses.add("no significant difference from " + Sentences.and(unclear));
    }
    if (!better.isEmpty()) {
      clauses.add("significantly worse than " + Sentences.and(better) + " in the paired test");
    }
    return ": " + String.join(", ", clauses) + ".";
  }

  private List<String> opponents(String leader, Predicate<PairResult> which) {
    return pairs.stream()
        .filter(pair -> pair.first().equals(leader) || pair.second().equals(leader))
        .filter(which)
        .map(pair -> pair.first().equals(leader) ? pair.second() : pair.first())
        .toList();
  }
}
