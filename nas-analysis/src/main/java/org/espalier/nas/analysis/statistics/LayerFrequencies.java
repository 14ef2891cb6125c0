package org.espalier.nas.analysis.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The frequencies of layers by position, among the best architectures and among all.
 *
 * @param positions names of the decisions, in order
 * @param rows layers, the most frequent among the best first; architectures that end before a
 *     position count in the row {@value #ENDED}
 * @param best number of the best architectures
 * @param all number of all architectures
 */
public record LayerFrequencies(List<String> positions, List<Row> rows, int best, int all) {

  /** Label of the row of architectures without the position. */
  public static final String ENDED = "(no layer)";

  /**
   * The frequencies of a layer.
   *
   * @param layer label of the layer
   * @param inBest share of the best architectures at each position, in [0, 1]
   * @param inAll share of all architectures at each position, in [0, 1]
   */
  public record Row(String layer, List<Double> inBest, List<Double> inAll) {
    /** Copies. */
    public Row {
      inBest = List.copyOf(inBest);
      inAll = List.copyOf(inAll);
    }

    /** Returns the mean number of these layers in one of the best architectures. */
    double weightInBest() {
      return sum(inBest);
    }

    double weightInAll() {
      return sum(inAll);
    }

    private static double sum(List<Double> shares) {
      return shares.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private static final Comparator<Row> MOST_FREQUENT_FIRST =
      Comparator.comparing((Row row) -> row.layer().equals(ENDED))
          .thenComparing(Comparator.comparingDouble(Row::weightInBest).reversed())
          .thenComparing(Comparator.comparingDouble(Row::weightInAll).reversed())
          .thenComparing(Row::layer);

  /** Copies. */
  public LayerFrequencies {
    positions = List.copyOf(positions);
    rows = List.copyOf(rows);
  }

  /**
   * Returns the frequencies in architectures.
   *
   * @param best the best architectures
   * @param all all architectures, the best included
   */
  public static LayerFrequencies of(List<Architecture> best, List<Architecture> all) {
    ChoiceLabels labels = new ChoiceLabels(all);
    List<String> positions = positions(all);
    List<Map<String, Integer>> inBest = counts(positions, best, labels);
    List<Map<String, Integer>> inAll = counts(positions, all, labels);
    Set<String> layers = new HashSet<>();
    inAll.forEach(counts -> layers.addAll(counts.keySet()));
    List<Row> rows =
        layers.stream()
            .map(
                layer ->
                    new Row(
                        layer,
                        shares(inBest, layer, best.size()),
                        shares(inAll, layer, all.size())))
            .sorted(MOST_FREQUENT_FIRST)
            .toList();
    return new LayerFrequencies(positions, rows, best.size(), all.size());
  }

  /** Returns the frequencies in the best tenth of ranked trials and in all of them. */
  public static LayerFrequencies of(Ranking ranking) {
    return of(architectures(ranking.bestTenth()), architectures(ranking.results()));
  }

  /** Returns the {@code most} most frequent layers that occur among the best. */
  public List<Row> frequentRows(int most) {
    return rows.stream().filter(row -> row.weightInBest() > 0).limit(most).toList();
  }

  private static List<Architecture> architectures(List<TrialResult> results) {
    return results.stream().map(result -> result.trial().proposal().architecture()).toList();
  }

  private static List<String> positions(List<Architecture> architectures) {
    Map<String, Integer> latest = new LinkedHashMap<>();
    for (Architecture architecture : architectures) {
      List<Choice> choices = architecture.choices();
      for (int i = 0; i < choices.size(); i++) {
        latest.merge(choices.get(i).decision(), i, Math::max);
      }
    }
    return latest.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Map<String, Integer>> counts(
      List<String> positions, List<Architecture> architectures, ChoiceLabels labels) {
    List<Map<String, Integer>> counts = new ArrayList<>();
    positions.forEach(position -> counts.add(new HashMap<>()));
    for (Architecture architecture : architectures) {
      Map<String, Choice> byPosition = new HashMap<>();
      architecture.choices().forEach(choice -> byPosition.put(choice.decision(), choice));
      for (int i = 0; i < positions.size(); i++) {
        Choice choice = byPosition.get(positions.get(i));
        counts.get(i).merge(choice == null ? ENDED : labels.label(choice), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<Double> shares(List<Map<String, Integer>> counts, String layer, int of) {
    return counts.stream().map(byLayer -> (double) byLayer.getOrDefault(layer, 0) / of).toList();
  }
}
