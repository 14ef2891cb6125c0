package org.espalier.nas.controller;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;

/** A known score over sequences of layers: short, exhaustible, of variable length. */
public final class PublishedSpace {

  private PublishedSpace() {}

  /** Returns the search space of the MLPNAS series: 840 sequences of at most three layers. */
  public static SearchSpace mlp() {
    return new MlpSearchSpace(
        MlpSettings.published(),
        new DatasetInfo.Tabular(
            "test",
            new Task.Classification("class", List.of("low", "medium", "high")),
            TensorShape.of(2),
            List.of(Feature.raw("x1"), Feature.raw("x2")),
            Map.of(),
            "hash"));
  }

  /** Returns the score of that space. */
  public static ReferenceProblem mlp(long seed) {
    return scored(mlp(), seed);
  }

  /**
   * Returns a smooth random score: a term for each option at each position, and for each pair of
   * consecutive options.
   *
   * @param space a small finite space
   * @param seed the seed of the score
   */
  public static ReferenceProblem scored(SearchSpace space, long seed) {
    RandomGenerator random = new RandomStreams(seed).stream("test.score", 0);
    Map<List<String>, Double> table = new HashMap<>();
    List<Architecture> all = space.enumerate().toList();
    for (Architecture architecture : all) {
      parts(architecture).forEach(part -> table.computeIfAbsent(part, p -> random.nextGaussian()));
    }
    return new ReferenceProblem(
        "sequences of layers",
        space,
        architecture -> score(table, architecture),
        all.stream().mapToDouble(architecture -> score(table, architecture)).max().orElseThrow());
  }

  private static double score(Map<List<String>, Double> table, Architecture architecture) {
    return parts(architecture).stream().mapToDouble(table::get).average().orElseThrow();
  }

  private static List<List<String>> parts(Architecture architecture) {
    List<String> texts = architecture.choices().stream().map(Choice::text).toList();
    List<List<String>> parts = new ArrayList<>();
    for (int place = 0; place < texts.size(); place++) {
      parts.add(List.of(Integer.toString(place), texts.get(place)));
      if (place > 0) {
        parts.add(List.of("pair", texts.get(place - 1), texts.get(place)));
      }
    }
    return parts;
  }
}
