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
 * A comparison with its experiments.
 *
 * @param comparison settings of the comparison itself
 * @param variants all combinations of an arm and a problem, by problem and then by arm in the order
 *     of the file
 * @param searched problems in the order of the file; one if it names none
 * @param compared arms in the order of the file
 */
public record LocatedComparison(
    Comparison comparison,
    List<Variant> variants,
    List<Alternative> searched,
    List<Alternative> compared)
    implements Located {

  /** Copies the collections. */
  public LocatedComparison {
    variants = List.copyOf(variants);
    searched = List.copyOf(searched);
    compared = List.copyOf(compared);
  }

  /**
   * An arm or a problem.
   *
   * @param name name of the arm or problem
   * @param description description for display, or null
   * @param differences settings in which it differs from the base, by their paths, as they are
   *     written
   */
  public record Alternative(
      String name, @Nullable String description, Map<String, String> differences) {
    /** Copies the collections. */
    public Alternative {
      differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
    }
  }

  /**
   * An arm on a problem.
   *
   * @param problem name of the problem
   * @param arm name of the arm
   * @param description description of the arm, or null
   * @param seeds seeds of the arm, the first ones of the comparison's
   * @param located experiment with the first of the seeds
   */
  public record Variant(
      String problem,
      String arm,
      @Nullable String description,
      List<Long> seeds,
      LocatedExperiment located) {
    /** Checks and copies the components. */
    public Variant {
      Objects.requireNonNull(located);
      seeds = List.copyOf(seeds);
    }
  }

  /** Returns the names of the problems, in the order of the file. */
  public List<String> problems() {
    return searched.stream().map(Alternative::name).toList();
  }

  /** Returns the names of the arms, in the order of the file. */
  public List<String> arms() {
    return compared.stream().map(Alternative::name).toList();
  }

  /** Returns the number of searches. */
  public int searches() {
    return variants.stream().mapToInt(variant -> variant.seeds().size()).sum();
  }

  /**
   * Performs an action for each variant.
   *
   * @throws InvalidExperimentException with the errors in all variants
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
