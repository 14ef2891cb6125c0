package org.espalier.nas.experiment.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Scope;
import com.google.inject.Scopes;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.name.Names;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.BackboneSettings;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.FeatureExtractor;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.data.cache.FeatureCache;
import org.espalier.nas.engine.objective.ConstraintMasks;
import org.espalier.nas.engine.table.TableFacts;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredService;
import org.espalier.nas.searchspace.hyperparameters.CombinedSearchSpace;
import org.espalier.nas.searchspace.hyperparameters.HyperparametersSettings;

/** The bindings that the constructors of an experiment's components may ask for. */
final class ExperimentModule extends AbstractModule {
  private final ExperimentComponents parts;
  private final Catalogue catalogue;
  private final long seed;
  private final List<Constraint> constraints;
  private final Fidelity fidelity;
  private final RunFolder folder;
  private final ArtifactStore artifacts;
  private final DownloadListener downloads;
  private final StudyScope scope;

  ExperimentModule(
      ExperimentComponents parts,
      Catalogue catalogue,
      long seed,
      List<Constraint> constraints,
      Fidelity fidelity,
      RunFolder folder,
      ArtifactStore artifacts,
      DownloadListener downloads,
      StudyScope scope) {
    this.parts = parts;
    this.catalogue = catalogue;
    this.seed = seed;
    this.constraints = constraints;
    this.fidelity = fidelity;
    this.folder = folder;
    this.artifacts = artifacts;
    this.downloads = downloads;
    this.scope = scope;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireAtInjectOnConstructors();
    binder().disableCircularProxies();
    bind(RandomStreams.class).toInstance(new RandomStreams(seed));
    bind(Fidelity.class).toInstance(fidelity);
    bind(RunFolder.class).toInstance(folder);
    bind(ArtifactStore.class).toInstance(artifacts);
    bind(LayerImplementations.class).toInstance(catalogue.layers());
    bind(DownloadListener.class).toInstance(downloads);
    bind(EvaluatorSettings.class).toInstance(parts.evaluatorSettings());
    OptionalBinder.newOptionalBinder(binder(), DatasetInfo.class);
    if (parts.dataset().isPresent()) {
      install(new DatasetInfoModule());
    } else {
      // No method reference: it would begin the binding even if there is nothing to bind.
      parts
          .evaluatorSettings()
          .datasetInfo()
          .ifPresent(info -> bind(DatasetInfo.class).toInstance(info));
    }
    boolean decorated = parts.hyperparameters() != null || !constraints.isEmpty();
    parts.single().stream()
        .filter(part -> !decorated || !part.equals(parts.searchSpace()))
        .filter(part -> parts.backbone() == null || !parts.dataset().equals(Optional.of(part)))
        .forEach(this::single);
    if (decorated) {
      searchSpace();
    }
    BackboneSettings backbone = parts.backbone();
    if (backbone != null) {
      dataset(parts.dataset().orElseThrow(), backbone);
    }
    parts.evaluatorSettings().finalTrainer().ifPresent(this::finalTrainer);
    for (int i = 0; i < parts.callbacks().size(); i++) {
      install(ComponentModule.of(parts.callbacks().get(i), callback(i), scope));
    }
    for (int i = 0; i < parts.objectives().size(); i++) {
      install(ComponentModule.of(parts.objectives().get(i), objective(i), scope));
    }
    objectives();
    catalogue.services().forEach(this::service);
  }

  /** Binds the objectives, which their functions name. */
  private void objectives() {
    List<Provider<ObjectiveFunction>> functions =
        IntStream.range(0, parts.objectives().size())
            .mapToObj(i -> getProvider(objective(i)))
            .toList();
    bind(Objectives.class)
        .toProvider(
            () ->
                new Objectives(
                    functions.stream().map(function -> function.get().objective()).toList(),
                    parts.scalarisation().isPresent(),
                    constraints))
        .in(scope);
  }

  static Key<ObjectiveFunction> objective(int index) {
    return Key.get(ObjectiveFunction.class, Names.named("objectives[" + index + "]"));
  }

