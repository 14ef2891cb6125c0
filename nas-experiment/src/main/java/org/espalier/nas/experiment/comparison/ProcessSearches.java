package org.espalier.nas.experiment.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.SearchWatcher;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * Searches in threads of this process, which share their trainings and those of stored searches.
 */
final class ProcessSearches implements SearchPlace {
  private final Catalogue catalogue;
  private final StudyRepository studies;
  private final LocatedComparison located;
  private final ArmSearchFolder folder;
  private final SharedEvaluations shared = new SharedEvaluations();
  private final ArmSearchRunner runner;

  private ProcessSearches(
      Catalogue catalogue,
      StudyRepository studies,
      LocatedComparison located,
      ArmSearchFolder folder,
      SearchWatcher watcher,
      Interruption interruption) {
    this.catalogue = catalogue;
    this.studies = studies;
    this.located = located;
    this.folder = folder;
    this.runner =
        new ArmSearchRunner(catalogue, studies, located, folder, watcher, shared, interruption);
  }

  /**
   * Prepares searches.
   *
   * @param planned all searches of the comparison, whose stored trainings are used
   */
  static ProcessSearches open(
      Catalogue catalogue,
      StudyRepository studies,
      LocatedComparison located,
      List<ArmSearch> planned,
      ArmSearchFolder folder,
      SearchWatcher watcher,
      Interruption interruption) {
    ProcessSearches searches =
        new ProcessSearches(catalogue, studies, located, folder, watcher, interruption);
    searches.recall(planned);
    return searches;
  }

  @Override
  public int workers() {
    int workers = located.comparison().workers();
    return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
  }

  @Override
  public Supplier<Optional<SearchFile>> begin(ArmSearch search) {
    return () -> runner.run(search);
  }

  @Override
  public void close() {}

  /** Remembers the trainings of stored searches, finished or not. */
  private void recall(List<ArmSearch> planned) {
    for (LocatedComparison.Variant variant : located.variants()) {
      List<StoredStudy> runs =
          planned.stream()
              .filter(search -> search.variant().equals(variant))
              .map(search -> folder.stored(studies, search))
              .flatMap(Optional::stream)
              .toList();
      if (!runs.isEmpty()) {
        recall(variant.located(), runs);
      }
    }
  }

  private void recall(LocatedExperiment experiment, List<StoredStudy> runs) {
    try (ExperimentGraph graph =
        ExperimentGraph.of(experiment, catalogue, new RunFolder(folder.scratch()))) {
      if (SharedEvaluations.possible(
          experiment.experiment(), graph.controller().continuesTrials())) {
        String context = SharedEvaluations.context(experiment.experiment());
        runs.forEach(run -> shared.remember(context, graph.searchSpace(), run.results()));
      }
    }
  }
}
