package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.engine.table.MeasuredDataSettings;
import org.espalier.nas.experiment.plugin.Catalogue;

/** A reader of recipes. */
public final class ImportRecipeReader {
  private final Catalogue catalogue;
  private final String type;

  /**
   * Creates a reader.
   *
   * @param catalogue components that recipes can name
   * @param type id of the evaluator that stands in the experiment of a recipe
   */
  public ImportRecipeReader(Catalogue catalogue, String type) {
    this.catalogue = catalogue;
    this.type = type;
  }

  /**
   * Reads a recipe.
   *
   * @param flags settings that override those of the file; later ones override earlier ones
   * @throws InvalidExperimentException with all errors in the file
   */
  public LocatedRecipe read(Path file, List<SettingFlag> flags) {
    Problems problems = new Problems();
    Optional<Setting.Mapping> settings = new SettingsLoader(problems).load(file, flags);
    Binder binder = new Binder(catalogue, problems);
    Optional<ImportRecipe> recipe =
        settings.flatMap(root -> binder.record(ImportRecipe.class, root, "the recipe", Set.of()));
    problems.throwIfAny();
    Setting.Mapping root = settings.orElseThrow();
    ProgramSearch search =
        binder
            .record(
                ProgramSearch.class,
                new Setting.Mapping(root.place(), Map.of()),
                "the search",
                Set.of())
            .orElseThrow();
    Experiment experiment = experiment(recipe.orElseThrow(), search);
    return new LocatedRecipe(recipe.get(), new LocatedExperiment(experiment, root), root);
  }

  private Experiment experiment(ImportRecipe recipe, ProgramSearch search) {
    return new Experiment(
        recipe.name(),
        recipe.description(),
        search.seed(),
        null,
        null,
        recipe.searchSpace(),
        null,
        search.controller(),
        new Component<Evaluator>(type, new MeasuredDataSettings(recipe.dataset())),
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
