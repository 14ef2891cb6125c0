package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import java.util.List;

/**
 * A recipe with the settings from which it was read.
 *
 * @param recipe the recipe
 * @param experiment an experiment on the recipe's search space, by which the space is created
 * @param settings settings with their places
 */
public record LocatedRecipe(
    ImportRecipe recipe, LocatedExperiment experiment, Setting.Mapping settings) {

  /** Returns the place of the value at a path of keys and indices. */
  public Place place(String... path) {
    return settings.locate(List.of(path));
  }

  /** Returns the folder to which the path of the rows is relative. */
  public Path folder() {
    return place("rows").source().folder();
  }
}
