package org.espalier.nas.controller.density;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.controller.encoding.DecisionCoordinates;

/** The axes of all decisions of a space. */
public final class DensityAxes {
  private final DecisionCoordinates<DensityAxis> coordinates;

  /** Creates the axes of the decisions of a space. */
  public DensityAxes(SearchSpace space) {
    this.coordinates = new DecisionCoordinates<>(space, DensityAxis::of);
  }

  /** {@return the number of decisions} */
  public int size() {
    return coordinates.all().size();
  }

  /** {@return the axis of the decision at an index} */
  public DensityAxis at(int place) {
    return coordinates.all().get(place);
  }

  /**
   * Returns the coordinates of an architecture.
   *
   * @param architecture one of this space, possibly incomplete
   * @return one for each decision of the space; NaN for a decision that was not asked
   */
  public double[] coordinates(Architecture architecture) {
    return coordinates.of(architecture);
  }

  /** A decision that the space asks, and its index among all decisions. */
  public record Question(int place, Decision decision) {}

  /**
   * Answers the decisions as the space asks them.
   *
   * @param answering the function that chooses an answer to each decision
   */
  public PlacedArchitecture walk(Function<Question, Choice> answering) {
    List<PlacedChoice> answers = new ArrayList<>();
    Architecture made =
        coordinates.walk(
            (place, decision) -> {
              Choice choice = answering.apply(new Question(place, decision));
              answers.add(at(place).answer(place, decision, choice));
              return choice;
            });
    return new PlacedArchitecture(made, answers);
  }
}
