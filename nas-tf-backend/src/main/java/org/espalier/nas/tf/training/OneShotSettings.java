package org.espalier.nas.tf.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.AugmentedSample;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.evaluation.MetricSettings;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.tf.layer.Mode;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a one-shot model.
 *
 * @param variant the correct evaluation, or that of the published code of ENAS for comparison
 * @param steps the minibatches on which a trial trains the shared weights; 0 for a pass over the
 *     training part
 * @param validationBatches the minibatches of the validation part on which a trial is scored; 0 for
 *     the whole part, or as published for one
 * @param sharing false to train each trial from new weights, for comparison
 * @param training the settings of the training of shared weights, and of final models; its epochs,
 *     early stopping and {@code keepBest} apply to final models only
 */
public record OneShotSettings(
    @Default("correct") @Description("correct, or as-published for comparison.") Variant variant,
    @Default("50")
        @Description("Minibatches that train the shared weights in a trial; 0: a pass.")
        @Range("[0, inf)")
        int steps,
    @Default("0")
        @Description("Minibatches of the validation part that score a trial; 0: the whole part.")
        @Range("[0, inf)")
        int validationBatches,
    @Default("true") @Description("Share weights; false: each trial starts anew.") boolean sharing,
    @Default("{}") @Description("Training of shared weights and of final models.")
        TrainingSettings training)
    implements EvaluatorSettings, MetricSettings {
  private static final String TRAINING = "training.";

  /** Variants of the evaluation. */
  public enum Variant {
    /** Predictions use statistics of training batches; the whole validation part by default. */
    CORRECT,
    /**
     * The code of ENAS (Pham et al. 2018): batch normalisation uses the statistics of the predicted
     * batch, and a trial is scored on a single minibatch by default.
     */
    AS_PUBLISHED
  }

  /** Checks the ranges. */
  public OneShotSettings {
    Objects.requireNonNull(variant);
    Objects.requireNonNull(training);
    SettingRanges.check(
        OneShotSettings.class, variant, steps, validationBatches, sharing, training);
    if (training.sharing().mode() != Sharing.Mode.NONE) {
      throw new InvalidSettingException(
          "training.sharing.mode",
          "training.sharing.mode (%s) must be none: the evaluator one-shot shares weights itself."
              .formatted(training.sharing().mode().name().toLowerCase(Locale.ROOT)));
    }
    if (training.measureTest()) {
      throw new InvalidSettingException(
          "training.measureTest",
          "training.measureTest (true) must be false: the evaluator one-shot is for searches only.");
    }
  }

  /** Returns the mode in which networks predict. */
  Mode predicting() {
    return variant == Variant.AS_PUBLISHED ? Mode.CALIBRATION : Mode.INFERENCE;
  }

  /** Returns the number of validation batches that score a trial; 0 for the whole part. */
  int scored() {
    return variant == Variant.AS_PUBLISHED && validationBatches == 0 ? 1 : validationBatches;
  }

  @Override
  public Optional<String> dependence() {
    return sharing ? Optional.of("sharing (true)") : Optional.empty();
  }

  /**
   * Returns settings that train an architecture by itself: whole passes over the training part,
   * scored on the whole validation part.
   */
  @Override
  public OneShotSettings independent() {
    return new OneShotSettings(Variant.CORRECT, 0, 0, false, training);
  }

  @Override
  public Optional<String> refusalOfFolds() {
    return Optional.of(
        "The evaluator one-shot shares weights between trials, which is not possible on the folds of a cross-validation (prepare.split.folds); remove the folds or use the evaluator training.");
  }

  @Override
  public int standaloneEpochs() {
    return training.epochs();
  }

  @Override
  public Optional<Class<? extends FinalTrainer>> finalTrainer() {
    return Optional.of(OneShotFinalTraining.class);
  }

  @Override
  public Optional<String> untrainable(
      NetworkSearchSpace space, String name, LayerImplementations layers) {
    return training.untrainable(space, name, layers);
  }

  @Override
  public Set<String> metrics(@Nullable Task task) {
    return training.metrics(task);
  }

  @Override
  public Map<String, List<String>> requiredMetrics() {
    return training.requiredMetrics().entrySet().stream()
        .collect(Collectors.toMap(named -> TRAINING + named.getKey(), Map.Entry::getValue));
  }

  @Override
  public Map<String, List<AugmentedSample>> augmentedSamples(
      Dataset dataset, int count, long seed) {
    return training.augmentedSamples(dataset, count, seed);
  }
}
