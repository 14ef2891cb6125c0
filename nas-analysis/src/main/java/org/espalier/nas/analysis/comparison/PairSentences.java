package org.espalier.nas.analysis.comparison;

import static org.espalier.nas.analysis.comparison.PairResult.Decision.FIRST;
import static org.espalier.nas.analysis.comparison.PairResult.Decision.UNDECIDED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.espalier.nas.analysis.inference.SignedRankPower;
import org.espalier.nas.analysis.inference.SignedRankTest;

/** What the tests of pairs on one problem say. */
final class PairSentences {

  private static final int MOST = 20;

  private final List<PairResult> pairs;
  private final String leader;
  private final ScoreText scores;
  private final Sentences sentences;
  private final Protocol protocol;

  /**
   * Sentences on pairs.
   *
   * @param pairs all of the problem
   * @param leader the arm whose pairs are named first where there are many
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

  List<String> all() {
    if (pairs.isEmpty()) {
      return List.of();
    }
    int most = pairs.stream().mapToInt(PairResult::pairs).max().orElseThrow();
    if (fewestSeeds() > most) {
      return List.of(tooFew(most));
    }
    List<PairResult> named =
        pairs.size() <= MOST ? pairs : pairs.stream().filter(this::hasLeader).toList();
    Comparator<PairResult> surestFirst =
        Comparator.comparingDouble(PairResult::adjusted).thenComparingDouble(PairResult::p);
    List<String> all = new ArrayList<>();
    Predicate<PairResult> undecided = pair -> pair.decision() == UNDECIDED;
    named.stream()
        .filter(undecided.negate())
        .sorted(surestFirst)
        .map(this::decided)
        .forEach(all::add);
    named.stream().filter(undecided).sorted(surestFirst).map(this::undecided).forEach(all::add);
    if (named.size() < pairs.size()) {
      all.add(others());
    }
    return all;
  }

  private boolean hasLeader(PairResult pair) {
    return pair.first().equals(leader) || pair.second().equals(leader);
  }

  /** With how many seeds the smallest probability that there is would be small enough. */
  private int fewestSeeds() {
    int seeds = 1;
    while (SignedRankTest.smallestP(seeds) * pairs.size() > protocol.alpha()) {
      seeds++;
    }
    return seeds;
  }

  private String tooFew(int most) {
    return sentences.plain(
        "with %s no test of a pair can decide, however large the difference (%s): at least %d are needed."
            .formatted(Sentences.count(most, "seed"), test(), fewestSeeds()));
  }

  private String decided(PairResult pair) {
    boolean first = pair.decision() == FIRST;
    String winner = first ? pair.first() : pair.second();
    String loser = first ? pair.second() : pair.first();
    Estimate difference = first ? pair.difference() : negated(pair.difference());
    return sentences.named(
        difference.low() > 0
            ? byHowMuch(winner, loser, difference, pair)
            : howOften(winner, loser, difference, pair));
  }

  private String byHowMuch(String winner, String loser, Estimate difference, PairResult pair) {
    return "%s beats %s by %s (median %s, %s interval), %s (%s, %s)."
        .formatted(
            winner,
            loser,
            scores.range(difference),
            scores.difference(difference),
            Sentences.percent(protocol.confidence()),
            sentences.p(pair.adjusted()),
            test(),
            Sentences.count(pair.pairs(), "seed"));
  }

  private String howOften(String winner, String loser, Estimate difference, PairResult pair) {
    int losses = pair.pairs() - pair.wins() - pair.ties();
    boolean first = pair.decision() == FIRST;
    String most =
        difference.low() == 0 && difference.high() == 0
            ? "; the median difference is zero."
            : "; by how much is open, for the %s interval of the median difference is %s."
                .formatted(Sentences.percent(protocol.confidence()), scores.range(difference));
    return "%s beats %s with %d of %s and loses with %d, %s (%s)%s"
        .formatted(
            winner,
            loser,
            first ? pair.wins() : losses,
            Sentences.count(pair.pairs(), "seed"),
            first ? losses : pair.wins(),
            sentences.p(pair.adjusted()),
            test(),
            most);
  }

  private String undecided(PairResult pair) {
    if (pair.ties() == pair.pairs()) {
      return sentences.named(
          "%s and %s end equal with all %s."
              .formatted(pair.first(), pair.second(), Sentences.count(pair.pairs(), "seed")));
    }
    return sentences.plain(
        "between %s and %s these %s cannot tell, %s (%s)%s."
            .formatted(
                pair.first(),
                pair.second(),
                Sentences.count(pair.pairs(), "seed"),
                sentences.p(pair.adjusted()),
                test(),
                needed(pair)));
  }

  private static String needed(PairResult pair) {
    Integer seeds = pair.seedsNeeded();
    if (seeds == null) {
      return pair.pairs() - pair.ties() < SignedRankPower.FEWEST
          ? ""
          : "; if the difference is as small as observed, even 100,000 would hardly show it";
    }
    return seeds <= pair.pairs()
        ? ""
        : "; %s would be needed to see the observed difference with 80\u00A0%% power"
            .formatted(Sentences.about(seeds));
  }

  private String others() {
    List<PairResult> others = pairs.stream().filter(pair -> !hasLeader(pair)).toList();
    long decided = others.stream().filter(pair -> pair.decision() != UNDECIDED).count();
    return sentences.plain(
        "of the %s without %s, %d are decided and %d are not."
            .formatted(
                Sentences.count(others.size(), "other pair"),
                leader,
                decided,
                others.size() - decided));
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
