package org.espalier.nas.controller.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.controller.sampling.DecisionIndex;

/**
 * Architectures as points with one coordinate for each decision of a search space.
 *
 * <p>Since every architecture has a coordinate for each of {@link SearchSpace#decisions}, those of
 * different length lie in one space of points.
 *
 * @param <C> the type of the coordinates
 */
public final class DecisionCoordinates<C extends DecisionCoordinate> {

  /** The coordinate of a decision that an architecture does not contain. */
  public static final double INACTIVE = Double.NaN;

  private final SearchSpace space;
  private final DecisionIndex index;
  private final List<C> coordinates;

  /**
   * Creates the coordinates of a space.
   *
   * @param coordinate creates the coordinate of a decision, given without masks
   */
  public DecisionCoordinates(SearchSpace space, Function<Decision, C> coordinate) {
    this.space = space;
    this.index = new DecisionIndex(space);
    this.coordinates = index.decisions().stream().map(coordinate).toList();
  }

  /** {@return the coordinates, in the order of the space's decisions} */
  public List<C> all() {
    return coordinates;
  }

  /** {@return true if {@code coordinate} is that of a decision that was not asked} */
  public static boolean isInactive(double coordinate) {
    return Double.isNaN(coordinate);
  }

  /**
   * Returns the point of an architecture.
   *
   * @param architecture one of this space, possibly incomplete
   * @return a number for each of {@link #all}; {@link #INACTIVE} for a decision that was not asked
   */
  public double[] of(Architecture architecture) {
    double[] point = new double[coordinates.size()];
    Arrays.fill(point, INACTIVE);
    for (Choice choice : architecture.choices()) {
      int place = index.of(choice.decision());
      point[place] = coordinates.get(place).coordinate(choice);
    }
    return point;
  }

  /** Function that answers a decision that the space asks. */
  @FunctionalInterface
  public interface Answering {

    /**
     * Returns an answer.
     *
     * @param place the index of the decision among those of the space
     * @param asked the decision, possibly with something masked
     */
    Choice answer(int place, Decision asked);
  }

  /**
   * Answers the decisions as the space asks them.
   *
   * @return a complete architecture
   */
  public Architecture walk(Answering answering) {
    Architecture made = Architecture.empty();
    for (Optional<Decision> asked = space.next(made); asked.isPresent(); asked = space.next(made)) {
      Decision decision = asked.get();
      made = made.with(answering.answer(index.of(decision.name()), decision));
    }
    return made;
  }
}
