package org.espalier.nas.analysis.comparison.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.comparison.Resolution;

/** The conclusions of a comparison in sentences, significant results first, caveats last. */
public final class Verdict {

  private final ComparisonResults results;
  private final ComparisonRecord comparison;
  private final List<Statement> statements = new ArrayList<>();
  private final List<String> caveats = new ArrayList<>();

  private Verdict(ComparisonResults results) {
    this.results = results;
    this.comparison = results.comparison();
  }

  /** Returns the sentences of the verdict. */
  public static List<String> of(ComparisonResults results) {
    return new Verdict(results).sentences();
  }

  private List<String> sentences() {
    comparison.problems().forEach(this::add);
    AddedSeeds.of(comparison).ifPresent(caveats::add);
    addRanks();
    return Stream.of(
            MissingSearches.of(comparison).stream(),
            statements.stream().filter(Statement::significant).map(Statement::text),
            statements.stream().filter(one -> !one.significant()).map(Statement::text),
            caveats.stream())
        .flatMap(sentences -> sentences)
        .toList();
  }

  /** Adds the sentence about ranks, which comes first if it concerns several problems. */
  private void addRanks() {
    Ranks ranks = results.ranks();
    if (ranks != null) {
      Statement statement = new RankSentence(ranks, comparison.protocol().alpha()).statement();
      boolean first = comparison.problems().size() > 1 && statement.significant();
      statements.add(first ? 0 : statements.size(), statement);
    }
  }

  private void add(ProblemRecord problem) {
    Protocol protocol = comparison.protocol();
    Sentences sentences = Sentences.of(problem, comparison);
    ScoreText scores = new ScoreText(problem);
    List<ArmResult> arms = results.armsOn(problem);
    List<PairResult> pairs = results.pairsOn(problem);
    if (arms.isEmpty()) {
      statements.add(new Statement(sentences.plain(nothing(problem)), false));
      return;
    }
    statements.add(
        new LeaderSentence(
                arms,
                pairs,
                scores,
                sentences,
                protocol.confidence(),
                Resolution.of(problem.source()))
            .statement());
    statements.addAll(
        new PairSentences(pairs, arms.get(0).arm(), scores, sentences, protocol).all());
    caveats.addAll(untested(arms, pairs, sentences));
    caveats.addAll(new CautionSentences(problem, arms, pairs, scores, sentences).all());
  }

  private String nothing(ProblemRecord problem) {
    boolean any =
        comparison.searches().stream().anyMatch(search -> search.problem().equals(problem.name()));
    return any
        ? "all searches failed; no conclusion is possible."
        : "there are no searches; no conclusion is possible.";
  }

  private List<String> untested(
      List<ArmResult> arms, List<PairResult> tested, Sentences sentences) {
    List<String> untested = new ArrayList<>();
    List<String> present = arms.stream().map(ArmResult::arm).toList();
    for (ArmRecord arm : comparison.arms()) {
      if (!present.contains(arm.name())) {
        untested.add(sentences.named(arm.name() + " has no searches and is excluded."));
      }
    }
    for (Protocol.Pair pair : comparison.protocol().pairs()) {
      boolean both = present.contains(pair.first()) && present.contains(pair.second());
      if (both && tested.stream().noneMatch(result -> isOf(result, pair))) {
        untested.add(
            sentences.named(
                "%s and %s have no seed in common and are not tested."
                    .formatted(pair.first(), pair.second())));
      }
    }
    return untested;
  }

  private static boolean isOf(PairResult result, Protocol.Pair pair) {
    return result.first().equals(pair.first()) && result.second().equals(pair.second());
  }
}
