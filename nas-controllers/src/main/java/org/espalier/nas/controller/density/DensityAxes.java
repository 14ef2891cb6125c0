package org.espalier.nas.controller.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.controller.sampling.DecisionIndex;

/** The axes of all decisions of a space. */
public final class DensityAxes {
  private final SearchSpace space;
  private final DecisionIndex index;
  private final List<DensityAxis> axes;

  /** Creates the axes of the decisions of a space. */
  public DensityAxes(SearchSpace space) {
    this.space = space;
    this.index = new DecisionIndex(space);
    this.axes = index.decisions().stream().map(DensityAxis::of).toList();
  }

  /** {@return the number of decisions} */
  public int size() {
    return axes.size();
  }

  /** {@return the axis of the decision at an index} */
  public DensityAxis at(int place) {
    return axes.get(place);
  }

  /**
   * Returns the coordinates of an architecture.
   *
   * @param architecture one of this space, possibly incomplete
   * @return one for each decision of the space; NaN for a decision that was not asked
   */
  public double[] coordinates(Architecture architecture) {
    double[] coordinates = new double[axes.size()];
    Arrays.fill(coordinates, Double.NaN);
    for (Choice choice : architecture.choices()) {
      int place = index.of(choice.decision());
      coordinates[place] = axes.get(place).coordinate(choice);
    }
    return coordinates;
  }

  /** A decision that the space asks, and its index among all decisions. */
  public record Question(int place, Decision decision) {}

  /**
   * Answers the decisions as the space asks them.
   *
   * @param answering the function that chooses an answer to each decision
   */
  public PlacedArchitecture walk(Function<Question, Choice> answering) {
    Architecture made = Architecture.empty();
    List<PlacedChoice> answers = new ArrayList<>();
    for (Optional<Decision> asked = space.next(made); asked.isPresent(); asked = space.next(made)) {
      Decision decision = asked.get();
      int place = index.of(decision.name());
      Choice choice = answering.apply(new Question(place, decision));
      answers.add(axes.get(place).answer(place, decision, choice));
      made = made.with(choice);
    }
    return new PlacedArchitecture(made, answers);
  }
}
