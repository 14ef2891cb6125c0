package org.espalier.nas.tf.training;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.HyperparameterSpace;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.tf.graph.ResourceStack;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.NodeKey;
import org.espalier.nas.tf.sharing.OneShotWeights;
import org.espalier.nas.tf.sharing.WeightKey;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/**
 * An evaluator whose trials train the weights of one model that contains all architectures (ENAS,
 * Pham et al. 2018).
 *
 * <p>A trial is one sampled architecture: it starts from the shared weights, trains them on some
 * minibatches, and is scored with them on the validation part. A trial that follows the last
 * results one by one sees all earlier training; trials side by side see the mean of what the trials
 * before them left.
 */
@Description("Trains weights that all architectures share, and scores each trial with them.")
public final class OneShotEvaluator implements Evaluator {
  private final ResourceStack resources = new ResourceStack();
  private final OneShotSettings settings;
  private final TrainingSettings training;
  private final NetworkSearchSpace space;
  private final RandomStreams streams;
  private final OneShotWeights shared;
  private final EvaluationData data;
  private final MemoryLimit memoryLimit;
  private final LayerBuilders builders;

  /**
   * Creates the evaluator of one worker.
   *
   * @throws InvalidHyperparameterException if the space decides settings of the training
   * @throws NasException if the architectures of the space are not networks, or a setting does not
   *     fit the data or the machine
   */
  @Inject
  public OneShotEvaluator(
      OneShotSettings settings,
      SearchSpace space,
      Dataset dataset,
      RandomStreams streams,
      OneShotWeights shared,
      LayerImplementations layers) {
    this.settings = settings;
    this.training = settings.training().unstopped();
    this.builders = LayerBuilders.of(layers);
    this.space = Networks.of(space, builders);
    this.streams = streams;
    this.shared = shared;
    requireArchitecturesOnly(space);
    if (settings.dependence().isPresent()) {
      shared.requireEarlier();
    }
    training.classWeights().requireFit(dataset.info().task());
    training.requireDevice();
    this.memoryLimit = MemoryLimit.of(training);
    SettingsCheck.of(dataset).require(settings.training());
    this.data = EvaluationData.open(0, dataset, training, resources);
  }

  private static void requireArchitecturesOnly(SearchSpace space) {
    if (space instanceof HyperparameterSpace mixed && !mixed.hyperparameters().isEmpty()) {
      String first = mixed.hyperparameters().iterator().next();
      throw new InvalidHyperparameterException(
          first,
          "Hyper-parameter of the evaluator one-shot: %s cannot be searched, since all trials train the same weights; remove it or use the evaluator training."
              .formatted(first));
    }
  }

  @Override
  public Outcome evaluate(Trial trial, Progress progress) {
    NetworkSpec network =
        AddedDropout.to(space.lower(trial.proposal().architecture()), training.dropout())
            .expanded();
    Optional<String> tooLarge =
        memoryLimit.exceededBy(network, training, data.largestPredicted(), 1);
    if (tooLarge.isPresent()) {
      return Outcome.Failed.of(FailureCause.OUT_OF_MEMORY, tooLarge.get());
    }
    try {
      return train(trial, network, progress);
    } catch (TFResourceExhaustedException | OutOfMemoryError e) {
      return Outcome.Failed.of(
          FailureCause.OUT_OF_MEMORY, network + " needs more memory than there is: " + e);
    }
  }

  private Outcome train(Trial trial, NetworkSpec network, Progress progress) {
    PhaseClock clock = new PhaseClock();
    clock.enter(Phase.BUILD);
    Map<String, WeightKey> keys = NodeKey.of(network);
    Map<String, LayerWeights> inherited = inherited(trial, keys);
    double fraction = training.dataFraction() * trial.proposal().fidelity().dataFraction();
    int[] rows = data.rows(fraction, streams);
    try (CandidateNetwork candidate =
        data.build(builders, network, training, start(trial, inherited))) {
      OptimizerSlots slots = new OptimizerSlots(candidate);
      slots.restore(inherited);
      candidate.count(stepsBefore(trial, rows));
      Training run =
          new Training(
              candidate,
              new OneShotEpochs(candidate, data, rows, settings, trial.seed(), clock),
              data.measures(),
              training);
      TrainingEnd ending = run.run(trial.proposal().fidelity().epochs(), progress);
      clock.enter(Phase.OTHER);
      ending = publish(trial, keys, slots, ending);
      Cost cost =
          Cost.unknown()
              .withInheritedWeights(OptimizerSlots.weights(inherited))
              .withEpochs(run.measurements().size());
      Map<String, Double> facts =
          Map.of(
              "parameters", (double) network.parameters(),
              "flops", (double) network.flops(),
              "inherited.layers", (double) inherited.size());
      return ending.outcome(run.measurements(), new Account(cost, facts, clock.times()));
    }
  }

  private Construction start(Trial trial, Map<String, LayerWeights> inherited) {
    // Weights that two trials begin side by side must start alike, or their mean would be useless.
    return new Construction(
        trial.seed(), inherited, 0, settings.sharing() ? streams : null, settings.predicting());
  }

  /** Returns the training steps of the trials before, on which learning-rate schedules depend. */
  private long stepsBefore(Trial trial, int[] rows) {
    int batch = training.batch();
    int steps = settings.steps() == 0 ? (rows.length + batch - 1) / batch : settings.steps();
    return settings.sharing() ? (long) trial.informedBy() * steps : 0;
  }

  private Map<String, LayerWeights> inherited(Trial trial, Map<String, WeightKey> keys) {
    Map<String, LayerWeights> inherited = new HashMap<>();
    if (settings.sharing()) {
      keys.forEach(
          (node, key) ->
              shared
                  .find(key, trial.informedBy())
                  .ifPresent(weights -> inherited.put(node, weights)));
    }
    return inherited;
  }

  private TrainingEnd publish(
      Trial trial, Map<String, WeightKey> keys, OptimizerSlots slots, TrainingEnd ending) {
    if (!ending.usable() || !settings.sharing()) {
      return ending;
    }
    Map<String, LayerWeights> weights = slots.withWeights();
    if (!weights.values().stream().allMatch(LayerWeights::finite)) {
      return new TrainingEnd.Diverged("Weights became NaN or infinite; a clipNorm may help.");
    }
    Map<WeightKey, LayerWeights> left = new LinkedHashMap<>();
    keys.forEach((node, key) -> left.put(key, Objects.requireNonNull(weights.get(node))));
    shared.publish(trial.number(), left);
    return ending;
  }

  @Override
  public void close() {
    resources.close();
  }
}
