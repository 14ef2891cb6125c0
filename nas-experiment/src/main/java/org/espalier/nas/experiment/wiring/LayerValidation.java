package org.espalier.nas.experiment.wiring;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import org.espalier.nas.api.InvalidBackboneException;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;

/**
 * A check that the data can be used, and that the evaluator can train the networks of a search
 * space and measures the metrics that are named.
 */
public final class LayerValidation {
  private final Catalogue catalogue;

  /** Creates a check against the layers that plugins bring. */
  public LayerValidation(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Checks the data and the search space of an experiment without creating its evaluator. They are
   * not checked if the data are not on this machine, and the search space is not if the evaluator
   * trains no networks.
   *
   * @return the task of the data; empty if they were not read
   * @throws InvalidExperimentException if the data cannot be used or have folds that the evaluator
   *     does not support, a layer cannot be built, or a metric is not measured
   */
  public Optional<Task> require(LocatedExperiment located) {
    boolean trains = located.experiment().evaluatorSettings().finalTrainer().isPresent();
    if (!trains && located.experiment().dataset() == null) {
      return Optional.empty();
    }
    DownloadListener none =
        (download, received) -> {
          throw new InvalidDataException(
              "The data are not here yet.", new FileNotFoundException(download.toString()));
        };
    try (ExperimentGraph graph =
        ExperimentGraph.of(located, catalogue, new RunFolder(Path.of("")), none)) {
      if (!hasData(graph)) {
        return Optional.empty();
      }
      graph.requireMetrics();
      if (trains) {
        require(located, graph);
      }
      return graph.dataset().map(data -> data.info().task());
    }
  }

  /**
   * Checks the search space of a graph.
   *
   * @throws InvalidExperimentException if a layer cannot be built
   */
  public void require(LocatedExperiment located, ExperimentGraph graph) {
    if (graph.searchSpace() instanceof NetworkSearchSpace space) {
      Experiment experiment = located.experiment();
      experiment
          .evaluatorSettings()
          .untrainable(space, experiment.searchSpace().type(), catalogue.layers())
          .ifPresent(
              reason -> {
                throw new InvalidExperimentException(
                    located.place(ComponentKind.SEARCH_SPACE.key()), reason);
              });
    }
  }

  private static boolean hasData(ExperimentGraph graph) {
    try {
      return graph.dataset().isPresent();
    } catch (InvalidExperimentException invalid) {
      Throwable cause = invalid.getCause();
      if ((cause instanceof InvalidDataException || cause instanceof InvalidBackboneException)
          && !absent(cause)) {
        throw invalid;
      }
      return false;
    } catch (NasException unavailable) {
      return false;
    }
  }

  /** Returns true if files are missing or cannot be reached, rather than wrong. */
  private static boolean absent(Throwable invalid) {
    Throwable cause = invalid.getCause();
    return cause instanceof IOException
        && !(cause instanceof ZipException || cause instanceof CharacterCodingException);
  }
}
