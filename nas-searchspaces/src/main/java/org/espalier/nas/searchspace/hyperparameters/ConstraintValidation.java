package org.espalier.nas.searchspace.hyperparameters;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;

/**
 * A trial run through a set of parameters, which rejects constraints that cannot be fulfilled, or
 * are too expensive to look ahead for, when the experiment file is read.
 */
final class ConstraintValidation {
  private static final int WALKS = 50;
  private static final String CONSTRAINTS = "constraints";

  private final ParameterSet set;

  ConstraintValidation(ParameterSet set) {
    this.set = set;
  }

  /**
   * Runs the validation.
   *
   * @throws InvalidSettingException if the constraints cannot be fulfilled or looked ahead for
   */
  void run() {
    if (set.constraints().isEmpty()) {
      return;
    }
    try {
      requireSatisfiable();
      walk();
    } catch (TooManyValuesException tooMany) {
      throw new InvalidSettingException(
          CONSTRAINTS,
          "constraints %s link so many parameters that looking ahead takes too long; link fewer, or give ranges a step."
              .formatted(texts(set.constraints())));
    } catch (NoValueException none) {
      throw new InvalidSettingException(
          CONSTRAINTS, "constraints " + texts(set.constraints()) + ": " + none.getMessage());
    }
  }

  private void requireSatisfiable() {
    for (int i = 0; i < set.constraints().size(); i++) {
      ParameterConstraint constraint = set.constraints().get(i);
      if (!satisfiable(List.of(constraint))) {
        throw constraint
            .source()
            .error(
                0,
                "no values of %s fulfil it; change it or their ranges."
                    .formatted(
                        String.join(
                            ", ", constraint.symbols().stream().map(Symbol::name).toList())));
      }
      if (!satisfiable(set.constraints().subList(0, i + 1))) {
        throw constraint
            .source()
            .error(
                0,
                "no values fulfil it together with %s; change one of them."
                    .formatted(texts(set.constraints().subList(0, i))));
      }
    }
  }

  private boolean satisfiable(List<ParameterConstraint> constraints) {
    return new MaskedDecisions(new ParameterSet(set.parameters(), constraints)).satisfiable();
  }

  private void walk() {
    HyperparametersSearchSpace space = new HyperparametersSearchSpace(set);
    RandomStreams streams = new RandomStreams(0);
    for (int i = 0; i < WALKS; i++) {
      Architecture walk = space.sample(streams.stream("hyperparameters.rehearsal", i));
      space
          .questions()
          .gaps(walk)
          .ifPresent(
              parameter -> {
                throw new InvalidSettingException(
                    "parameters." + parameter.name(),
                    "The constraints allow values of %s with gaps between them; list its values as options of an ordered categorical, or take scale linear and a step for at most 256 values."
                        .formatted(parameter.name()));
              });
    }
  }

  private static String texts(List<ParameterConstraint> constraints) {
    return constraints.stream().map(constraint -> constraint.source().text()).toList().toString();
  }
}
