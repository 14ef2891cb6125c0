package org.espalier.nas.experiment.file;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with the experiments that it consists of.
 *
 * @param comparison its own settings
 * @param variants each arm on each problem, by problem and then by arm in the order of the file
 */
public record LocatedComparison(Comparison comparison, List<Variant> variants) {

  /** Copies. */
  public LocatedComparison {
    variants = List.copyOf(variants);
  }

  /**
   * One arm on one problem.
   *
   * @param problem the problem's name
   * @param arm the arm's name
   * @param description what the arm is, or null
   * @param seeds the seeds that the arm has, a first part of the comparison's
   * @param located its experiment, with the first of the seeds
   */
  public record Variant(
      String problem,
      String arm,
      @Nullable String description,
      List<Long> seeds,
      LocatedExperiment located) {
    /** Checks and copies. */
    public Variant {
      Objects.requireNonNull(located);
      seeds = List.copyOf(seeds);
    }
  }

  /** The names of the problems, in the order of the file. */
  public List<String> problems() {
    return variants.stream().map(Variant::problem).distinct().toList();
  }

  /** The names of the arms, in the order of the file. */
  public List<String> arms() {
    return variants.stream().map(Variant::arm).distinct().toList();
  }
}
