package org.espalier.nas.tf.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.data.AugmentedSample;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.evaluation.MetricSettings;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.tf.augmentation.Augmentation;
import org.espalier.nas.tf.augmentation.AugmentedSamples;
import org.espalier.nas.tf.device.ComputeDevice;
import org.espalier.nas.tf.device.Devices;
import org.espalier.nas.tf.graph.Sessions;
import org.espalier.nas.tf.initializer.Initializer;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.layer.LayerCheck;
import org.espalier.nas.tf.layer.UnknownLayerException;
import org.espalier.nas.tf.loss.LossType;
import org.espalier.nas.tf.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the training of candidates.
 *
 * @param epochs passes over the training part for a trial of full fidelity
 * @param dataFraction the share of the training part that trials use, a share of each class; the
 *     final training of an architecture uses all of it
 * @param batch the number of examples in a training step
 * @param optimizer the optimizer with its constants
 * @param loss the loss that is minimised and measured
 * @param initializer the distribution of the initial kernels; biases start at 0
 * @param labelSmoothing ε of the smoothed targets of three or more classes in training: 1 − ε + ε/K
 *     for the true class, ε/K for each other
 * @param auxiliaryWeight the factor of the loss of each auxiliary output in training
 * @param augmentation the random changes of training images
 * @param l2 the factor of the sum of squared kernels that is added to the minimised loss
 * @param dropout the rate of the dropout added after every hidden dense layer
 * @param classWeights the weights of the classes' examples in training
 * @param shuffle true for a new order of the examples in each epoch
 * @param earlyStopping the condition to end training before its last epoch; absent: never
 * @param keepBest the measured metric whose best epoch gives the weights that a trial shares;
 *     absent: those of the last epoch
 * @param metrics the metrics measured besides the loss; empty: the usual ones of the task
 * @param measureTest true to measure the test part after each epoch too, as {@code test.loss} and
 *     so on: for tables of results; a search must not use it
 * @param sharing the sharing of weights between trials
 * @param memoryLimitMiB the memory that one trial may use; absent: the machine's memory without the
 *     Java heap, divided by its processors
 * @param device the device on which networks are trained: {@code cpu}, {@code gpu:0}, …
 */
