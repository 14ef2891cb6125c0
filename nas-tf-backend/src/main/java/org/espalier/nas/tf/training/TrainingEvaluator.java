package org.espalier.nas.tf.training;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.tf.checkpoint.TrialCheckpoint;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.graph.ResourceStack;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.espalier.nas.tf.sharing.WeightKey;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/**
 * An evaluator that trains the network of each trial on the training part and measures it on the
 * validation part, or does so on each fold of a cross-validation.
 */
@Description("Trains candidate networks with TensorFlow.")
public final class TrainingEvaluator implements Evaluator {
  private final ResourceStack resources = new ResourceStack();
  private final TrainingSettings settings;
  private final TunableSettings tunable;
  private final NetworkSearchSpace space;
  private final RandomStreams streams;
  private final SharedWeights shared;
  private final TrialCheckpoints checkpoints;
  private final List<EvaluationData> folds;
  private final MemoryLimit memoryLimit;
  private final LayerBuilders builders;

  /**
   * Creates the evaluator of one worker.
   *
   * @throws InvalidHyperparameterException if the space decides unknown settings, or gives them
   *     invalid values
   * @throws InvalidSettingException if the machine does not have the device
   * @throws NasException if the architectures of the space are not networks, or a metric named in
   *     the settings is not measured
   */
  @Inject
  public TrainingEvaluator(
      TrainingSettings settings,
      SearchSpace space,
      Dataset dataset,
      RandomStreams streams,
      SharedWeights shared,
      TrialCheckpoints checkpoints,
      LayerImplementations layers) {
    this.settings = settings;
    this.builders = LayerBuilders.of(layers);
    this.space = Networks.of(space, builders);
    this.streams = streams;
    this.shared = shared;
    this.checkpoints = checkpoints;
    settings.classWeights().requireFit(dataset.info().task());
    settings.requireDevice();
    if (settings.dependence().isPresent()) {
      shared.requireEarlier();
    }
    this.memoryLimit = MemoryLimit.of(settings);
    SettingsCheck check = SettingsCheck.of(dataset);
    check.require(settings);
    this.tunable = TunableSettings.of(settings, space, check);
    this.folds = dataset.folds().isEmpty() ? parts(List.of(dataset)) : parts(dataset.folds());
  }

  private List<EvaluationData> parts(List<Dataset> datasets) {
    if (datasets.size() > 1) {
      settings
          .refusalOfFolds()
          .ifPresent(
              reason -> {
                throw new NasException(reason);
              });
    }
    List<EvaluationData> parts = new ArrayList<>();
    for (Dataset each : datasets) {
      parts.add(EvaluationData.open(parts.size(), each, settings, resources));
    }
    return parts;
  }

  @Override
  public Outcome evaluate(Trial trial, Progress progress) {
    TrainingSettings decided;
    try {
      decided = tunable.of(trial.proposal().architecture());
    } catch (InvalidSettingException refused) {
      return Outcome.Failed.of(
          FailureCause.EXCEPTION,
          "The hyper-parameters do not go together: " + refused.getMessage());
    }
    return evaluate(trial, decided, progress);
  }

  private Outcome evaluate(Trial trial, TrainingSettings settings, Progress progress) {
    NetworkSpec network =
        AddedDropout.to(space.lower(trial.proposal().architecture()), settings.dropout())
            .expanded();
    int predicted = folds.stream().mapToInt(EvaluationData::largestPredicted).max().orElseThrow();
    Optional<String> tooLarge = memoryLimit.exceededBy(network, settings, predicted, folds.size());
    if (tooLarge.isPresent()) {
      return Outcome.Failed.of(FailureCause.OUT_OF_MEMORY, tooLarge.get());
    }
    try {
      return folds.size() > 1
          ? new CrossValidation(folds, builders, streams)
              .train(trial, settings, network, facts(network, Map.of()), progress)
          : train(trial, settings, network, progress);
    } catch (TFResourceExhaustedException | OutOfMemoryError e) {
      return Outcome.Failed.of(
          FailureCause.OUT_OF_MEMORY, network + " needs more memory than there is: " + e);
    }
  }

