package org.espalier.nas.experiment.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.engine.objective.ProcessAccess;
import org.espalier.nas.engine.objective.Valuation;
import org.espalier.nas.engine.study.StudySetup;
import org.espalier.nas.engine.table.TableFacts;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * The objects of an experiment's components. Closing the graph closes the objects that it created.
 */
public final class ExperimentGraph implements AutoCloseable {
  private final LocatedExperiment located;
  private final Catalogue catalogue;
  private final ExperimentComponents parts;
  private final Fidelity fidelity;
  private final List<Class<?>> services;
  private final StudyScope scope = new StudyScope();
  private final Injector injector;
  private final AtomicReference<@Nullable Evaluator> firstEvaluator = new AtomicReference<>();

  private ExperimentGraph(
      LocatedExperiment located,
      Catalogue catalogue,
      ExperimentComponents parts,
      List<Class<?>> services,
      RunFolder folder,
      ArtifactStore artifacts,
      DownloadListener downloads) {
    this.located = located;
    this.catalogue = catalogue;
    this.parts = parts;
    this.services = services;
    this.fidelity = parts.evaluatorSettings().fullFidelity();
    ExperimentModule module =
        new ExperimentModule(
            parts,
            catalogue,
            located.experiment().seed(),
            located.experiment().constraints().stream().map(Constraint::parse).toList(),
            fidelity,
            folder,
            artifacts,
            downloads,
            scope);
    this.injector = injector(module);
  }

  /**
   * Wires an experiment; its objects are created when they are first asked for.
   *
   * @param folder folder for files of components; need not exist until the first of them is created
   * @throws InvalidExperimentException if components ask for something that is not available
   */
  public static ExperimentGraph of(
      LocatedExperiment located, Catalogue catalogue, RunFolder folder) {
    return of(located, catalogue, folder, DownloadListener.none());
  }

  /**
   * Wires an experiment; its objects are created when they are first asked for.
   *
   * @param folder folder for files of components; need not exist until the first of them is created
   * @param downloads listener to downloads of components
   * @throws InvalidExperimentException if components ask for something that is not available
   */
  public static ExperimentGraph of(
      LocatedExperiment located,
      Catalogue catalogue,
      RunFolder folder,
      DownloadListener downloads) {
    return of(located, catalogue, folder, downloads, GivenParts.none());
  }

  /**
   * Wires an experiment whose trials leave files for later ones outside of the run's folder.
   *
   * @param folder folder for files of components; need not exist until the first of them is created
   * @param artifacts store of the files that trials leave for later ones
   * @param downloads listener to downloads of components
   * @throws InvalidExperimentException if components ask for something that is not available
   */
  public static ExperimentGraph of(
      LocatedExperiment located,
      Catalogue catalogue,
      RunFolder folder,
      ArtifactStore artifacts,
      DownloadListener downloads) {
    return of(located, catalogue, folder, artifacts, downloads, GivenParts.none());
  }

  /**
   * Wires an experiment for which a program provides some of the components.
   *
   * @param folder folder for files of components; need not exist until the first of them is created
   * @param downloads listener to downloads of components
   * @param given the program's components; they override those that the experiment names
   * @throws InvalidExperimentException if components ask for something that is not available
   */
  public static ExperimentGraph of(
      LocatedExperiment located,
      Catalogue catalogue,
      RunFolder folder,
      DownloadListener downloads,
      GivenParts given) {
    ArtifactStore artifacts = new FolderArtifacts(folder.path());
    return of(located, catalogue, folder, artifacts, downloads, given);
  }

  private static ExperimentGraph of(
      LocatedExperiment located,
      Catalogue catalogue,
      RunFolder folder,
      ArtifactStore artifacts,
      DownloadListener downloads,
      GivenParts given) {
    ExperimentComponents parts = ExperimentComponents.of(located.experiment(), catalogue, given);
    return new ExperimentGraph(
        located,
        catalogue,
        parts,
        ExperimentCheck.of(located, catalogue, parts),
        folder,
        artifacts,
        downloads);
  }

  /**
   * Checks, without creating anything, that all dependencies of the components are available.
   *
   * @throws InvalidExperimentException if one is not
   */
  public static void check(LocatedExperiment located, Catalogue catalogue) {
    ExperimentCheck.of(
        located,
        catalogue,
        ExperimentComponents.of(located.experiment(), catalogue, GivenParts.none()));
  }

  private static Injector injector(ExperimentModule module) {
    try {
      return Guice.createInjector(Stage.PRODUCTION, module);
    } catch (CreationException error) {
      throw new NasException(
          error.getErrorMessages().stream()
              .map(Message::getMessage)
              .collect(Collectors.joining("\n", "The experiment cannot be wired:\n", "")),
          error);
    }
  }

  /** Returns the data; empty if the experiment has none. */
  public Optional<Dataset> dataset() {
    return parts.dataset().map(part -> make(part, Key.get(Dataset.class)));
  }

