package org.espalier.nas.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** A writer of comparisons: their settings, and each of their experiments in full. */
public final class ComparisonWriter {
  private final ExperimentWriter writer = new ExperimentWriter();

  /** Returns the settings of a comparison itself as YAML, without the place where searches run. */
  public String settings(Comparison comparison) {
    return writer.text(kept(comparison, key -> !key.equals("executor")));
  }

  /** Returns the comparison as YAML. */
  public String yaml(LocatedComparison located, Predicate<String> wanted) {
    return writer.text(tree(located, wanted));
  }

  /**
   * Returns the comparison as maps, lists and single values.
   *
   * @param wanted a filter of its keys and of the keys of an experiment
   */
  public Map<String, Object> tree(LocatedComparison located, Predicate<String> wanted) {
    Map<String, Object> tree = kept(located.comparison(), wanted);
    Map<String, Object> experiments = new LinkedHashMap<>();
    for (LocatedComparison.Variant variant : located.variants()) {
      String key =
          located.problems().size() == 1 ? variant.arm() : variant.problem() + ", " + variant.arm();
      experiments.put(key, kept(variant.located().experiment(), wanted));
    }
    tree.put("experiments", experiments);
    return tree;
  }

  private Map<String, Object> kept(Record settings, Predicate<String> wanted) {
    Map<String, Object> tree = new LinkedHashMap<>(writer.tree(settings));
    tree.keySet().removeIf(wanted.negate());
    return tree;
  }
}
