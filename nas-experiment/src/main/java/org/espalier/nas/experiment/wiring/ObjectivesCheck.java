package org.espalier.nas.experiment.wiring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Spelling;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Problem;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;

/** Checks of an experiment's objectives and constraints before its first trial. */
final class ObjectivesCheck {
  private static final List<String> FACTS = List.of("parameters", "flops", "epochs", "seconds");

  private ObjectivesCheck() {}

  /** Returns the problem with the controller; empty if there is none. */
  static Optional<Problem> refusal(
      LocatedExperiment located, ExperimentComponents parts, Catalogue catalogue) {
    int objectives = parts.objectives().size();
    if (objectives < 2
        || parts.scalarisation().isPresent()
        || parts.controller().given() != null
        || takesSeveral(parts.controller().registered())) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            located.place(ComponentKind.CONTROLLER.key()),
            "The %s maximises one reward, but the experiment states %d objectives. Make one reward of them with the key scalarisation (%s), or use a controller of several objectives: %s."
                .formatted(
                    parts.controller().title(),
                    objectives,
                    String.join(", ", catalogue.types(ComponentKind.SCALARISATION)),
                    catalogue.components().stream()
                        .filter(other -> other.kind().equals(ComponentKind.CONTROLLER))
                        .filter(ObjectivesCheck::takesSeveral)
                        .map(RegisteredComponent::type)
                        .sorted()
                        .collect(Collectors.joining(", ")))));
  }

  /**
   * Returns the problems with constraints on quantities that nothing states.
   *
   * @param objectives the objectives
   * @param metrics metrics of the evaluator; empty if they are not known
   */
  static List<Problem> unknownQuantities(
      LocatedExperiment located, Objectives objectives, Set<String> metrics) {
    if (metrics.isEmpty()) {
      return List.of();
    }
    Set<String> known = new TreeSet<>(metrics);
    known.addAll(FACTS);
    objectives.list().forEach(objective -> known.add(objective.name()));
    return objectives.constraints().stream()
        .filter(constraint -> !known.contains(constraint.quantity()))
        .map(
            constraint ->
                new Problem(
                    located.place("constraints"),
                    "constraints (%s) bounds %s, which is neither an objective nor a metric nor a fact.%s Known are %s."
                        .formatted(
                            constraint,
                            constraint.quantity(),
                            Spelling.suggestion(constraint.quantity(), known),
                            String.join(", ", known))))
        .toList();
  }

  private static boolean takesSeveral(RegisteredComponent<?> controller) {
    return controller.implementation().isAnnotationPresent(SeveralObjectives.class);
  }
}
