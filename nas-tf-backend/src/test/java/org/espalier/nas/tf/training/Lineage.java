package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.tf.checkpoint.TrialCheckpoint;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.SharedWeights;

/** Trials that continue each other, evaluated as a study would, each by an evaluator of its own. */
final class Lineage {
  private static final long SEED = 77;

  private final Dataset dataset;
  private final FixedNetworks space;
  private final ArtifactStore run;
  private final List<Integer> reported = new ArrayList<>();
  private TrialCheckpoints checkpoints;
  private int trials;

  Lineage(Dataset dataset, FixedNetworks space, ArtifactStore run) {
    this.dataset = dataset;
    this.space = space;
    this.run = run;
    this.checkpoints = new TrialCheckpoints(run);
  }

  /** Drops everything except files, as if the process had been killed. */
  void forget() {
    checkpoints = new TrialCheckpoints(run);
  }

  /** Evaluates one more trial, which continues the previous one, if any. */
  Outcome next(SettingsOf settings, int network, Fidelity fidelity) {
    return next(settings, network, fidelity, Directive.CONTINUE);
  }

  Outcome next(SettingsOf settings, int network, Fidelity fidelity, Directive directive) {
    Integer parent = trials == 0 ? null : trials;
    trials++;
    Trial trial =
        new Trial(
            trials,
            new Proposal(space.architecture(network), fidelity, parent, null),
            SEED,
            trials - 1);
    checkpoints.retained(parent == null ? Set.of(trials) : Set.of(parent, trials));
    reported.clear();
    Progress progress =
        measurement -> {
          reported.add(measurement.step());
          return directive;
        };
    try (TrainingEvaluator evaluator =
        new TrainingEvaluator(
            settings.settings(),
            space,
            dataset,
            new RandomStreams(1),
            new SharedWeights(run),
            checkpoints,
            StandardLayers.implementations())) {
      Outcome outcome = evaluator.evaluate(trial, progress);
      checkpoints.storing(new TrialResult(trial, outcome, 0.0));
      return outcome;
    }
  }

  Outcome next(SettingsOf settings, int network, int epochs) {
    return next(settings, network, Fidelity.epochs(epochs));
  }

  /** Returns the epochs that the last trial reported. */
  List<Integer> reported() {
    return List.copyOf(reported);
  }

  /** Returns the checkpoint of the last trial. */
  TrialCheckpoint left() {
    Proposal any = new Proposal(space.architecture(0), Fidelity.epochs(99), trials, null);
    return checkpoints.before(new Trial(trials + 1, any, 0, trials)).orElseThrow();
  }
}
