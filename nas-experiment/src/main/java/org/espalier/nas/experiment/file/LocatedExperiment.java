package org.espalier.nas.experiment.file;

import java.util.List;
import org.espalier.nas.searchspace.hyperparameters.HyperparametersSettings;

/**
 * An experiment with the settings from which it was read.
 *
 * @param experiment experiment to run
 * @param settings settings with their places
 */
public record LocatedExperiment(Experiment experiment, Setting.Mapping settings)
    implements Located {

  /**
   * Returns the place of the value at a path: {@code place("controller", "batch")}.
   *
   * @param path keys; an element may hold several, separated by dots
   */
  public Place place(String... path) {
    return settings.locate(List.of(String.join(".", path).split("\\.", -1)));
  }

  /** Returns the keys that lead to the value at a place; empty for the whole experiment. */
  public List<String> path(Place place) {
    return SettingPath.of(settings, place).orElse(List.of());
  }

  /** Returns the place of a hyper-parameter: next to the search space, or else inside it. */
  public Place hyperparameter(String name) {
    HyperparametersSettings beside = experiment.hyperparameters();
    return beside != null && beside.parameters().containsKey(name)
        ? place("hyperparameters", "parameters", name)
        : place("searchSpace", "parameters", name);
  }
}
