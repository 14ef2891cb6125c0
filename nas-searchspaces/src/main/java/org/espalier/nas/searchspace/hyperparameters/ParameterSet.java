package org.espalier.nas.searchspace.hyperparameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;

/**
 * Parameters in the order in which they are asked, with the constraints between them.
 *
 * @param parameters the parameters, each after those that its condition names
 * @param constraints the constraints between them
 */
record ParameterSet(List<AskedParameter> parameters, List<ParameterConstraint> constraints) {

  ParameterSet {
    parameters = List.copyOf(parameters);
    constraints = List.copyOf(constraints);
  }

  /** Returns an array of values in which no parameter was asked. */
  double[] unasked() {
    double[] values = new double[parameters.size()];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /**
   * Reads the answers of an architecture.
   *
   * @param values the array that receives the value of each parameter that was asked
   * @return the index in {@link #parameters} after the last one that was answered
   */
  int read(Architecture made, double[] values) {
    int place = 0;
    for (Choice choice : made.choices()) {
      while (!parameters.get(place).name().equals(choice.decision())) {
        place++;
        if (place == parameters.size()) {
          throw new IllegalArgumentException(
              choice.decision() + " is not asked here in this search space: " + made);
        }
      }
      AskedParameter parameter = parameters.get(place);
      values[parameter.index()] = parameter.symbol().value(choice);
      place++;
    }
    return place;
  }

  /** Returns the parameters in groups linked by constraints alone. */
  List<ParameterGroups.Group> constrained() {
    ParameterGroups links = new ParameterGroups(this);
    constraints.forEach(constraint -> links.join(reach(constraint)));
    return links.groups();
  }

  /** Returns the parameters in groups linked by constraints and conditions. */
  List<ParameterGroups.Group> independent() {
    ParameterGroups links = new ParameterGroups(this);
    constraints.forEach(constraint -> links.join(reach(constraint)));
    parameters.forEach(parameter -> links.join(with(parameter)));
    return links.groups();
  }

  /** Returns the parameters that a constraint names, and all that decide if those are asked. */
  private List<Integer> reach(ParameterConstraint constraint) {
    List<Integer> reached =
        new ArrayList<>(constraint.symbols().stream().map(Symbol::index).toList());
    Function<Integer, Stream<Integer>> needed =
        index ->
            parameters.stream()
                .filter(parameter -> parameter.index() == index)
                .flatMap(parameter -> with(parameter).stream());
    for (int i = 0; i < reached.size(); i++) {
      needed
          .apply(reached.get(i))
          .filter(index -> !reached.contains(index))
          .toList()
          .forEach(reached::add);
    }
    return reached;
  }

  private static List<Integer> with(AskedParameter parameter) {
    List<Integer> all = new ArrayList<>(List.of(parameter.index()));
    Expression condition = parameter.condition();
    if (condition != null) {
      Expression.named(condition).forEach(symbol -> all.add(symbol.index()));
    }
    return all;
  }
}
