package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.markup.Figures;

/** What the ranks of all arms together say. */
final class RankSentence {

  private final Ranks ranks;
  private final Sentences sentences;

  RankSentence(Ranks ranks, double alpha) {
    this.ranks = ranks;
    this.sentences = new Sentences("", alpha);
  }

  String text() {
    if (ranks.p() > sentences.alpha()) {
      return "Over %s the ranks of the arms differ by no more than chance would have it (Friedman, %s)."
          .formatted(ranks.blocks(), sentences.p(ranks.p()));
    }
    Map.Entry<String, Double> best = ranks.meanRanks().entrySet().iterator().next();
    List<String> close =
        ranks.groups().stream()
            .filter(group -> group.contains(best.getKey()))
            .flatMap(List::stream)
            .filter(arm -> !arm.equals(best.getKey()))
            .distinct()
            .toList();
    return "Over %s the arms differ in rank (Friedman, %s): %s has the best mean rank, %s, and by the coarser test of mean ranks is %s (Nemenyi, critical difference %s)."
        .formatted(
            ranks.blocks(),
            sentences.p(ranks.p()),
            best.getKey(),
            Figures.fixed(best.getValue(), 2),
            close.isEmpty()
                ? "told apart from all others"
                : "not told apart from " + Sentences.and(close),
            Figures.fixed(ranks.criticalDifference(), 2));
  }
}