  static Key<StudyListener> callback(int index) {
    return Key.get(StudyListener.class, Names.named("callbacks[" + index + "]"));
  }

  private <T> void single(BoundComponent<T> part) {
    Scope wanted = part.equals(parts.evaluator()) ? Scopes.NO_SCOPE : scope;
    Key<T> key = Key.get(part.registered().kind().type());
    Supplier<? extends T> given = part.given();
    if (given != null) {
      bind(key).toProvider(given::get);
      return;
    }
    if (parts.sharesConfigClass(part)) {
      install(ComponentModule.of(part, key, wanted));
      return;
    }
    config(part.config().getClass(), part.config());
    bind(part.registered().implementation());
    bind(key).to(part.registered().implementation()).in(wanted);
  }

  /** Binds the final trainer, which sees the settings of the evaluator. */
  private void finalTrainer(Class<? extends FinalTrainer> implementation) {
    Key<FinalTrainer> key = Key.get(FinalTrainer.class);
    if (parts.sharesConfigClass(parts.evaluator())) {
      install(new ComponentModule<>(parts.evaluator().config(), implementation, key, scope));
      return;
    }
    bind(implementation);
    bind(key).to(implementation).in(scope);
  }

  /**
   * Binds the search space, which the other components see with the masks of the constraints and
   * together with the hyper-parameters.
   */
  private void searchSpace() {
    BoundComponent<SearchSpace> part = parts.searchSpace();
    Key<SearchSpace> alone = Key.get(SearchSpace.class, Names.named("searchSpace"));
    Supplier<? extends SearchSpace> given = part.given();
    if (given == null) {
      install(ComponentModule.of(part, alone, scope));
    } else {
      bind(alone).toProvider(given::get);
    }
    HyperparametersSettings hyperparameters = parts.hyperparameters();
    Provider<SearchSpace> masked = masked(getProvider(alone));
    bind(SearchSpace.class)
        .toProvider(
            () ->
                hyperparameters == null
                    ? masked.get()
                    : CombinedSearchSpace.of(masked.get(), hyperparameters))
        .in(scope);
  }

  private Provider<SearchSpace> masked(Provider<SearchSpace> space) {
    if (constraints.isEmpty()) {
      return space;
    }
    Provider<TableFacts> table = getProvider(TableFacts.class);
    return () -> ConstraintMasks.masked(space.get(), constraints, table.get());
  }

  /** Binds the data, of which the other components see the features that a network computes. */
  private void dataset(BoundComponent<Dataset> part, BackboneSettings backbone) {
    Key<Dataset> alone = Key.get(Dataset.class, Names.named("dataset"));
    install(ComponentModule.of(part, alone, scope));
    Provider<Dataset> images = getProvider(alone);
    Provider<FeatureExtractor.Factory> extractors = getProvider(FeatureExtractor.Factory.class);
    Provider<FeatureCache> cache = getProvider(FeatureCache.class);
    bind(Dataset.class)
        .toProvider(
            () -> {
              Dataset raw = images.get();
              return cache
                  .get()
                  .features(raw, extractors.get().of(backbone, raw.info()), downloads);
            })
        .in(scope);
  }

  @SuppressWarnings("unchecked") // The config is an instance of its own class.
  private <C extends Record> void config(Class<C> type, Record config) {
    bind(type).toInstance((C) config);
  }

  private <T> void service(RegisteredService<T> service) {
    if (service.implementation().isAnnotationPresent(Singleton.class)) {
      bind(service.service()).toProvider(() -> catalogue.shared(service));
    } else if (service.service().equals(service.implementation())) {
      bind(service.service()).in(scope);
    } else {
      bind(service.implementation());
      bind(service.service()).to(service.implementation()).in(scope);
    }
  }

  private static final class DatasetInfoModule extends AbstractModule {
    @Provides
    DatasetInfo info(Dataset dataset) {
      return dataset.info();
    }
  }
}