public record TrainingSettings(
    @Default("10") @Description("Passes over the training part.") @Range("[1, inf)") int epochs,
    @Default("1") @Description("Share of the training part that trials use.") @Range("(0, 1]")
        double dataFraction,
    @Default("32") @Description("Examples in a training step.") @Range("[1, inf)") int batch,
    @Default("{type: adam}") @Description("Optimizer and its constants.")
        OptimizerSettings optimizer,
    @Default("auto") @Description("Loss; auto: the usual one of the task.") LossType loss,
    @Default("0")
        @Description("Label smoothing in training, for three or more classes.")
        @Range("[0, 1)")
        double labelSmoothing,
    @Default("0.4")
        @Description("Factor of the loss of each auxiliary output in training.")
        @Range("[0, inf)")
        double auxiliaryWeight,
    @Default("{}") @Description("Random changes of training images.") Augmentation augmentation,
    @Default("glorot-uniform") @Description("Distribution of the initial kernels.")
        Initializer initializer,
    @Default("0") @Description("L2 strength on kernels.") @Range("[0, inf)") double l2,
    @Default("0")
        @Description("Rate of dropout added after each hidden dense layer.")
        @Range("[0, 1)")
        double dropout,
    @Default("{}") @Description("Weights of the examples of each class.")
        ClassWeighting classWeights,
    @Default("true") @Description("Shuffle the examples before each epoch.") boolean shuffle,
    @Description("Condition to end before the last epoch; absent: never.")
        @Nullable EarlyStopping earlyStopping,
    @Description("Metric whose best epoch gives the weights to share; absent: the last.")
        @Nullable String keepBest,
    @Default("[]") @Description("Metrics besides the loss; empty: the usual ones of the task.")
        List<Metric> metrics,
    @Default("false") @Description("Measure the test part after each epoch too; for tables only.")
        boolean measureTest,
    @Default("{}") @Description("Sharing of weights between trials.") Sharing sharing,
    @Description("Memory that one trial may use, in MiB; absent: a share of the machine's.")
        @Range("[1, inf)")
        @Nullable Integer memoryLimitMiB,
    @Default("cpu") @Description("Device of the training: cpu, gpu:0, gpu:1 and so on.")
        String device)
    implements EvaluatorSettings, MetricSettings {

  /** Checks the ranges. */
  public TrainingSettings {
    Objects.requireNonNull(optimizer);
    Objects.requireNonNull(loss);
    Objects.requireNonNull(augmentation);
    Objects.requireNonNull(initializer);
    Objects.requireNonNull(classWeights);
    Objects.requireNonNull(sharing);
    metrics = List.copyOf(metrics);
    SettingRanges.check(
        TrainingSettings.class,
        epochs,
        dataFraction,
        batch,
        optimizer,
        loss,
        labelSmoothing,
        auxiliaryWeight,
        augmentation,
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
        memoryLimitMiB,
        device);
    ComputeDevice unused = ComputeDevice.of(device);
  }

  @Override
  public Optional<String> untrainable(
      NetworkSearchSpace space, String name, LayerImplementations layers) {
    try {
      new LayerCheck(LayerBuilders.of(layers)).require(space, name);
      return Optional.empty();
    } catch (UnknownLayerException unknown) {
      return Optional.of(String.valueOf(unknown.getMessage()));
    }
  }

  @Override
  public Set<String> metrics(@Nullable Task task) {
    return Measures.names(this, task);
  }

  @Override
  public Map<String, List<String>> requiredMetrics() {
    Map<String, List<String>> required = new LinkedHashMap<>();
    if (earlyStopping != null) {
      required.put("earlyStopping.metric", List.of(earlyStopping.metric()));
    }
    if (keepBest != null) {
      required.put("keepBest", List.of(keepBest));
    }
    return required;
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
  public Optional<String> refusalOfFolds() {
    return dependence()
        .map(
            setting ->
                "evaluator.%s shares weights between trials, which is not possible on the folds of a cross-validation (prepare.split.folds); remove one of the two."
                    .formatted(setting));
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
  public Map<String, List<AugmentedSample>> augmentedSamples(
      Dataset dataset, int count, long seed) {
    return augmentation.active() && dataset.info() instanceof DatasetInfo.Image
        ? AugmentedSamples.of(dataset, augmentation, count, seed)
        : Map.of();
  }

  @Override
  public boolean measuresTestPart() {
    return measureTest;
  }

  /** Returns the sessions in which a network is trained. */
  Sessions sessions(NetworkSpec network) {
    ComputeDevice on = ComputeDevice.of(device);
    Sessions sessions = Sessions.on(on);
    return on.equals(ComputeDevice.CPU) && PerceptronLayers.areAllOf(network)
        ? sessions.inFixedOrder()
        : sessions;
  }

  /**
   * Checks that the machine has the device.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if it does not
   */
  void requireDevice() {
    ComputeDevice wanted = ComputeDevice.of(device);
    if (!wanted.equals(ComputeDevice.CPU)) {
      Devices.find().require(wanted);
    }
  }

  /** Returns the number of training steps of a trial of full fidelity. */
  long steps(Batches training) {
    return (long) epochs * training.count();
  }

  /** Returns these settings without a condition to end training early. */
  TrainingSettings unstopped() {
    return with(null, null, false);
  }

  /** Returns these settings with another stopping condition, and without weight sharing. */
  TrainingSettings endingBy(EarlyStopping stopping, String best) {
    return with(stopping, best, false);
  }

  private TrainingSettings with(
      @Nullable EarlyStopping stopping, @Nullable String best, boolean measuredTest) {
    return new TrainingSettings(
        epochs,
        dataFraction,
        batch,
        optimizer,
        loss,
        labelSmoothing,
        auxiliaryWeight,
        augmentation,
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
        memoryLimitMiB,
        device);
  }
}
