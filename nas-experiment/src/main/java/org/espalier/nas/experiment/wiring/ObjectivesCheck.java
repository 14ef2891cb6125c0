package org.espalier.nas.experiment.wiring;

import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Problem;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;

/** A check that the controller of an experiment with several objectives can compare by them. */
final class ObjectivesCheck {
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

  private static boolean takesSeveral(RegisteredComponent<?> controller) {
    return controller.implementation().isAnnotationPresent(SeveralObjectives.class);
  }
}