  /** Returns the search space. */
  public SearchSpace searchSpace() {
    return make(parts.searchSpace(), Key.get(SearchSpace.class));
  }

  /** Returns the controller. */
  public Controller controller() {
    return make(parts.controller(), Key.get(Controller.class));
  }

  /** Returns the computation of the values by which trials are compared. */
  public Valuation valuation() {
    List<ObjectiveFunction> functions = new ArrayList<>();
    for (int i = 0; i < parts.objectives().size(); i++) {
      functions.add(make(parts.objectives().get(i), ExperimentModule.objective(i)));
    }
    Objectives objectives =
        make(
            parts.objectives().isEmpty() ? parts.controller() : parts.objectives().get(0),
            Key.get(Objectives.class));
    ExperimentCheck.requireKnownQuantities(
        located, parts, objectives, dataset().map(data -> data.info().task()).orElse(null));
    return new Valuation(
        parts.reward().map(part -> make(part, Key.get(Reward.class))).orElse(outcome -> Double.NaN),
        objectives,
        functions,
        parts.scalarisation().map(part -> make(part, Key.get(Scalarisation.class))).orElse(null),
        searchSpace(),
        shared(TableFacts.class, TableFacts::none),
        shared(ProcessAccess.class, ProcessAccess::new));
  }

  /** Returns a service that no component need ask for. */
  private <T> T shared(Class<T> service, Supplier<T> otherwise) {
    return injector.getExistingBinding(Key.get(service)) == null
        ? otherwise.get()
        : injector.getInstance(service);
  }

  /** Creates an evaluator for the caller. */
  public Evaluator evaluator() {
    return make(parts.evaluator(), Key.get(Evaluator.class));
  }

  /** Returns the final trainer that the evaluator offers; empty if it offers none. */
  public Optional<FinalTrainer> finalTrainer() {
    return parts
        .evaluatorSettings()
        .finalTrainer()
        .map(type -> make(parts.evaluator(), Key.get(FinalTrainer.class)));
  }

  /** Returns the settings of the evaluator. */
  public EvaluatorSettings evaluatorSettings() {
    return parts.evaluatorSettings();
  }

  /** Returns the implementations of layers that plugins bring. */
  public LayerImplementations layers() {
    return catalogue.layers();
  }

  /** Returns the fidelity of a full trial. */
  public Fidelity fidelity() {
    return fidelity;
  }

  /**
   * Returns an object that is in use besides the components.
   *
   * @return empty if no component of this experiment asks for it
   */
  public <T> Optional<T> service(Class<T> service) {
    return services.contains(service)
        ? Optional.of(make(parts.evaluator(), Key.get(service)))
        : Optional.empty();
  }

  /**
   * Checks the names of metrics against those that are measured for the task of the data, and that
   * the evaluator supports the folds of the data.
   *
   * @throws InvalidExperimentException if a metric is not measured, or folds are not supported
   */
  public void requireMetrics() {
    dataset().ifPresent(data -> ExperimentCheck.requireMetrics(located, parts, data));
  }

  /**
   * Creates all parts of the study, so that errors in them are found before the search begins.
   *
   * @param others listeners to add after those of the experiment
   */
  public StudySetup setup(List<StudyListener> others) {
    requireMetrics();
    SearchSpace space = searchSpace();
    Valuation valuation = valuation();
    StoppingRule stopping = make(parts.stopping(), Key.get(StoppingRule.class));
    Controller controller = controller();
    firstEvaluator.set(evaluator());
    List<StudyListener> listeners = listeners();
    listeners.addAll(others);
    return new StudySetup(
        space, controller, this::nextEvaluator, fidelity, valuation, stopping, listeners);
  }

  private Evaluator nextEvaluator() {
    Evaluator first = firstEvaluator.getAndSet(null);
    return first == null ? evaluator() : first;
  }

  /** Returns the services that listen to the study: the state that evaluators share. */
  public List<StudyListener> sharedState() {
    return services.stream()
        .map(service -> make(parts.evaluator(), Key.get(service)))
        .filter(StudyListener.class::isInstance)
        .map(StudyListener.class::cast)
        .toList();
  }

  private List<StudyListener> listeners() {
    Set<StudyListener> listeners = new LinkedHashSet<>(sharedState());
    for (int i = 0; i < parts.callbacks().size(); i++) {
      listeners.add(make(parts.callbacks().get(i), ExperimentModule.callback(i)));
    }
    return new ArrayList<>(listeners);
  }

  private <T> T make(BoundComponent<?> part, Key<T> key) {
    try {
      return injector.getInstance(key);
    } catch (ProvisionException error) {
      throw new FailedCreation(located, catalogue).of(part, error);
    }
  }

  /**
   * Closes all objects that were created, in reverse order.
   *
   * @throws NasException if an object cannot be closed; later failures are suppressed exceptions
   */
  @Override
  public void close() {
    Evaluator unused = firstEvaluator.getAndSet(null);
    if (unused != null) {
      scope.add(unused);
    }
    scope.close();
  }
}
