package org.espalier.nas.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.engine.study.Study;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.ProgramSearchReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.RunStatus;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.espalier.nas.experiment.wiring.GivenParts;
import org.jspecify.annotations.Nullable;

/**
 * A search over a function of the program's own. Immutable: each method returns a changed copy.
 *
 * <p>By default the controller {@code tpe} proposes 100 trials, one at a time, from seed 1, and
 * nothing is written to the disk. The reward is the metric {@code validation.accuracy} unless
 * {@link #maximize} or {@link #minimize} names another.
 */
public final class FunctionSearch {
  private final SearchSpace space;
  private final TrialFunction function;
  private final Settings settings;
  private final Plugins plugins;
  private final Options options;

  /** Settings that no key of an experiment file has. */
  private record Options(
      FunctionSettings function,
      @Nullable Controller controller,
      @Nullable Path folder,
      StudyListener listener) {

    Options with(FunctionSettings other) {
      return new Options(other, controller, folder, listener);
    }
  }

  FunctionSearch(SearchSpace space, TrialFunction function) {
    this(
        space,
        function,
        Settings.none(),
        Plugins.onClassPath(),
        new Options(new FunctionSettings(1, Map.of()), null, null, new StudyListener() {}));
  }

  private FunctionSearch(
      SearchSpace space,
      TrialFunction function,
      Settings settings,
      Plugins plugins,
      Options options) {
    this.space = space;
    this.function = function;
    this.settings = settings;
    this.plugins = plugins;
    this.options = options;
  }

  /**
   * Returns the search with another setting.
   *
   * @param key a path of keys of an experiment file, such as {@code stopping.type}, {@code
   *     budget.epochs} or {@code reward.over}
   * @param value a text, number, boolean, enum constant, duration or path, or a list or map of such
   */
  public FunctionSearch with(String key, Object value) {
    return new FunctionSearch(space, function, settings.with(key, value), plugins, options);
  }

  /** Returns the search with another name. */
  public FunctionSearch name(String name) {
    return with("name", name);
  }

  /** Returns the search with a metric of which more is better. */
  public FunctionSearch maximize(String metric) {
    return towards(metric, Direction.MAXIMIZE, "maximize");
  }

  /** Returns the search with a metric of which less is better; the reward is its negative. */
  public FunctionSearch minimize(String metric) {
    return towards(metric, Direction.MINIMIZE, "minimize");
  }

  private FunctionSearch towards(String metric, Direction direction, String goal) {
    return with("reward", Map.of("type", "metric", "metric", metric, "goal", goal))
        .with(options.with(options.function().with(metric, direction)));
  }

  /**
   * Returns the search with several objectives in the place of a reward. It needs a controller of
   * several objectives, such as {@code nsga2}, or {@code with("scalarisation", …)}.
   *
   * @param objectives metrics of the function with their directions
   */
  public FunctionSearch objectives(Objective... objectives) {
    FunctionSettings stated = options.function();
    List<Map<String, Object>> keys = new ArrayList<>();
    for (Objective objective : objectives) {
      stated = stated.with(objective.name(), objective.direction());
      Map<String, Object> key = new LinkedHashMap<>(Map.of("type", "metric"));
      key.put("metric", objective.name());
      if (objective.reference() != null) {
        key.put("reference", objective.reference());
      }
      keys.add(key);
    }
    return with("objectives", keys).with(options.with(stated));
  }

  /** Returns the search with another controller, named by its id, with its default settings. */
  public FunctionSearch controller(String type) {
    return controller(type, Map.of());
  }

