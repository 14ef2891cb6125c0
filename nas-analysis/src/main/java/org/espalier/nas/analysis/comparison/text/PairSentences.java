package org.espalier.nas.analysis.comparison.text;

import static org.espalier.nas.analysis.comparison.PairResult.Decision.FIRST;
import static org.espalier.nas.analysis.comparison.PairResult.Decision.UNDECIDED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.analysis.inference.SignedRankPower;
import org.espalier.nas.analysis.inference.SignedRankTest;

/** The sentences about the tests of pairs on one problem. */
final class PairSentences {

  private static final int MOST = 20;

  private final List<PairResult> pairs;
  private final String leader;
  private final ScoreText scores;
  private final Sentences sentences;
  private final Protocol protocol;

  /**
   * Creates the sentences.
   *
   * @param pairs pairs of the problem
   * @param leader the arm whose pairs alone are named if there are more than {@value #MOST}
   */
  PairSentences(
      List<PairResult> pairs,
      String leader,
      ScoreText scores,
      Sentences sentences,
      Protocol protocol) {
    this.pairs = List.copyOf(pairs);
    this.leader = leader;
    this.scores = scores;
    this.sentences = sentences;
    this.protocol = protocol;
  }

  List<Statement> all() {
    if (pairs.isEmpty()) {
      return List.of();
    }
    int most = pairs.stream().mapToInt(PairResult::pairs).max().orElseThrow();
    if (fewestSeeds() > most) {
      return List.of(new Statement(tooFew(most), false));
    }
    List<PairResult> named =
        pairs.size() <= MOST ? pairs : pairs.stream().filter(this::hasLeader).toList();
    List<Statement> all = new ArrayList<>();
    named.stream()
        .sorted(Comparator.comparingDouble(PairResult::adjusted).thenComparingDouble(PairResult::p))
        .map(pair -> pair.decision() == UNDECIDED ? undecided(pair) : decided(pair))
        .forEach(all::add);
    if (named.size() < pairs.size()) {
      all.add(others());
    }
    return all;
  }

  private boolean hasLeader(PairResult pair) {
    return pair.first().equals(leader) || pair.second().equals(leader);
  }

  /** Returns the least number of seeds with which a pair can be significant. */
  private int fewestSeeds() {
    int seeds = 1;
    while (SignedRankTest.smallestP(seeds) * pairs.size() > protocol.alpha()) {
      seeds++;
    }
    return seeds;
  }

  private String tooFew(int most) {
    return sentences.plain(
        "%s %s too few for a significant difference of any size (%s); at least %d are needed."
            .formatted(
                Sentences.count(most, "seed"), most == 1 ? "is" : "are", test(), fewestSeeds()));
  }

  private Statement decided(PairResult pair) {
    boolean first = pair.decision() == FIRST;
    String winner = first ? pair.first() : pair.second();
    String loser = first ? pair.second() : pair.first();
    Estimate difference = first ? pair.difference() : negated(pair.difference());
    String evidence =
        "%s (%s, n = %d)".formatted(sentences.p(pair.adjusted()), test(), pair.pairs());
    String result =
        difference.low() > 0
            ? "%s is better than %s: median difference %s (%s CI %s), %s."
                .formatted(
                    winner,
                    loser,
                    scores.difference(difference),
                    Sentences.percent(protocol.confidence()),
                    scores.range(difference),
                    evidence)
            : counts(winner, loser, pair) + evidence + size(difference);
    return new Statement(sentences.named(result), true);
  }

  private static String counts(String winner, String loser, PairResult pair) {
    int losses = pair.pairs() - pair.wins() - pair.ties();
    boolean first = pair.decision() == FIRST;
    return "%s is better than %s on %d of %s and worse on %d, "
        .formatted(
            winner,
            loser,
            first ? pair.wins() : losses,
            Sentences.count(pair.pairs(), "seed"),
            first ? losses : pair.wins());
  }

  private String size(Estimate difference) {
    return difference.low() == 0 && difference.high() == 0
        ? "; the median difference is zero."
        : "; the size of the difference is uncertain (%s CI of the median difference %s%s)."
            .formatted(
                Sentences.percent(protocol.confidence()),
                scores.range(difference),
                scores.points());
  }

  private Statement undecided(PairResult pair) {
    String result =
        pair.ties() == pair.pairs()
            ? sentences.named(
                "%s and %s have equal scores on all %s."
                    .formatted(pair.first(), pair.second(), Sentences.count(pair.pairs(), "seed")))
            : sentences.plain(
                "no significant difference between %s and %s (%s, n = %d)%s."
                    .formatted(
                        pair.first(),
                        pair.second(),
                        sentences.p(pair.adjusted()),
                        pair.pairs(),
                        needed(pair)));
    return new Statement(result, false);
  }

  private static String needed(PairResult pair) {
    Integer seeds = pair.seedsNeeded();
    if (seeds == null) {
      return pair.pairs() - pair.ties() < SignedRankPower.FEWEST
          ? ""
          : "; even 100,000 seeds would probably not detect a difference of the observed size";
    }
    return seeds <= pair.pairs()
        ? ""
        : "; %s seeds are needed to detect the observed difference with 80\u00A0%% power"
            .formatted(Sentences.about(seeds));
  }

  private Statement others() {
    List<PairResult> others = pairs.stream().filter(pair -> !hasLeader(pair)).toList();
    long decided = others.stream().filter(pair -> pair.decision() != UNDECIDED).count();
    return new Statement(
        sentences.plain(
            "of the %s without %s, %d differ significantly."
                .formatted(Sentences.count(others.size(), "other pair"), leader, decided)),
        decided > 0);
  }

  private String test() {
    return pairs.size() == 1
        ? "Wilcoxon"
        : "Wilcoxon, Holm over %s".formatted(Sentences.count(pairs.size(), "pair"));
  }

  private static Estimate negated(Estimate difference) {
    return new Estimate(-difference.value(), -difference.high(), -difference.low());
  }
}
