package org.espalier.nas.analysis.comparison.text;

import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.markup.NumberFormat;

/** The sentence about the ranks of all arms. */
final class RankSentence {

  private final Ranks ranks;
  private final Sentences sentences;

  RankSentence(Ranks ranks, double alpha) {
    this.ranks = ranks;
    this.sentences = new Sentences("", alpha);
  }

  Statement statement() {
    String blocks = Sentences.blocks(ranks);
    if (ranks.p() > sentences.alpha()) {
      return new Statement(
          "No significant difference between the ranks of the arms over %s (Friedman, %s)."
              .formatted(blocks, sentences.p(ranks.p())),
          false);
    }
    double lowest = ranks.meanRanks().values().iterator().next();
    List<String> best =
        ranks.meanRanks().entrySet().stream()
            .filter(rank -> rank.getValue() == lowest)
            .map(Map.Entry::getKey)
            .toList();
    List<String> close =
        ranks.groups().stream()
            .filter(group -> group.containsAll(best))
            .flatMap(List::stream)
            .filter(arm -> !best.contains(arm))
            .distinct()
            .toList();
    return new Statement(
        "The ranks of the arms differ over %s (Friedman, %s): %s the best mean rank, %s, %s (Nemenyi, critical difference %s)."
            .formatted(
                blocks,
                sentences.p(ranks.p()),
                Sentences.and(best) + (best.size() == 1 ? " has" : " share"),
                NumberFormat.fixed(lowest, 2),
                close.isEmpty()
                    ? "significantly better than all others"
                    : "not significantly different from " + Sentences.and(close),
                NumberFormat.fixed(ranks.criticalDifference(), 2)),
        true);
  }
}
