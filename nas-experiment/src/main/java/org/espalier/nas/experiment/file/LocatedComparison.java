package org.espalier.nas.experiment.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with the experiments that it consists of.
 *
 * @param comparison its own settings
 * @param variants each arm on each problem, by problem and then by arm in the order of the file
 * @param searched the problems, in the order of the file; one if it names none
 * @param compared the arms, in the order of the file
 */
public record LocatedComparison(
    Comparison comparison,
    List<Variant> variants,
    List<Alternative> searched,
    List<Alternative> compared)
    implements Located {

  /** Copies. */
  public LocatedComparison {
    variants = List.copyOf(variants);
    searched = List.copyOf(searched);
    compared = List.copyOf(compared);
  }

  /**
   * An arm or a problem.
   *
   * @param name its name
   * @param description what it is, or null
   * @param differences the settings in which it differs from the base, by their paths, as they are
   *     written
   */
  public record Alternative(
      String name, @Nullable String description, Map<String, String> differences) {
    /** Copies. */
    public Alternative {
      differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
    }
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
    return searched.stream().map(Alternative::name).toList();
  }

  /** The names of the arms, in the order of the file. */
  public List<String> arms() {
    return compared.stream().map(Alternative::name).toList();
  }

  /** How many searches it has. */
  public int searches() {
    return variants.stream().mapToInt(variant -> variant.seeds().size()).sum();
  }

  /**
   * Does something with each variant.
   *
   * @throws InvalidExperimentException with all that is wrong with any of them
   */
  public void forEach(Consumer<Variant> action) {
    TreeSet<Problem> wrong = new TreeSet<>();
    for (Variant variant : variants) {
      try {
        action.accept(variant);
      } catch (InvalidExperimentException invalid) {
        wrong.addAll(invalid.problems());
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidExperimentException(List.copyOf(wrong));
    }
  }
}
