package org.espalier.nas.experiment.file;

import java.util.List;

/**
 * An experiment with the settings it was read from.
 *
 * @param experiment what is to be run
 * @param settings where each of its settings stands
 */
public record LocatedExperiment(Experiment experiment, Setting.Mapping settings) {

  /** Where the value at a path stands: {@code place("controller", "batch")}. */
  public Place place(String... path) {
    return settings.locate(List.of(path));
  }
}
