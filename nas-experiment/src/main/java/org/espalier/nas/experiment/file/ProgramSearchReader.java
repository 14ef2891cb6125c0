package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.experiment.plugin.Catalogue;

/**
 * A reader of searches that a Java program describes setting by setting, with its own search space
 * and evaluator.
 */
public final class ProgramSearchReader {
  private final Catalogue catalogue;
  private final String type;

  /**
   * Creates a reader.
   *
   * @param catalogue components that the program can name
   * @param type id of the components that the program provides
   */
  public ProgramSearchReader(Catalogue catalogue, String type) {
    this.catalogue = catalogue;
    this.type = type;
  }

  /**
   * Reads the settings of a search.
   *
   * @param settings the keys of an experiment file but for {@code searchSpace}, {@code evaluator}
   *     and {@code dataset}; later ones override earlier ones
   * @param evaluator the settings of the program's evaluator
   * @param ownController true if the program also provides the controller
   * @throws InvalidExperimentException with all errors in the settings
   */
  public LocatedExperiment read(
      List<SettingFlag> settings, Record evaluator, boolean ownController) {
    Problems problems = new Problems();
    Place program = new Place(Source.flag("search"), 0, 0);
    Setting.Mapping all =
        new SettingsLoader(problems).overridden(new Setting.Mapping(program, Map.of()), settings);
    Optional<ProgramSearch> search =
        new Binder(catalogue, problems).record(ProgramSearch.class, all, "the search", Set.of());
    problems.throwIfAny();
    return new LocatedExperiment(experiment(search.orElseThrow(), evaluator, ownController), all);
  }

  private Experiment experiment(ProgramSearch search, Record evaluator, boolean ownController) {
    Component<Controller> controller =
        ownController ? new Component<>(type, new NoSettings()) : search.controller();
    return new Experiment(
        search.name(),
        null,
        search.seed(),
        null,
        null,
        new Component<SearchSpace>(type, new NoSettings()),
        null,
        controller,
        new Component<Evaluator>(type, evaluator),
        search.reward(),
        search.objectives(),
        search.constraints(),
        search.scalarisation(),
        search.stopping(),
        List.of(),
        search.budget(),
        search.workers(),
        search.lag(),
        search.cache(),
        search.trialSeeds(),
        search.trialTimeout(),
        new Output(Path.of("runs"), false, false, 5),
        null,
        null,
        new ThreadsExecutorSettings());
  }
}
