package org.espalier.nas.experiment.wiring;

import java.nio.file.Path;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.layer.LayerCheck;
import org.espalier.nas.tf.layer.UnknownLayerException;
import org.espalier.nas.tf.training.TrainingSettings;

/**
 * A check that TensorFlow can build the layers of a search space whose networks are to be trained.
 */
public final class LayerValidation {
  private final Catalogue catalogue;

  /** Creates a check against the layers that plugins bring. */
  public LayerValidation(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Checks an experiment without creating its evaluator. A search space that needs data that are
   * missing or cannot be read is not checked.
   *
   * @throws InvalidExperimentException if a layer cannot be built
   */
  public void require(LocatedExperiment located) {
    if (!trains(located)) {
      return;
    }
    DownloadListener none =
        (download, received) -> {
          throw new InvalidDataException("The data are not here yet.");
        };
    try (ExperimentGraph graph =
        ExperimentGraph.of(located, catalogue, new RunFolder(Path.of("")), none)) {
      if (hasData(graph)) {
        require(located, graph);
      }
    }
  }

  /**
   * Checks the search space of a graph.
   *
   * @throws InvalidExperimentException if a layer cannot be built
   */
  public void require(LocatedExperiment located, ExperimentGraph graph) {
    if (trains(located) && graph.searchSpace() instanceof NetworkSearchSpace space) {
      try {
        new LayerCheck(LayerBuilders.of(catalogue.layers()))
            .require(space, located.experiment().searchSpace().type());
      } catch (UnknownLayerException unknown) {
        throw new InvalidExperimentException(
            located.place(ComponentKind.SEARCH_SPACE.key()), String.valueOf(unknown.getMessage()));
      }
    }
  }

  private static boolean trains(LocatedExperiment located) {
    return located.experiment().evaluator().config() instanceof TrainingSettings;
  }

  private static boolean hasData(ExperimentGraph graph) {
    try {
      return graph.dataset().isPresent();
    } catch (NasException absent) {
      return false;
    }
  }
}
