package org.espalier.nas.tf.training;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
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
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.tf.checkpoint.TrialCheckpoint;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.graph.ResourceStack;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.sharing.Bigram;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.jspecify.annotations.Nullable;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/**
 * An evaluator that trains the network of each trial on the training part and measures it on the
 * validation part.
 */
@Description("Trains candidate networks with TensorFlow.")
public final class TrainingEvaluator implements Evaluator {
  private final ResourceStack resources = new ResourceStack();
  private final TrainingSettings settings;
  private final TunableSettings tunable;
  private final NetworkSearchSpace space;
  private final Dataset dataset;
  private final RandomStreams streams;
  private final SharedWeights shared;
  private final TrialCheckpoints checkpoints;
  private final Measures measures;
  private final Batches validation;
  private final @Nullable Batches test;
  private final MemoryLimit memoryLimit;
  private final LayerBuilders builders;

  /**
   * Creates the evaluator of one worker.
   *
   * @throws InvalidHyperparameterException if the space decides unknown settings, or gives them
   *     invalid values
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
    this.dataset = dataset;
    this.streams = streams;
    this.shared = shared;
    this.checkpoints = checkpoints;
    settings.classWeights().requireFit(dataset.info().task());
    this.measures = Measures.of(settings, dataset.info().task());
    this.memoryLimit = MemoryLimit.of(settings);
    this.tunable = TunableSettings.of(settings, space, dataset.info().task());
    this.validation =
        resources.open(() -> Batches.toPredict(dataset.examples(Part.VALIDATION)), Batches::close);
    this.test =
        settings.measureTest() ? resources.open(() -> testOf(dataset), Batches::close) : null;
  }

  private static Batches testOf(Dataset dataset) {
    Examples examples = dataset.examples(Part.TEST);
    if (examples.size() == 0) {
      throw new InvalidSettingException(
          "measureTest", "measureTest (true) needs a test part, which the data set does not have.");
    }
    return Batches.toPredict(examples);
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
        AddedDropout.to(
            space.lower(trial.proposal().architecture()).expanded(), settings.dropout());
    Optional<String> tooLarge = memoryLimit.exceededBy(network, settings, largestPredicted());
    if (tooLarge.isPresent()) {
      return Outcome.Failed.of(FailureCause.OUT_OF_MEMORY, tooLarge.get());
    }
    try {
      return train(trial, settings, network, progress);
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
    Map<Integer, LayerWeights> inherited =
        before.isPresent() ? Map.of() : inherited(trial, network);
    Map<String, Double> facts = facts(network, inherited);
    Examples examples = dataset.examples(Part.TRAINING);
    clock.enter(Phase.BUILD);
    try (CandidateNetwork candidate =
            CandidateNetwork.build(
                builders,
                network,
                dataset.info().task(),
                settings,
                settings.classWeights().of(dataset.info().task(), examples),
                seed,
                inherited);
        Batches batches = new Batches(examples, rows(trial, examples), settings.batch())) {
      Training training =
          new Training(candidate, batches, validation, test, measures, settings, seed, clock);
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
      return outcome(ending, training.measurements(), new Account(cost, facts, clock.times()));
    }
  }

  private Map<Integer, LayerWeights> inherited(Trial trial, NetworkSpec network) {
    Map<Integer, LayerWeights> inherited = new HashMap<>();
    if (settings.sharing().mode() == Sharing.Mode.BIGRAM) {
      Bigram.of(network)
          .forEach(
              (layer, bigram) ->
                  shared
                      .find(bigram, trial.informedBy())
                      .ifPresent(weights -> inherited.put(layer, weights)));
    }
    return inherited;
  }

  private TrainingEnd leaveWeights(
      Trial trial, NetworkSpec network, CandidateNetwork candidate, TrainingEnd ending) {
    if (!ending.usable() || settings.sharing().mode() == Sharing.Mode.NONE) {
      return ending;
    }
    Map<Integer, LayerWeights> weights = candidate.weights();
    if (!weights.values().stream().allMatch(LayerWeights::finite)) {
      // ReLU turns NaN into 0, so the loss may not reveal it.
      return new TrainingEnd.Diverged("Weights became NaN or infinite; a clipNorm may help.");
    }
    Map<Bigram, LayerWeights> left = new LinkedHashMap<>();
    // If layers have the same bigram, the weights of the last one are shared.
    Bigram.of(network)
        .forEach((layer, bigram) -> left.put(bigram, requireNonNull(weights.get(layer))));
    shared.publish(trial.number(), left);
    return ending;
  }

  private static Map<String, Double> facts(
      NetworkSpec network, Map<Integer, LayerWeights> inherited) {
    Map<String, Double> facts = new HashMap<>();
    facts.put("parameters", (double) network.parameters());
    facts.put("flops", (double) network.flops());
    facts.put("inherited.layers", (double) inherited.size());
    return facts;
  }

  private static Cost cost(Map<Integer, LayerWeights> inherited) {
    return Cost.unknown()
        .withInheritedWeights(inherited.values().stream().mapToLong(LayerWeights::size).sum());
  }

  /**
   * Returns the examples that a trial is trained on; those of a smaller fraction are a subset of
   * those of a larger one.
   */
  private int[] rows(Trial trial, Examples examples) {
    int[] rows = IntStream.range(0, examples.size()).toArray();
    double fraction = trial.proposal().fidelity().dataFraction();
    if (fraction == 1) {
      return rows;
    }
    Batches.shuffle(rows, streams.stream("training.subset", 0));
    return Arrays.copyOf(rows, Math.max(1, (int) Math.round(fraction * rows.length)));
  }

  private static Outcome outcome(TrainingEnd ending, List<Measurement> measured, Account account) {
    if (ending instanceof TrainingEnd.Stopped stopped) {
      return new Outcome.Stopped(
          measured, account, "A stopping rule ended it after epoch " + stopped.epoch() + ".");
    } else if (ending instanceof TrainingEnd.Diverged diverged) {
      return new Outcome.Failed(measured, account, FailureCause.DIVERGED, diverged.message());
    } else if (ending instanceof TrainingEnd.Abandoned) {
      return new Outcome.Failed(
          measured, account, FailureCause.EXCEPTION, "The evaluation was abandoned.");
    }
    return new Outcome.Completed(measured, account);
  }

  private int largestPredicted() {
    return test == null ? validation.largest() : Math.max(validation.largest(), test.largest());
  }

  @Override
  public void close() {
    resources.close();
  }
}
