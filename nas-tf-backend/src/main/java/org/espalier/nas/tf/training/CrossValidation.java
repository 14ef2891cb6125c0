package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.tf.graph.ResourceStack;
import org.espalier.nas.tf.layer.LayerBuilders;

/**
 * The training of a trial on the folds of a cross-validation. The networks of all folds are trained
 * in step, an epoch at a time, so that stopping rules and early stopping judge the mean over all
 * folds.
 */
final class CrossValidation {
  private final List<EvaluationData> folds;
  private final LayerBuilders builders;
  private final RandomStreams streams;

  CrossValidation(List<EvaluationData> folds, LayerBuilders builders, RandomStreams streams) {
    this.folds = List.copyOf(folds);
    this.builders = builders;
    this.streams = streams;
  }

  /**
   * Trains a network on each fold. A trial that continues another one is trained again from its
   * first epoch.
   *
   * @param facts the facts of the network
   */
  Outcome train(
      Trial trial,
      TrainingSettings settings,
      NetworkSpec network,
      Map<String, Double> facts,
      Progress progress) {
    PhaseClock clock = new PhaseClock();
    clock.enter(Phase.BUILD);
    try (ResourceStack resources = new ResourceStack()) {
      List<NetworkEpochs> epochs = new ArrayList<>();
      for (EvaluationData fold : folds) {
        long seed = new RandomStreams(trial.seed()).seed("training.fold", fold.index());
        double fraction = settings.dataFraction() * trial.proposal().fidelity().dataFraction();
        Batches training =
            resources.open(
                () -> fold.training(fraction, streams, settings.batch()), Batches::close);
        Construction choices = Construction.of(seed, Map.of(), settings.steps(training));
        CandidateNetwork candidate =
            resources.open(
                () -> fold.build(builders, network, settings, choices), CandidateNetwork::close);
        epochs.add(fold.epochs(candidate, training, settings, seed, clock));
      }
      Training training = new Training(new FoldedEpochs(epochs), folds.get(0).measures(), settings);
      TrainingEnd ending = training.train(trial.proposal().fidelity().epochs(), progress);
      clock.enter(Phase.OTHER);
      Cost cost = Cost.unknown().withEpochs(training.measurements().size());
      return ending.outcome(training.measurements(), new Account(cost, facts, clock.times()));
    }
  }
}
