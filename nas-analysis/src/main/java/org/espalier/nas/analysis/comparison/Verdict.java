package org.espalier.nas.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a comparison says, in sentences for a person. */
final class Verdict {

  private final ComparisonRecord comparison;
  private final List<ArmResult> arms;
  private final List<PairResult> pairs;
  private final @Nullable Ranks ranks;

  Verdict(
      ComparisonRecord comparison,
      List<ArmResult> arms,
      List<PairResult> pairs,
      @Nullable Ranks ranks) {
    this.comparison = comparison;
    this.arms = List.copyOf(arms);
    this.pairs = List.copyOf(pairs);
    this.ranks = ranks;
  }

  List<String> sentences() {
    List<String> findings = new ArrayList<>();
    List<String> cautions = new ArrayList<>();
    for (ProblemRecord problem : comparison.problems()) {
      add(problem, findings, cautions);
    }
    if (ranks != null) {
      double alpha = comparison.protocol().alpha();
      boolean leads = comparison.problems().size() > 1 && ranks.p() <= alpha;
      findings.add(leads ? 0 : findings.size(), new RankSentence(ranks, alpha).text());
    }
    findings.addAll(cautions);
    return findings;
  }

  private void add(ProblemRecord problem, List<String> findings, List<String> cautions) {
    Protocol protocol = comparison.protocol();
    Sentences sentences = Sentences.of(problem, comparison);
    ScoreText scores = new ScoreText(problem);
    List<ArmResult> ofProblem =
        arms.stream().filter(arm -> arm.problem().equals(problem.name())).toList();
    List<PairResult> tested =
        pairs.stream().filter(pair -> pair.problem().equals(problem.name())).toList();
    if (ofProblem.isEmpty()) {
      findings.add(sentences.plain(nothing(problem)));
      return;
    }
    findings.add(
        new LeaderSentence(ofProblem, tested, scores, sentences, protocol.confidence()).text());
    findings.addAll(
        new PairSentences(tested, ofProblem.get(0).arm(), scores, sentences, protocol).all());
    cautions.addAll(untested(ofProblem, tested, sentences));
    cautions.addAll(new CautionSentences(problem, ofProblem, tested, scores, sentences).all());
  }

  private String nothing(ProblemRecord problem) {
    boolean any =
        comparison.searches().stream().anyMatch(search -> search.problem().equals(problem.name()));
    return any
        ? "every search failed: nothing can be said."
        : "there are no searches: nothing can be said.";
  }

  private List<String> untested(
      List<ArmResult> ofProblem, List<PairResult> tested, Sentences sentences) {
    List<String> untested = new ArrayList<>();
    List<String> present = ofProblem.stream().map(ArmResult::arm).toList();
    for (ArmRecord arm : comparison.arms()) {
      if (!present.contains(arm.name())) {
        untested.add(sentences.named(arm.name() + " has no searches and is left out."));
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
