package org.espalier.nas.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Writes comparisons out: their settings, and each of their experiments in full. */
public final class ComparisonWriter {
  private final ExperimentWriter writer = new ExperimentWriter();

  /** The comparison as YAML. */
  public String yaml(LocatedComparison located, Predicate<String> wanted) {
    return writer.text(tree(located, wanted));
  }

  /**
   * The comparison as maps, lists and single values.
   *
   * @param wanted which of its keys, and of those of an experiment
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
