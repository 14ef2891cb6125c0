package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.TrainedModel;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.jspecify.annotations.Nullable;

/** The final training of an architecture that a run found. */
public final class ModelTraining {
  private static final String PURPOSE = "train";
  private static final int EPOCHS_FACTOR = 10;

  private final Catalogue catalogue;
  private final RunArtifacts artifacts;

  /**
   * Creates the training with the plugins of a catalogue.
   *
   * @param artifacts places of the files that the trials of runs left
   */
  public ModelTraining(Catalogue catalogue, RunArtifacts artifacts) {
    this.catalogue = catalogue;
    this.artifacts = artifacts;
  }

  /**
   * A final training that has ended.
   *
   * @param model trained model
   * @param network its network; empty if the architecture is none
   * @param data the run's data set; empty if the run has none
   */
  public record Ended(TrainedModel model, Optional<NetworkSpec> network, Optional<Dataset> data) {

    /** Returns the task of the data; empty if the run has no data. */
    public Optional<Task> task() {
      return data.map(dataset -> dataset.info().task());
    }
  }

  /**
   * Trains an architecture of a run from scratch and measures it on the test part.
   *
   * @param study the run
   * @param chosen the trial whose architecture is trained
   * @param epochs the maximum number of epochs, or null for ten times those of the search
   * @param listener receives the measurements of each epoch
   * @throws NasException if the run's evaluator offers no final trainer, or the training fails
   */
  public Ended train(
      StoredStudy study, TrialResult chosen, @Nullable Integer epochs, Progress listener) {
    LocatedExperiment located = trainable(study);
    Experiment experiment = located.experiment();
    try (ExperimentGraph graph = graph(located, Path.of(study.key()))) {
      SearchRun.requireSameData(graph.dataset(), study.description());
      FinalTrainer trainer = graph.finalTrainer().orElseThrow();
      TrainedModel model =
          trainer.train(
              chosen.trial().proposal().architecture(),
              epochs == null
                  ? EPOCHS_FACTOR * experiment.evaluatorSettings().standaloneEpochs()
                  : epochs,
              new RandomStreams(experiment.seed()).seed(PURPOSE, chosen.trial().number()),
              listener);
      Optional<NetworkSpec> network =
          graph.searchSpace() instanceof NetworkSearchSpace space
              ? Optional.of(space.lower(chosen.trial().proposal().architecture()))
              : Optional.empty();
      return new Ended(model, network, graph.dataset());
    }
  }

  /**
   * Returns the trial whose architecture scores best by what the search left, such as the weights
   * of a one-shot model.
   *
   * @param candidates some trials of the run, at least one; of equal ones the first is returned
   * @throws NasException if the run's evaluator scores no architectures
   */
  public TrialResult best(StoredStudy study, List<TrialResult> candidates) {
    LocatedExperiment located = trainable(study);
    try (ExperimentGraph graph = graph(located, Path.of(study.key()))) {
      SearchRun.requireSameData(graph.dataset(), study.description());
      List<Double> scores =
          graph
              .finalTrainer()
              .orElseThrow()
              .scores(
                  candidates.stream()
                      .map(candidate -> candidate.trial().proposal().architecture())
                      .toList());
      if (scores.isEmpty()) {
        throw new NasException(
            "The evaluator %s of this run cannot score architectures without training them; choose a trial, or search with the evaluator one-shot."
                .formatted(located.experiment().evaluator().type()));
      }
      return candidates.get(scores.indexOf(Collections.max(scores)));
    }
  }

  private ExperimentGraph graph(LocatedExperiment located, Path folder) {
    return ExperimentGraph.of(
        located,
        catalogue,
        new RunFolder(folder),
        artifacts.of(located.experiment(), folder),
        DownloadListener.none());
  }

  private LocatedExperiment trainable(StoredStudy study) {
    LocatedExperiment located =
        new StoredPlugins(study.description(), catalogue)
            .read(Path.of(study.key()).resolve(SearchRun.EXPERIMENT), study.description().yaml());
    Experiment experiment = located.experiment();
    if (experiment.evaluatorSettings().finalTrainer().isEmpty()) {
      throw new NasException(
          "The evaluator %s of this run offers no final trainer, so its architectures cannot be trained. Maybe search with the evaluator training instead."
              .formatted(experiment.evaluator().type()));
    }
    return located;
  }
}
