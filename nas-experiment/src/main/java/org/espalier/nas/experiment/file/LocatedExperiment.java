package org.espalier.nas.experiment.file;

import java.util.List;
import org.espalier.nas.searchspace.hyperparameters.HyperparametersSettings;

/**
 * An experiment with the settings it was read from.
 *
 * @param experiment what is to be run
 * @param settings where each of its settings stands
 */
public record LocatedExperiment(Experiment experiment, Setting.Mapping settings)
    implements Located {

  /**
   * Where the value at a path stands: {@code place("controller", "batch")}.
   *
   * @param path keys, possibly several in one with dots between them
   */
  public Place place(String... path) {
    return settings.locate(List.of(String.join(".", path).split("\\.", -1)));
  }

  /** Where a hyper-parameter stands: beside the search space, or else in it. */
  public Place hyperparameter(String name) {
    HyperparametersSettings beside = experiment.hyperparameters();
    return beside != null && beside.parameters().containsKey(name)
        ? place("hyperparameters", "parameters", name)
        : place("searchSpace", "parameters", name);
  }
}
