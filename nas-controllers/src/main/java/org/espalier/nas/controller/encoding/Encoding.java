package org.espalier.nas.controller.encoding;

import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/**
 * The encoding of architectures as points with one coordinate for each decision of a search space.
 *
 * <p>Numbers and ordered options lie in [0, 1] on their scale; an option without an order is its
 * index; a decision that was not asked is {@link DecisionCoordinates#INACTIVE}.
 */
public final class Encoding {

  private final DecisionCoordinates<Dimension> coordinates;

  /**
   * Creates the encoding of a space.
   *
   * @param space the space; its decisions become coordinates, in their order
   */
  public Encoding(SearchSpace space) {
    this.coordinates = new DecisionCoordinates<>(space, Dimension::new);
  }

  /** {@return the dimension of each coordinate} */
  public List<Dimension> axes() {
    return coordinates.all();
  }

  /**
   * Encodes an architecture.
   *
   * @param architecture one of this space
   * @return a coordinate for each of {@link #axes}
   */
  public double[] encode(Architecture architecture) {
    return coordinates.of(architecture);
  }

  /**
   * Returns the architecture nearest to a point: each decision that is asked gets the valid answer
   * nearest to its coordinate.
   *
   * @param point a coordinate for each of {@link #axes}; numbers may lie outside [0, 1]
   * @param random answers each decision whose coordinate is inactive, or is an unordered option
   *     that is not valid here
   * @return a complete architecture; for an encoded architecture that architecture, real numbers up
   *     to rounding
   */
  public Architecture decode(double[] point, RandomGenerator random) {
    return coordinates.walk(
        (place, asked) ->
            axes()
                .get(place)
                .nearest(asked, point[place])
                .orElseGet(() -> asked.quantile(random.nextDouble())));
  }

  /**
   * Returns the architecture at the quantiles of the decisions that are asked. Points that are
   * spread evenly over the unit cube give architectures that are spread evenly over their
   * decisions.
   *
   * @param units a number in [0, 1) for each of {@link #axes}
   * @return a complete architecture
   */
  public Architecture atQuantiles(double[] units) {
    return coordinates.walk((place, asked) -> asked.quantile(units[place]));
  }
}
