package org.espalier.nas.benchmark.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.benchmark.InstalledPlugins;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * Trials on Fashion-MNIST, wired as the program does it. The files of the data set are found as in
 * a search ({@code NAS_DATA_DIR}).
 */
final class ImageTrials implements AutoCloseable {
  static final String CHAINS = "{type: chain-cnn, minLayers: 2, maxLayers: 4}";

  private final ExperimentGraph graph;
  private final int batch;

  /**
   * Wires the trials.
   *
   * @param space the search space in YAML
   * @param batch the number of images in a training step
   * @param validation the share of the images to validate with
   * @param more further settings of the evaluator in YAML, each after a comma
   */
  ImageTrials(String space, int batch, double validation, String more) throws IOException {
    String yaml =
        """
        name: images
        seed: 1
        dataset: {type: catalogue, name: fashion-mnist, prepare: {split: {validation: %s}}}
        searchSpace: %s
        controller: {type: random}
        evaluator: {type: training, epochs: 1, batch: %d, metrics: [accuracy]%s}
        reward: {type: metric, over: last}
        """
            .formatted(validation, space, batch, more);
    Catalogue catalogue = InstalledPlugins.with(new NamedNetworkPlugin());
    this.batch = batch;
    this.graph =
        ExperimentGraph.of(
            new ExperimentReader(catalogue).readStored(Path.of("images.yaml"), yaml),
            catalogue,
            new RunFolder(Files.createTempDirectory("images")));
  }

  /** Returns the trials of the {@link NamedNetwork}s. */
  static ImageTrials named(int batch, double validation, String more) throws IOException {
    return new ImageTrials("{type: " + NamedNetworkPlugin.TYPE + "}", batch, validation, more);
  }

  /** Returns the search space. */
  NetworkSearchSpace space() {
    return (NetworkSearchSpace) graph.searchSpace();
  }

  /** Returns the evaluator of a worker. */
  Evaluator evaluator() {
    return graph.evaluator();
  }

  /** Returns the trainer of final models. */
  FinalTrainer finalTrainer() {
    return graph.finalTrainer().orElseThrow();
  }

  /** Trains an architecture for a number of steps, and validates it. */
  Outcome train(Evaluator evaluator, Architecture architecture, int number, int steps) {
    double images = graph.dataset().orElseThrow().examples(Part.TRAINING).size();
    Fidelity fidelity = new Fidelity(1, steps * batch / images);
    try {
      return evaluator.evaluate(
          new Trial(number, Proposal.of(architecture, fidelity), number, number - 1),
          Progress.unwatched());
    } catch (Exception unexpected) {
      throw new IllegalStateException(architecture + " cannot be trained.", unexpected);
    }
  }

  @Override
  public void close() {
    graph.close();
  }
}
