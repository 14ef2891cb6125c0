package org.espalier.nas.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.study.Ledger;
import org.espalier.nas.experiment.Espalier;
import org.espalier.nas.experiment.ExperimentSearch;
import org.espalier.nas.experiment.SearchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Searches whose trials are evaluated by executors of Spark. */
@Timeout(300)
class SparkSearchTest {

  /** Trials that take long enough for their executors to be killed meanwhile. */
  private static final String SLOW =
      """
      name: slow
      searchSpace:
        type: hyperparameters
        parameters:
          a: {type: categorical, options: [k, l, m, n]}
          b: {type: categorical, options: [k, l, m, n]}
          c: {type: categorical, options: [k, l, m, n]}
      controller: {type: evolution, population: 8, tournament: 3}
      evaluator: {type: hidden-architecture, noise: 0.1, epochs: 5, sleepMillis: 40}
      budget: {trials: 30}
      lag: 4
      workers: 2
      """;

  /** Networks that are trained, some of which continue where others ended. */
  private static final String CONTINUED =
      """
      name: continued
      dataset: {type: moons, samples: 300, noise: 0.2}
      searchSpace: {type: mlp, nodes: [2, 4, 8], activations: [relu, tanh], dropout: [], maxLength: 3}
      controller: {type: hyperband, factor: 3, resume: true}
      evaluator: {type: training, epochs: 9, batch: 32}
      budget: {trials: 20}
      """;

  /** Networks that start from the weights of earlier ones. */
  private static final String SHARED =
      """
      name: shared
      dataset: {type: moons, samples: 300, noise: 0.2}
      searchSpace: {type: mlp, nodes: [2, 4, 8], activations: [relu, tanh], dropout: [], maxLength: 3}
      controller: {type: reinforce, batch: 6}
      evaluator: {type: training, epochs: 3, batch: 32, sharing: {mode: bigram}}
      budget: {trials: 24}
      """;

  @TempDir Path folder;

  private ExperimentSearch search(String yaml, String name) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), yaml);
    return Espalier.load(file).output(folder.resolve(name)).with("output.report", false);
  }

  private static ExperimentSearch onSpark(ExperimentSearch search, int executors) {
    return search
        .with("executor.type", "spark")
        .with("executor.master", LocalSpark.master(executors))
        .with("executor.memory", 512);
  }

  @Test
  void continuedTrialsAreThoseOfThreads() throws Exception {
    Ledger threads = search(CONTINUED, "threads").run().ledger();

    assertThat(onSpark(search(CONTINUED, "spark"), 2).run().ledger()).isEqualTo(threads);
  }

  @Test
  void sharedWeightsAreThoseOfThreads() throws Exception {
    Ledger threads = search(SHARED, "threads").run().ledger();

    assertThat(onSpark(search(SHARED, "spark"), 2).run().ledger()).isEqualTo(threads);
  }

  @Test
  void killedExecutorsChangeNothing() throws Exception {
    List<TrialResult> threads = search(SLOW, "threads").run().trials();
    AtomicBoolean over = new AtomicBoolean();
    Thread killer =
        new Thread(
            () -> {
              while (!over.get()) {
                pause(4000);
                LocalSpark.executors().stream()
                    .findFirst()
                    .ifPresent(ProcessHandle::destroyForcibly);
              }
            });
    killer.setDaemon(true);
    killer.start();
    List<TrialResult> spark = onSpark(search(SLOW, "spark"), 2).run().trials();
    over.set(true);

    assertThat(Ledger.of(spark)).isEqualTo(Ledger.of(threads));
  }

  @Test
  void steeredTrialsAreThoseOfThreads() throws Exception {
    List<SteeringRequest> commands =
        List.of(
            at(1, new SteeringCommand.StopTrial(4)),
            at(
                6,
                SteeringCommand.EnqueueArchitecture.parse("[(8, relu), (4, tanh), (1, sigmoid)]")),
            at(9, new SteeringCommand.ChangeBudget(15, null, null, null)));
    SearchResult threads = search(SHARED, "threads").steering(commands).run();
    assertThat(threads.trials()).hasSize(15);
    assertThat(threads.steering()).hasSize(3).allMatch(SteeringEvent::changedSearch);
    assertThat(threads.trials().get(3).outcome()).isInstanceOf(Outcome.Stopped.class);

    SearchResult spark = onSpark(search(SHARED, "spark").steering(commands), 2).run();

    assertThat(spark.ledger()).isEqualTo(threads.ledger());
  }

  private static SteeringRequest at(int place, SteeringCommand command) {
    return new SteeringRequest("request-" + place, Instant.EPOCH, command, place);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aTrialThatHangsEndsByItsTimeLimitAndTheOthersGoOn() throws Exception {
    ExperimentSearch hanging =
        onSpark(search(SLOW, "hanging"), 1)
            .with("evaluator.sleepMillis", 60_000)
            .with("trialTimeout", "1s")
            .with("budget.trials", 2);

    assertThat(hanging.run().trials())
        .hasSize(2)
        .allMatch(
            result ->
                result.outcome() instanceof Outcome.Failed failed
                    && failed.message().contains("longer than trialTimeout"));
  }

  /** The process that is killed: it runs the search of a file on Spark. */
  static final class Driver {
    private Driver() {}

    public static void main(String... arguments) {
      onSpark(Espalier.load(Path.of(arguments[0])).output(Path.of(arguments[1])), 2).run();
    }
  }

  @Test
  void aKilledDriverIsResumed() throws Exception {
    Ledger threads = search(SLOW, "threads").run().ledger();
    Path runs = folder.resolve("killed");
    Path file = Files.writeString(folder.resolve("killed.yaml"), SLOW);
    Process driver = LocalSpark.java(folder, Driver.class, file.toString(), runs.toString());
    while (finished(runs) < 8) {
      assertThat(driver.isAlive()).as("the driver, see %s", folder).isTrue();
      pause(50);
    }
    driver.destroyForcibly().waitFor();
    List<TrialResult> before = Espalier.read(Espalier.runs(runs).get(0)).trials();

    List<TrialResult> all = Espalier.resume(Espalier.runs(runs).get(0)).trials();

    assertThat(Ledger.of(all)).isEqualTo(threads);
    assertThat(all).as("what was finished").containsAll(before);
  }

  private static int finished(Path runs) {
    try {
      return Espalier.runs(runs).isEmpty()
          ? 0
          : Espalier.read(Espalier.runs(runs).get(0)).trials().size();
    } catch (StoreException notYet) {
      return 0;
    }
  }

  @Test
  void aClusterThatIsNotThereIsAClearError() throws Exception {
    ExperimentSearch search =
        search(SLOW, "nowhere")
            .with("executor.type", "spark")
            .with("executor.master", "local-cluster[0,1,512]");

    assertThatThrownBy(search::run)
        .isInstanceOf(NasException.class)
        .hasMessageContaining("executor.master (local-cluster[0,1,512]) cannot be used");
    assertThat(Espalier.runs(folder.resolve("nowhere"))).isEmpty();
  }
}
