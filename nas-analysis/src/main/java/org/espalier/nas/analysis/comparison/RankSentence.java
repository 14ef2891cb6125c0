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
    return "Over %s the arms differ in rank (Friedman, %s): %s the best mean rank, %s, %s (Nemenyi, critical difference %s)."
        .formatted(
            ranks.blocks(),
            sentences.p(ranks.p()),
            Sentences.and(best) + (best.size() == 1 ? " has" : " share"),
            Figures.fixed(lowest, 2),
            close.isEmpty()
                ? "told apart from all other ranks"
                : "not told apart by this coarser test from that of " + Sentences.and(close),
            Figures.fixed(ranks.criticalDifference(), 2));
  }
}
