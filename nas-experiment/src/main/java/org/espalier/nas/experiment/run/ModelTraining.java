package org.espalier.nas.experiment.run;

import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.espalier.nas.tf.export.TrainedModel;
import org.espalier.nas.tf.training.FinalTraining;
import org.espalier.nas.tf.training.TrainingSettings;
import org.jspecify.annotations.Nullable;

/** Trains an architecture that a run found, from scratch and with early stopping. */
public final class ModelTraining {
  private static final String PURPOSE = "train";
  private static final int EPOCHS_FACTOR = 10;

  private final Catalogue catalogue;

  /** Creates the training. */
  public ModelTraining(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Trains.
   *
   * @param study the run
   * @param chosen the trial whose architecture is trained
   * @param epochs the most epochs, or null for ten times those of the search
   * @param listener told after each epoch
   * @throws NasException if the run's evaluator does not train networks, or the training fails
   */
  public TrainedModel train(
      StoredStudy study, TrialResult chosen, @Nullable Integer epochs, Progress listener) {
    LocatedExperiment located =
        new StoredPlugins(study.description(), catalogue)
            .read(study.folder().resolve(SearchRun.EXPERIMENT), study.description().yaml());
    if (!(located.experiment().evaluator().config() instanceof TrainingSettings settings)) {
      throw new NasException(
          "The run's evaluator is %s, which trains no networks; only runs with the evaluator training can be trained."
              .formatted(located.experiment().evaluator().type()));
    }
    try (ExperimentGraph graph =
        ExperimentGraph.of(located, catalogue, new RunFolder(study.folder()))) {
      Dataset dataset =
          graph.dataset().orElseThrow(() -> new NasException("The run has no data to train on."));
      SearchRun.requireSameData(graph.dataset(), study.description());
      int number = chosen.trial().number();
      long seed = new RandomStreams(located.experiment().seed()).seed(PURPOSE, number);
      return new FinalTraining(settings, graph.searchSpace(), dataset)
          .train(
              chosen.trial().proposal().architecture(),
              epochs == null ? EPOCHS_FACTOR * settings.epochs() : epochs,
              seed,
              listener);
    }
  }
}
