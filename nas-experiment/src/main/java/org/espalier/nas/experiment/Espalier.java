package org.espalier.nas.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.RunStatus;
import org.espalier.nas.searchspace.hyperparameters.SearchSpaceBuilder;

/**
 * Entry point for Java programs: searches over functions of their own, experiment files,
 * comparisons, and stored runs.
 */
public final class Espalier {

  private Espalier() {}

  /** Returns a builder of a search space of numbers and options. */
  public static SearchSpaceBuilder space() {
    return new SearchSpaceBuilder();
  }

  /**
   * Returns a search over a function.
   *
   * @param space the architectures, or settings, to search
   * @param function evaluates one of them
   */
  public static FunctionSearch search(SearchSpace space, TrialFunction function) {
    return new FunctionSearch(space, function);
  }

  /** Returns the search that an experiment file describes; the file is read when it runs. */
  public static ExperimentSearch load(Path file) {
    return new ExperimentSearch(file);
  }

  /** Returns the comparison that a file describes; the file is read when it runs. */
  public static ComparisonSearch compare(Path file) {
    return new ComparisonSearch(file);
  }

  /**
   * Continues a run of an experiment file that was interrupted or killed. A search over a function
   * is continued by {@link FunctionSearch#run} with the same folder.
   *
   * @param run the run's folder
   * @param plugins folders with plugins that the run uses
   * @throws org.espalier.nas.api.NasException if there is no run, another process works on it, or
   *     the search fails
   */
  public static SearchResult resume(Path run, Path... plugins) {
    Catalogue catalogue = new Plugins(List.of(plugins)).load();
    return ExperimentSearch.finished(
        ExperimentSearch.runner(catalogue, new StudyListener() {}).resume(run, List.of()),
        catalogue);
  }

  /**
   * Reads a stored run, which may be running.
   *
   * @param run the run's folder
   * @throws org.espalier.nas.engine.store.StoreException if there is no run
   */
  public static SearchResult read(Path run) {
    StudyRepository studies = ExperimentSearch.studies();
    StoredStudy study = studies.read(run.toString());
    return new SearchResult(
        study.description().name(),
        Optional.of(run),
        RunStatus.of(study, studies),
        study.description().objectives(),
        study.results(),
        study.steering());
  }

  /**
   * Returns the folders of all runs, the oldest first.
   *
   * @param folder the folder that holds the run folders, {@code runs} by default
   */
  public static List<Path> runs(Path folder) {
    return new RunFolders(folder).all();
  }
}
