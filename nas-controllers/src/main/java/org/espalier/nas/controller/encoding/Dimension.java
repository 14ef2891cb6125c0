package org.espalier.nas.controller.encoding;

import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;

/**
 * One coordinate of encoded architectures.
 *
 * @param decision the decision, with nothing masked
 */
public record Dimension(Decision decision) implements DecisionCoordinate {

  /** Checks that the decision is present. */
  public Dimension {
    Objects.requireNonNull(decision);
  }

  /** {@return true if the coordinate is an index without a meaningful distance to others} */
  public boolean unordered() {
    return !decision.domain().isOrdered();
  }

  /** {@return the number of distinct values; {@link Long#MAX_VALUE} for a real range} */
  public long values() {
    return decision.domain().count().orElse(Long.MAX_VALUE);
  }

  /**
   * Returns the coordinate of an answer.
   *
   * @param choice an answer to this decision
   * @return in [0, 1], or an index if the axis is {@link #unordered}
   */
  @Override
  public double coordinate(Choice choice) {
    return unordered() ? choice.number() : decision.domain().share(choice);
  }

  /**
   * Returns the valid answer nearest to a coordinate.
   *
   * @param asked this decision, possibly with something masked
   * @param coordinate a coordinate as {@link #coordinate} returns it, possibly outside the range
   * @return empty if the coordinate is inactive, or is an index that is not allowed
   */
  Optional<Choice> nearest(Decision asked, double coordinate) {
    if (DecisionCoordinates.isInactive(coordinate)) {
      return Optional.empty();
    }
    Domain domain = decision.domain();
    double number =
        unordered()
            ? (double) Math.round(coordinate)
            : domain.scale().between(domain.lowest(), domain.highest(), coordinate);
    Choice nearest = asked.nearest(number);
    return unordered() && nearest.number() != number ? Optional.empty() : Optional.of(nearest);
  }
}
