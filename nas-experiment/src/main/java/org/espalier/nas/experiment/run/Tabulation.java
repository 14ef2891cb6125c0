package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.engine.table.BenchmarkTable;
import org.espalier.nas.engine.table.SpaceOutline;
import org.espalier.nas.engine.table.TableBuilder;
import org.espalier.nas.engine.table.TableFile;
import org.espalier.nas.engine.table.TablePlan;
import org.espalier.nas.experiment.cluster.Execution;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * The creation of a table of a search space: a study, new or resumed, trains each architecture with
 * each seed, then its results are written to one file.
 */
public final class Tabulation {
  private static final String DEFINITION = "table.definition";

  private final Catalogue catalogue;
  private final Watcher watcher;
  private final PlannedTrainings trainings;
  private final Clusters clusters;

  /**
   * Creates a tabulation.
   *
   * @param studies repository of the trainings, by the path of their folder
   * @param watcher observer of the trainings
   * @param clock clock for the beginning and end of trainings
   * @param interrupts source of requests to end early
   * @param clusters kinds of clusters on which networks can be trained
   */
  public Tabulation(
      Catalogue catalogue,
      StudyRepository studies,
      Watcher watcher,
      InstantSource clock,
      InterruptSource interrupts,
      Clusters clusters) {
    this.catalogue = catalogue;
    this.watcher = watcher;
    this.clusters = clusters;
    this.trainings = new PlannedTrainings(studies, watcher, clock, interrupts);
  }

  /** Observer of the creation of a table. */
  public interface Watcher extends SearchWatcher {

    /**
     * Called before the trainings begin.
     *
     * @param folder folder of their results
     * @param trainings the number of all trainings
     * @param finishedBefore the results of the trainings that earlier sessions finished
     * @return the listener that is told about them
     */
    StudyListener tabulating(Path folder, int trainings, List<TrialResult> finishedBefore);
  }

  /**
   * The extent of a table.
   *
   * @param seeds seeds per architecture
   * @param sample number of architectures drawn; empty for all
   */
  public record Extent(int seeds, Optional<Integer> sample) {}

  /**
   * Trainings that have ended.
   *
   * @param trainings folder of the trainings
   * @param plan plan of the trainings
   * @param summary summary of the trainings
   * @param table file of the table; empty if the trainings were interrupted
   */
  public record Ended(Path trainings, TablePlan plan, StudySummary summary, Optional<Path> table) {}

  /**
   * Runs the missing trainings and writes the table, unless interrupted.
   *
   * @param file the experiment's file; paths are written relative to its folder
   * @throws NasException if the space or the evaluator cannot be tabulated, or the folder holds the
   *     results of another table
   */
  public Ended run(LocatedExperiment located, Path file, Extent extent) {
    Experiment experiment = located.experiment();
    requireIndependence(located);
    Path folder = experiment.output().folder().resolve(experiment.name() + ".trainings");
    try (ExperimentGraph graph =
        ExperimentGraph.of(located, catalogue, new RunFolder(folder), watcher.downloads())) {
      Optional<Dataset> dataset = graph.dataset();
      TablePlan plan = plan(located, graph, extent);
      StudyDescription description = describe(experiment, file, graph, extent);
      try (StudyJournal store = trainings.store(folder, description)) {
        requireSame(store, description, folder);
        SearchRun.requireSameData(dataset, store.description());
        StudySummary summary = train(located, graph, plan, store, folder);
        if (summary.interrupted()) {
          return new Ended(folder, plan, summary, Optional.empty());
        }
        Path table = experiment.output().folder().resolve(experiment.name() + TableFile.EXTENSION);
        TableFile.write(table(file, experiment, graph, plan, extent, store), table);
        return new Ended(folder, plan, summary, Optional.of(table));
      }
    }
  }

  private StudySummary train(
      LocatedExperiment located,
      ExperimentGraph graph,
      TablePlan plan,
      StudyJournal store,
      Path folder) {
    Experiment experiment = located.experiment();
    try (Execution execution = execution(located, graph, plan, store, folder)) {
      return trainings.train(
          execution,
          experiment,
          graph,
          plan,
          graph.fidelity(),
          experiment.workers(),
          store,
          folder);
    }
  }

  /** Returns the place of the trainings; this process, if all have finished. */
  private Execution execution(
      LocatedExperiment located,
      ExperimentGraph graph,
      TablePlan plan,
      StudyJournal store,
      Path folder) {
    if (PlannedTrainings.finished(store).size() == plan.trainings()) {
      return Execution.here(located, trainings.clock());
    }
    located.experiment().executor().cluster().ifPresent(watcher::connecting);
    return Execution.ofTable(
        located, graph, folder, plan.seeds(), catalogue, clusters, trainings.clock());
  }

  private StudyDescription describe(
      Experiment experiment, Path file, ExperimentGraph graph, Extent extent) {
    String definition =
        "# seeds: %d, sample: %s\n%s"
            .formatted(
                extent.seeds(),
                extent.sample().map(String::valueOf).orElse("none"),
                settings(experiment, file));
    return trainings.describe(experiment, graph, catalogue, DEFINITION, definition);
  }

  /** Returns the settings that results depend on, with paths relative to the experiment's file. */
  private static String settings(Experiment experiment, Path file) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    return new ExperimentWriter(folder).yaml(experiment, PlannedTrainings.DEFINING::contains);
  }

  private static BenchmarkTable table(
      Path file,
      Experiment experiment,
      ExperimentGraph graph,
      TablePlan plan,
      Extent extent,
      StudyJournal store) {
    Map<String, String> provenance =
        RunProvenance.withoutFindings(store.description().provenance());
    provenance.remove(DEFINITION);
    provenance.remove(RunProvenance.REWARD);
    provenance.put("created", store.description().createdAt().toString());
    return new TableBuilder(plan, graph.fidelity().epochs(), PlannedTrainings.finished(store))
        .build(
            experiment.name(),
            settings(experiment, file),
            SpaceOutline.of(graph.searchSpace()).orElseThrow(),
            extent.sample().isPresent(),
            graph.dataset().map(Dataset::info).orElse(null),
            provenance);
  }

  private static void requireIndependence(LocatedExperiment located) {
    located
        .experiment()
        .evaluatorSettings()
        .dependence()
        .ifPresent(
            setting -> {
              throw new InvalidExperimentException(
                  located.place("evaluator"),
                  "evaluator.%s cannot be tabulated: the result of a trial depends on earlier trials."
                      .formatted(setting));
            });
  }

  private static TablePlan plan(LocatedExperiment located, ExperimentGraph graph, Extent extent) {
    long seed = located.experiment().seed();
    try {
      return extent
          .sample()
          .map(size -> TablePlan.sample(graph.searchSpace(), size, extent.seeds(), seed))
          .orElseGet(() -> TablePlan.whole(graph.searchSpace(), extent.seeds(), seed));
    } catch (InvalidExperimentException known) {
      throw known;
    } catch (NasException refused) {
      throw new InvalidExperimentException(
          located.place("searchSpace"), String.valueOf(refused.getMessage()));
    }
  }

  private static void requireSame(StudyJournal store, StudyDescription description, Path folder) {
    String before = store.description().provenance().get(DEFINITION);
    if (!Objects.equals(before, description.provenance().get(DEFINITION))) {
      throw new NasException(
          "%s contains results of another table. Choose another --out, or delete the folder."
              .formatted(folder));
    }
  }
}
