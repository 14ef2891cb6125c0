package org.espalier.nas.tf.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.tf.loss.ClassWeights;
import org.jspecify.annotations.Nullable;

/**
 * How much an example of each class counts in the training loss.
 *
 * @param type where the weights come from
 * @param weights of {@code given}: by the name of the class; a class that is not named counts 1
 */
public record ClassWeighting(
    @Default("none") @Description("Where the weights come from: none, balanced or given.")
        Type type,
    @Default("{}")
        @Description("Weights by class of type given; others count 1.")
        @Range("[0, inf)")
        Map<String, Double> weights) {

  /** Where the weights come from. */
  public enum Type {
    /** Every example counts 1. */
    NONE,
    /** An example counts examples / (classes · examples of its class), in the training part. */
    BALANCED,
    /** As written in the settings. */
    GIVEN
  }

  /** Checks and copies. */
  public ClassWeighting {
    Objects.requireNonNull(type);
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    if (weights.isEmpty() == (type == Type.GIVEN)) {
      throw new InvalidSettingException(
          "weights",
          "weights (%s) must be given with type given, and only then; type is %s."
              .formatted(weights, type.name().toLowerCase(Locale.ROOT)));
    }
    SettingRanges.check(ClassWeighting.class, type, weights);
  }

  /** Every example counts 1. */
  public static ClassWeighting none() {
    return new ClassWeighting(Type.NONE, Map.of());
  }

  /**
   * The weight of each class; null where all count 1.
   *
   * @param training the examples that are trained on
   * @throws NasException if the task has no classes, or none of a name that is given
   */
  @Nullable ClassWeights of(Task task, Examples training) {
    if (type == Type.NONE) {
      return null;
    }
    if (!(task instanceof Task.Classification classification)) {
      throw new NasException(
          "classWeights need classes, but " + task.target() + " is a number: set type to none.");
    }
    return type == Type.BALANCED
        ? ClassWeights.balanced(counts(classification.classes().size(), training))
        : given(classification);
  }

  private static long[] counts(int classes, Examples training) {
    long[] counts = new long[classes];
    for (int i = 0; i < training.size(); i++) {
      counts[(int) training.target(i)]++;
    }
    return counts;
  }

  private ClassWeights given(Task.Classification task) {
    for (String name : weights.keySet()) {
      if (!task.classes().contains(name)) {
        throw new NasException(
            "classWeights name the class %s; the classes are %s.".formatted(name, task.classes()));
      }
    }
    float[] given = new float[task.classes().size()];
    for (int c = 0; c < given.length; c++) {
      given[c] = weights.getOrDefault(task.classes().get(c), 1.0).floatValue();
    }
    return ClassWeights.of(given);
  }
}