  /**
   * Returns the search with another controller.
   *
   * @param type its id
   * @param keys its settings by name, as an experiment file has them
   */
  public FunctionSearch controller(String type, Map<String, ?> keys) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("type", type);
    component.putAll(keys);
    FunctionSearch named = with("controller", component);
    Options old = options;
    return named.with(new Options(old.function(), null, old.folder(), old.listener()));
  }

  /**
   * Returns the search with a controller that the program made for this space; it serves one run,
   * and the program closes it.
   */
  public FunctionSearch controller(Controller controller) {
    return with(new Options(options.function(), controller, options.folder(), options.listener()));
  }

  /** Returns the search with another number of trials. */
  public FunctionSearch trials(int trials) {
    return with("budget.trials", trials);
  }

  /** Returns the search with a limit on its duration, which running trials may exceed. */
  public FunctionSearch timeout(Duration duration) {
    return with("budget.wallClock", duration);
  }

  /**
   * Returns the search with another number of epochs, or steps, for a whole trial: what {@link
   * RunningTrial#epochs} returns, unless the controller asks for fewer.
   *
   * @param epochs positive; 1 by default
   * @throws InvalidSettingException if it is not positive
   */
  public FunctionSearch epochs(int epochs) {
    if (epochs < 1) {
      throw new InvalidSettingException(
          "epochs", "epochs (%d) must be positive.".formatted(epochs));
    }
    return with(options.with(options.function().withEpochs(epochs)));
  }

  /**
   * Returns the search with another number of trials that run at once; the result is the same.
   *
   * <p>No more trials run at once than the key {@code lag} lets be outstanding, by default the
   * controller's batch: set it with {@code with("lag", 4)}.
   */
  public FunctionSearch workers(int workers) {
    return with("workers", workers);
  }

  /** Returns the search with another seed. */
  public FunctionSearch seed(long seed) {
    return with("seed", seed);
  }

  /**
   * Returns the search with a run folder in which everything is kept, durably.
   *
   * @param folder a folder that is not there or empty, or one with an earlier run of this search,
   *     which {@link #run} then continues
   */
  public FunctionSearch folder(Path folder) {
    return with(new Options(options.function(), options.controller(), folder, options.listener()));
  }

  /** Returns the search with plugins from folders, besides those on the class path. */
  public FunctionSearch plugins(Path... folders) {
    return new FunctionSearch(space, function, settings, new Plugins(List.of(folders)), options);
  }

  /** Returns the search with a listener that is told of its trials, in the place of an earlier. */
  public FunctionSearch listener(StudyListener listener) {
    return with(new Options(options.function(), options.controller(), options.folder(), listener));
  }

  private FunctionSearch with(Options other) {
    return new FunctionSearch(space, function, settings, plugins, other);
  }

  /**
   * Runs the search.
   *
   * <p>If the thread is interrupted the search ends early; one with a run folder can be continued
   * by another call.
   *
   * @throws InvalidExperimentException with everything that is wrong with the settings
   * @throws org.espalier.nas.api.NasException if the search fails
   */
  public SearchResult run() {
    Catalogue catalogue = plugins.load();
    LocatedExperiment located =
        new ProgramSearchReader(catalogue, GivenParts.TYPE)
            .read(settings.flags(), options.function(), options.controller() != null);
    Path folder = options.folder();
    GivenParts given =
        new GivenParts(space, () -> new FunctionEvaluator(function), options.controller());
    try (ProgramJournal journal = ProgramJournal.of(folder);
        ExperimentGraph graph =
            ExperimentGraph.of(
                located,
                catalogue,
                new RunFolder(journal.folder()),
                DownloadListener.none(),
                given)) {
      return run(located, catalogue, graph, journal);
    }
  }

  private SearchResult run(
      LocatedExperiment located,
      Catalogue catalogue,
      ExperimentGraph graph,
      ProgramJournal journal) {
    Experiment experiment = located.experiment();
    InstantSource clock = InstantSource.system();
    Instant now = clock.instant();
    try {
      Study study =
          new Study(
              experiment.study(),
              graph.setup(List.of(options.listener())),
              journal.open(experiment, graph.valuation(), catalogue, now),
              clock);
      StudySummary summary = study.run(journal.requests());
      return new SearchResult(
          experiment.name(),
          Optional.ofNullable(options.folder()),
          summary.interrupted() ? RunStatus.INTERRUPTED : RunStatus.FINISHED,
          graph.valuation().objectives().list(),
          summary.results(),
          journal.steering());
    } catch (InvalidSettingException invalid) {
      throw new InvalidExperimentException(
          located.place(invalid.setting()), String.valueOf(invalid.getMessage()));
    }
  }
}
