package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.file.LocatedExperiment;

/**
 * One search of a comparison.
 *
 * @param variant the arm on the problem
 * @param seed seed of the search
 * @param identity identifier that changes with everything that the result depends on
 * @param code identifier that changes with any code that can make the search fail
 */
record ArmSearch(Variant variant, long seed, String identity, String code) {

  /** Returns the experiment of the search. */
  LocatedExperiment located() {
    Experiment experiment = variant.located().experiment();
    return new LocatedExperiment(
        experiment.with(experiment.name(), seed), variant.located().settings());
  }

  /** Returns the search with other settings of its experiment. */
  ArmSearch with(LocatedExperiment other) {
    Variant changed =
        new Variant(
            variant.problem(), variant.arm(), variant.description(), variant.seeds(), other);
    return new ArmSearch(changed, seed, identity, code);
  }

  /** Returns the folder of the variant, relative to the folder of all searches. */
  Path folder() {
    return Path.of(variant.problem(), variant.arm() + "-" + identity);
  }

  /** Returns the name of the search in that folder. */
  String name() {
    return "seed-" + seed;
  }

  /** Returns the name for display. */
  @Override
  public String toString() {
    return variant.arm() + ", seed " + seed;
  }
}
