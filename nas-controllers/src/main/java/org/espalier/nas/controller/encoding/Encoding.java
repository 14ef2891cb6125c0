package org.espalier.nas.controller.encoding;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/**
 * The encoding of architectures as points with one coordinate for each decision of a search space.
 *
 * <p>Numbers and ordered options lie in [0, 1] on their scale; an option without an order is its
 * index; a decision that was not asked is {@link #INACTIVE}. Since every architecture has a
 * coordinate for each of {@link SearchSpace#decisions}, those of different length lie in one space
 * of points.
 */
public final class Encoding {

  /** The coordinate of a decision that an architecture does not contain. */
  public static final double INACTIVE = Double.NaN;

  private final SearchSpace space;
  private final List<Dimension> axes;
  private final Map<String, Integer> positions = new LinkedHashMap<>();

  /**
   * Creates the encoding of a space.
   *
   * @param space the space; its decisions become coordinates, in their order
   */
  public Encoding(SearchSpace space) {
    this.space = space;
    this.axes = space.decisions().stream().map(Dimension::new).toList();
    for (int i = 0; i < axes.size(); i++) {
      positions.put(axes.get(i).decision().name(), i);
    }
  }

  /** {@return the dimension of each coordinate} */
  public List<Dimension> axes() {
    return axes;
  }

  /** {@return true if {@code coordinate} is that of a decision that was not asked} */
  public static boolean isInactive(double coordinate) {
    return Double.isNaN(coordinate);
  }

  /**
   * Encodes an architecture.
   *
   * @param architecture one of this space
   * @return a coordinate for each of {@link #axes}
   */
  public double[] encode(Architecture architecture) {
    double[] point = new double[axes.size()];
    Arrays.fill(point, INACTIVE);
    for (Choice choice : architecture.choices()) {
      int position = position(choice.decision());
      point[position] = axes.get(position).coordinate(choice);
    }
    return point;
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
    return walk(
        (asked, position) ->
            axes.get(position)
                .nearest(asked, point[position])
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
    return walk((asked, position) -> asked.quantile(units[position]));
  }

  private Architecture walk(Answer answer) {
    Architecture made = Architecture.empty();
    Optional<Decision> asked = space.next(made);
    while (asked.isPresent()) {
      made = made.with(answer.to(asked.get(), position(asked.get().name())));
      asked = space.next(made);
    }
    return made;
  }

  private int position(String decision) {
    Integer position = positions.get(decision);
    if (position == null) {
      throw new IllegalArgumentException(
          "The space has no decision \"%s\"; its decisions are %s."
              .formatted(decision, positions.keySet()));
    }
    return position;
  }

  /** Function that answers a decision of the space. */
  private interface Answer {
    Choice to(Decision asked, int position);
  }
}
