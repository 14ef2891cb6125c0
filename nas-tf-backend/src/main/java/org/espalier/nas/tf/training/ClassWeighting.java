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
 * The weights of the classes' examples in the training loss.
 *
 * @param type the source of the weights
 * @param weights the weights of {@code given} by class name; 1 for classes not named
 */
public record ClassWeighting(
    @Default("none") @Description("Source of the weights: none, balanced or given.") Type type,
    @Default("{}")
        @Description("Weights by class for type given; other classes have weight 1.")
        @Range("[0, inf)")
        Map<String, Double> weights) {

  /** The source of the weights. */
  public enum Type {
    /** Weight 1 for every example. */
    NONE,
    /** Weight examples / (classes · examples of its class), counted in the training part. */
    BALANCED,
    /** The weights in the settings. */
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

  /** Returns weight 1 for every example. */
  public static ClassWeighting none() {
    return new ClassWeighting(Type.NONE, Map.of());
  }

  /**
   * Returns the weight of each class; null if all are 1.
   *
   * @param training the training examples
   * @throws InvalidSettingException if the task has no classes
   * @throws NasException if a given name is not one of them
   */
  @Nullable ClassWeights of(Task task, Examples training) {
    if (type == Type.NONE) {
      return null;
    }
    Task.Classification classification = requireClasses(task);
    return type == Type.BALANCED
        ? ClassWeights.balanced(counts(classification.classes().size(), training))
        : given(classification);
  }

  private static Task.Classification requireClasses(Task task) {
    if (task instanceof Task.Classification classification) {
      return classification;
    }
    throw new InvalidSettingException(
        "classWeights",
        "classWeights need classes, but %s: set type to none."
            .formatted(
                task instanceof Task.MultiLabel
                    ? task.target() + " are several labels"
                    : task.target() + " is a number"));
  }

  /**
   * Checks that the task has classes if they are weighted.
   *
   * @throws InvalidSettingException if it has none
   */
  void requireFit(Task task) {
    if (type != Type.NONE) {
      requireClasses(task);
    }
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
