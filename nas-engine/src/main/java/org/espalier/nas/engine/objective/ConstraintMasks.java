package org.espalier.nas.engine.objective;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.HyperparameterSpace;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.engine.space.ConstrainedSpace;
import org.espalier.nas.engine.table.TableFacts;

/**
 * The masks of constraints on the size of networks: upper bounds on {@code parameters}, {@code
 * flops} and {@code size}. Other constraints are checked trial by trial.
 */
public final class ConstraintMasks {
  private static final String SIZE = "size";

  private final List<Constraint> constraints;
  private final LeastQuantities least;

  private ConstraintMasks(List<Constraint> constraints, LeastQuantities least) {
    this.constraints = constraints;
    this.least = least;
  }

  /**
   * Returns a search space without the networks that violate constraints; the space itself if it
   * has no networks or states no bounds on their sizes.
   *
   * @param table facts of a table, which go before the counts of networks
   * @throws UnsatisfiableConstraintException if no network is left
   */
  public static SearchSpace masked(
      SearchSpace space, List<Constraint> constraints, TableFacts table) {
    if (!(space instanceof NetworkSearchSpace networks) || space instanceof HyperparameterSpace) {
      return space;
    }
    LeastQuantities least = new LeastQuantities(networks, table);
    List<Constraint> masking =
        constraints.stream()
            .filter(constraint -> constraint.upper() && isSize(constraint.quantity()))
            .filter(
                constraint ->
                    least.of(counted(constraint.quantity()), Architecture.empty()).isPresent())
            .toList();
    return masking.isEmpty() ? space : new ConstraintMasks(masking, least).masked(networks);
  }

  private SearchSpace masked(NetworkSearchSpace networks) {
    for (Constraint constraint : constraints) {
      double value = least(constraint, Architecture.empty());
      if (constraint.violation(value) > 0) {
        throw new UnsatisfiableConstraintException(
            "constraints (%s) excludes every network of the search space: the least value is %s. Raise the bound, or search for smaller networks."
                .formatted(constraint, Valuation.number(value)));
      }
    }
    ConstrainedSpace masked = new ConstrainedSpace(networks, this::keptBy, exact());
    if (!masked.satisfiable()) {
      throw new UnsatisfiableConstraintException(
          "constraints (%s) exclude every network of the search space%s. Raise a bound, or search for smaller networks."
              .formatted(
                  constraints.stream().map(Constraint::toString).collect(Collectors.joining(", ")),
                  constraints.size() > 1 ? " together" : ""));
    }
    return masked;
  }

  /** Returns true for a single quantity with exact minima; two may lie at different networks. */
  private boolean exact() {
    List<String> quantities =
        constraints.stream().map(each -> counted(each.quantity())).distinct().toList();
    return quantities.size() == 1 && least.attained(quantities.get(0));
  }

  /** Returns false if all networks that begin with these decisions violate a constraint. */
  private boolean keptBy(Architecture made) {
    return constraints.stream()
        .allMatch(constraint -> constraint.violation(least(constraint, made)) == 0);
  }

  private double least(Constraint constraint, Architecture made) {
    OptionalDouble count = least.of(counted(constraint.quantity()), made);
    double factor = constraint.quantity().equals(SIZE) ? SizeObjective.MEGABYTES : 1;
    return count.orElse(0) * factor;
  }

  private static boolean isSize(String quantity) {
    return List.of(NetworkCounts.PARAMETERS, NetworkCounts.FLOPS, SIZE).contains(quantity);
  }

  private static String counted(String quantity) {
    return quantity.equals(NetworkCounts.FLOPS) ? quantity : NetworkCounts.PARAMETERS;
  }
}
