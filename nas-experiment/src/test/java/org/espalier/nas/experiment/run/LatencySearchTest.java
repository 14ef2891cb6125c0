package org.espalier.nas.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.engine.study.Ledger;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches by latency. */
class LatencySearchTest {
  private static final String FILE =
      """
      name: fast
      seed: 1
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, nodes: [4, 8, 16], activations: [relu], dropout: [], maxLength: 4}
      controller: {type: evolution, population: 6, tournament: 2}
      evaluator: {type: hidden-architecture, noise: 0.1, epochs: 2}
      objectives: [{type: metric}, {type: LATENCY}]
      scalarisation: {type: mnasnet, target: 2, beta: -1}
      budget: {trials: TRIALS}
      workers: WORKERS
      output: {report: false}
      """;
  private static final String TABLE =
      """
      layer 1,phone
      "(4, relu)",1
      "(8, relu)",2.5
      "(16, relu)",4
      """;

  /** An objective whose values tell the number of calls, and whose fourth call ends the process. */
  private static final class Counting implements ObjectiveFunction {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Inject
    Counting() {}

    @Override
    public Objective objective() {
      return new Objective("calls", Direction.MINIMIZE, "", null, false);
    }

    @Override
    public ObjectiveValue value(Trial trial, Outcome outcome) {
      int calls = CALLS.incrementAndGet();
      if (calls == 4) {
        throw new LinkageError("killed");
      }
      return new ObjectiveValue(calls, Map.of("calls.spread", calls / 10.0));
    }

    @Override
    public boolean exclusive() {
      return true;
    }
  }

  /** Brings the objective. */
  private static final class CountingPlugin implements NasPlugin {
    @Override
    public void configure(PluginRegistry registry) {
      registry.component(ComponentKind.OBJECTIVE, "calls", Counting.class, NoSettings.class);
    }
  }

  private final Catalogue catalogue =
      Catalogue.of(
          List.of(
              new CountingPlugin(),
              new org.espalier.nas.data.DataPlugin(),
              new org.espalier.nas.engine.study.StudyPlugin(),
              new org.espalier.nas.engine.objective.ObjectivesPlugin(),
              new org.espalier.nas.tf.TensorFlowPlugin(),
              new org.espalier.nas.searchspace.SearchSpacesPlugin(),
              new org.espalier.nas.controller.ControllersPlugin()));

  @TempDir private Path folder;

  private SearchRun runner() {
    return new SearchRun(
        catalogue,
        new RunFolderRepository(Path.of("")),
        new SearchWatcher() {},
        InstantSource.system(),
        (work, interrupt) -> work.get(),
        RunLog.none(),
        RunArtifacts.inFolders(),
        new Clusters(List.of()));
  }

  /** Runs a search in a folder of its own. */
  private Path run(String latency, int trials, int workers) throws IOException {
    Path run = folder.resolve("run" + workers);
    Path file =
        Files.writeString(
            folder.resolve("fast.yaml"),
            FILE.replace("LATENCY", latency)
                .replace("TRIALS", Integer.toString(trials))
                .replace("WORKERS", Integer.toString(workers)));
    EndedSearch ended = runner().begin(new ExperimentReader(catalogue).read(file, List.of()), run);
    return ended.folder();
  }

  private static List<TrialResult> results(Path run) {
    return new RunFolderRepository(Path.of("")).read(run.toString()).results();
  }

  @Test
  void theNumberOfWorkersDoesNotMatterWithATable() throws IOException {
    Files.writeString(folder.resolve("phone.csv"), TABLE);
    String latency = "latency, table: phone.csv, device: phone";

    Path alone = run(latency, 16, 1);
    Path together = run(latency, 16, 4);

    assertThat(results(alone)).hasSize(16);
    assertThat(results(alone))
        .allSatisfy(
            result -> {
              String first = result.trial().proposal().architecture().option("layer 1");
              assertThat(result.objectives().get(1))
                  .isEqualTo(
                      Map.of("(4, relu)", 1.0, "(8, relu)", 2.5, "(16, relu)", 4.0).get(first));
            });
    assertThat(Ledger.of(results(together))).isEqualTo(Ledger.of(results(alone)));
  }

  @Test
  void aResumedSearchHasTheStoredValuesAndMeasuresNoneAgain() {
    Counting.CALLS.set(0);
    Path run = folder.resolve("run1");
    assertThatThrownBy(() -> run("calls", 6, 1)).hasStackTraceContaining("killed");
    assertThat(values(run)).containsExactly(1.0, 2.0, 3.0);

    EndedSearch ended = runner().resume(run, List.of());

    assertThat(ended.folder()).isEqualTo(run);
    assertThat(values(run)).containsExactly(1.0, 2.0, 3.0, 5.0, 6.0, 7.0);
    assertThat(results(run).get(1).outcome().account().facts()).containsEntry("calls.spread", 0.2);
    assertThat(Counting.CALLS).hasValue(7);
  }

  private static List<Double> values(Path run) {
    return results(run).stream().map(result -> result.objectives().get(1)).toList();
  }

  @Test
  void aMeasuredLatencyKeepsTheTimeOfTheReferenceNetworkInTheRun() throws IOException {
    Path run = run("latency, builds: 2, warmups: 0, pairs: 6, tolerance: 9", 2, 2);

    assertThat(run.resolve("latency").resolve("reference-batch1.json")).isRegularFile();
    assertThat(results(run))
        .hasSize(2)
        .allSatisfy(
            result ->
                assertThat(result.outcome().account().facts())
                    .containsKeys("latency.ratio", "latency.spread", "latency.measurements")
                    .containsEntry("latency", result.objectives().get(1)));
  }
}
