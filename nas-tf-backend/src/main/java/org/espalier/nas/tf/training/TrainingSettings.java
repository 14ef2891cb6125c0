package org.espalier.nas.tf.training;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.tf.initializer.Initializer;
import org.espalier.nas.tf.loss.LossType;
import org.espalier.nas.tf.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * How candidates are trained.
 *
 * @param epochs passes over the training part for a trial of full fidelity
 * @param batch the number of examples in a training step
 * @param optimizer which optimizer, with its constants
 * @param loss which loss is minimised and measured
 * @param initializer how the weights of kernels are drawn; biases start at 0
 * @param l2 this times the sum of the squared kernels is added to the loss that is minimised
 * @param dropout the rate of a dropout that is added behind every hidden dense layer
 * @param classWeights how much the examples of each class count in training
 * @param shuffle whether the examples come in a new order in each epoch
 * @param earlyStopping when training ends before its last epoch; absent: never
 * @param keepBest the measured metric whose best epoch gives the weights that a trial leaves for
 *     others; absent: the last epoch
 * @param metrics what is measured besides the loss; empty: the usual ones of the task
 * @param measureTest whether the test part is measured after each epoch too, as {@code test.loss}
 *     and so on: for tables of results, in which a search must not look at it
 * @param sharing whether a trial starts from weights that earlier trials left
 * @param memoryLimitMiB how much memory one trial may take; absent: the machine's memory without
 *     the Java heap, divided by its processors
 */
public record TrainingSettings(
    @Default("10") @Description("Passes over the training part.") @Range("[1, inf)") int epochs,
    @Default("32") @Description("Examples in a training step.") @Range("[1, inf)") int batch,
    @Default("{type: adam}") @Description("The optimizer and its constants.")
        OptimizerSettings optimizer,
    @Default("auto") @Description("The loss; auto: the usual one of the task.") LossType loss,
    @Default("glorot-uniform") @Description("How kernels are drawn at first.")
        Initializer initializer,
    @Default("0") @Description("L2 strength on kernels.") @Range("[0, inf)") double l2,
    @Default("0")
        @Description("Rate of dropout added behind each hidden dense layer.")
        @Range("[0, 1)")
        double dropout,
    @Default("{}") @Description("How much the examples of each class count.")
        ClassWeighting classWeights,
    @Default("true") @Description("Whether each epoch has an order of its own.") boolean shuffle,
    @Description("When to end before the last epoch; absent: never.")
        @Nullable EarlyStopping earlyStopping,
    @Description("Metric whose best epoch gives the weights left to others; absent: the last.")
        @Nullable String keepBest,
    @Default("[]") @Description("Metrics besides the loss; empty: those usual for the task.")
        List<Metric> metrics,
    @Default("false") @Description("Measure the test part after each epoch too; for tables only.")
        boolean measureTest,
    @Default("{}") @Description("Whether trials start from the weights of earlier ones.")
        Sharing sharing,
    @Description("Memory that one trial may take, in MiB; absent: a share of the machine's.")
        @Range("[1, inf)")
        @Nullable Integer memoryLimitMiB)
    implements EvaluatorSettings {

  /** Checks the ranges. */
  public TrainingSettings {
    Objects.requireNonNull(optimizer);
    Objects.requireNonNull(loss);
    Objects.requireNonNull(initializer);
    Objects.requireNonNull(classWeights);
    Objects.requireNonNull(sharing);
    metrics = List.copyOf(metrics);
    SettingRanges.check(
        TrainingSettings.class,
        epochs,
        batch,
        optimizer,
        loss,
        initializer,
        l2,
        dropout,
        classWeights,
        shuffle,
        earlyStopping,
        keepBest,
        metrics,
        measureTest,
        sharing,
        memoryLimitMiB);
  }

  @Override
  public Fidelity fullFidelity() {
    return Fidelity.epochs(epochs);
  }

  @Override
  public Optional<String> dependence() {
    return sharing.mode() == Sharing.Mode.NONE
        ? Optional.empty()
        : Optional.of("sharing.mode (" + sharing.mode().name().toLowerCase(Locale.ROOT) + ")");
  }

  @Override
  public TrainingSettings independent() {
    return with(earlyStopping, keepBest, measureTest);
  }

  @Override
  public Optional<Class<? extends FinalTrainer>> finalTrainer() {
    return Optional.of(FinalTraining.class);
  }

  @Override
  public boolean measuresTestPart() {
    return measureTest;
  }

  /** Returns these settings with another end, and without weight sharing. */
  TrainingSettings endingBy(EarlyStopping stopping, String best) {
    return with(stopping, best, false);
  }

  private TrainingSettings with(
      @Nullable EarlyStopping stopping, @Nullable String best, boolean measuredTest) {
    return new TrainingSettings(
        epochs,
        batch,
        optimizer,
        loss,
        initializer,
        l2,
        dropout,
        classWeights,
        shuffle,
        stopping,
        best,
        metrics,
        measuredTest,
        new Sharing(Sharing.Mode.NONE),
        memoryLimitMiB);
  }
}