  private Outcome train(
      Trial trial, TrainingSettings settings, NetworkSpec network, Progress progress) {
    PhaseClock clock = new PhaseClock();
    Optional<TrialCheckpoint> before = checkpoints.before(trial);
    long seed = before.map(TrialCheckpoint::seed).orElse(trial.seed());
    Map<String, LayerWeights> inherited = before.isPresent() ? Map.of() : inherited(trial, network);
    Map<String, Double> facts = facts(network, inherited);
    EvaluationData data = folds.get(0);
    double fraction = settings.dataFraction() * trial.proposal().fidelity().dataFraction();
    clock.enter(Phase.BUILD);
    try (Batches batches = data.training(fraction, streams, settings.batch());
        CandidateNetwork candidate =
            data.build(
                builders,
                network,
                settings,
                Construction.of(seed, inherited, settings.steps(batches)))) {
      Training training =
          new Training(
              candidate,
              data.epochs(candidate, batches, settings, seed, clock),
              data.measures(),
              settings);
      WarmStart continuation = new WarmStart(network, settings, candidate, training);
      before.ifPresent(continuation::goOnFrom);
      int taken = training.measurements().size();
      TrainingEnd ending = training.train(trial.proposal().fidelity().epochs(), progress);
      clock.enter(Phase.OTHER);
      if (ending.usable() && checkpoints.wanted(trial)) {
        checkpoints.keep(trial, continuation.checkpoint(seed));
      }
      ending = leaveWeights(trial, network, candidate, training.keepWeights(ending));
      Cost cost = cost(inherited).withEpochs(training.measurements().size() - taken);
      return ending.outcome(training.measurements(), new Account(cost, facts, clock.times()));
    }
  }

  private Map<String, LayerWeights> inherited(Trial trial, NetworkSpec network) {
    Map<String, LayerWeights> inherited = new HashMap<>();
    settings
        .sharing()
        .mode()
        .keys(network)
        .forEach(
            (layer, key) ->
                shared
                    .find(key, trial.informedBy())
                    .ifPresent(weights -> inherited.put(layer, weights)));
    return inherited;
  }

  private TrainingEnd leaveWeights(
      Trial trial, NetworkSpec network, CandidateNetwork candidate, TrainingEnd ending) {
    if (!ending.usable() || settings.sharing().mode() == Sharing.Mode.NONE) {
      return ending;
    }
    Map<String, LayerWeights> weights = candidate.weights();
    if (!weights.values().stream().allMatch(LayerWeights::finite)) {
      // ReLU turns NaN into 0, so the loss may not reveal it.
      return new TrainingEnd.Diverged("Weights became NaN or infinite; a clipNorm may help.");
    }
    Map<WeightKey, LayerWeights> left = new LinkedHashMap<>();
    // If layers have the same bigram, the weights of the last one are shared.
    settings
        .sharing()
        .mode()
        .keys(network)
        .forEach((layer, key) -> left.put(key, requireNonNull(weights.get(layer))));
    shared.publish(trial.number(), left);
    return ending;
  }

  private Map<String, Double> facts(NetworkSpec network, Map<String, LayerWeights> inherited) {
    Map<String, Double> facts = new HashMap<>();
    facts.put("parameters", (double) network.parameters());
    facts.put("flops", (double) network.flops());
    facts.put("inherited.layers", (double) inherited.size());
    if (folds.size() > 1) {
      facts.put("folds", (double) folds.size());
    }
    return facts;
  }

  private static Cost cost(Map<String, LayerWeights> inherited) {
    return Cost.unknown()
        .withInheritedWeights(inherited.values().stream().mapToLong(LayerWeights::size).sum());
  }

  @Override
  public void close() {
    resources.close();
  }
}
