package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.file.LocatedExperiment;

/**
 * One search of a comparison.
 *
 * @param variant the arm on the problem
 * @param seed its seed
 * @param identity changes with whatever its result depends on
 */
record Cell(Variant variant, long seed, String identity) {

  /** Its experiment. */
  LocatedExperiment located() {
    Experiment experiment = variant.located().experiment();
    return new LocatedExperiment(
        experiment.with(experiment.name(), seed), variant.located().settings());
  }

  /** The folder of its variant below that of all cells. */
  Path folder() {
    return Path.of(variant.problem(), variant.arm() + "-" + identity);
  }

  /** Its own name in that folder. */
  String name() {
    return "seed-" + seed;
  }

  /** For a person. */
  @Override
  public String toString() {
    return variant.arm() + ", seed " + seed;
  }
}
