package org.espalier.nas.experiment.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.data.BackboneSettings;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.experiment.file.Component;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.espalier.nas.searchspace.hyperparameters.HyperparametersSettings;
import org.jspecify.annotations.Nullable;

/** The components of an experiment, looked up in the catalogue. */
record ExperimentComponents(
    Optional<BoundComponent<Dataset>> dataset,
    @Nullable BackboneSettings backbone,
    BoundComponent<SearchSpace> searchSpace,
    @Nullable HyperparametersSettings hyperparameters,
    BoundComponent<Controller> controller,
    BoundComponent<Evaluator> evaluator,
    EvaluatorSettings evaluatorSettings,
    Optional<BoundComponent<Reward>> reward,
    List<BoundComponent<ObjectiveFunction>> objectives,
    Optional<BoundComponent<Scalarisation>> scalarisation,
    BoundComponent<StoppingRule> stopping,
    List<BoundComponent<StudyListener>> callbacks) {

  static ExperimentComponents of(Experiment experiment, Catalogue catalogue, GivenParts given) {
    return new ExperimentComponents(
        Optional.ofNullable(experiment.dataset())
            .map(dataset -> part(catalogue, given, ComponentKind.DATASET, dataset)),
        experiment.backbone(),
        part(catalogue, given, ComponentKind.SEARCH_SPACE, experiment.searchSpace()),
        experiment.hyperparameters(),
        part(catalogue, given, ComponentKind.CONTROLLER, experiment.controller()),
        part(catalogue, given, ComponentKind.EVALUATOR, experiment.evaluator()),
        experiment.evaluatorSettings(),
        experiment.objectives().isEmpty()
            ? Optional.of(part(catalogue, given, ComponentKind.REWARD, experiment.reward()))
            : Optional.empty(),
        experiment.objectives().stream()
            .map(objective -> part(catalogue, given, ComponentKind.OBJECTIVE, objective))
            .toList(),
        Optional.ofNullable(experiment.scalarisation())
            .map(part -> part(catalogue, given, ComponentKind.SCALARISATION, part)),
        part(catalogue, given, ComponentKind.STOPPING, experiment.stopping()),
        experiment.callbacks().stream()
            .map(callback -> part(catalogue, given, ComponentKind.CALLBACK, callback))
            .toList());
  }

  @SuppressWarnings("unchecked") // The catalogue finds components of the wanted kind.
  private static <T> BoundComponent<T> part(
      Catalogue catalogue, GivenParts given, ComponentKind<T> kind, Component<T> component) {
    Supplier<?> own = given.of(kind);
    if (own != null) {
      return BoundComponent.given(kind, component, (Supplier<? extends T>) own);
    }
    RegisteredComponent<?> registered = catalogue.find(kind, component.type()).orElseThrow();
    return BoundComponent.of((RegisteredComponent<T>) registered, component);
  }

  /** Returns the components that an experiment has only one of. */
  List<BoundComponent<?>> single() {
    List<BoundComponent<?>> parts = new ArrayList<>();
    dataset.ifPresent(parts::add);
    parts.add(searchSpace);
    reward.ifPresent(parts::add);
    scalarisation.ifPresent(parts::add);
    parts.addAll(List.of(stopping, controller, evaluator));
    return parts;
  }

  /** Returns all components. */
  List<BoundComponent<?>> all() {
    List<BoundComponent<?>> parts = new ArrayList<>(single());
    parts.addAll(objectives);
    parts.addAll(callbacks);
    return parts;
  }

  /** Returns true if another component of the experiment has settings of the same class. */
  boolean sharesConfigClass(BoundComponent<?> part) {
    return all().stream()
            .filter(other -> other.config().getClass() == part.config().getClass())
            .count()
        > 1;
  }
}
