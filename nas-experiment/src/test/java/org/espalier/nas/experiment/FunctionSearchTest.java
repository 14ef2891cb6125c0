package org.espalier.nas.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionSearchTest {
  private static final SearchSpace SPACE =
      Espalier.space().real("x", -5, 10).integer("n", 1, 8).categorical("kind", "a", "b").build();

  @TempDir Path folder;

  private static double height(RunningTrial trial) {
    double penalty = trial.option("kind").equals("a") ? 0 : 5;
    return Math.pow(trial.real("x") - 2, 2) + Math.abs(trial.integer("n") - 4) + penalty;
  }

  private static FunctionSearch search() {
    return Espalier.search(SPACE, trial -> Map.of("height", height(trial)))
        .minimize("height")
        .trials(60);
  }

  @Test
  void itFindsTheMinimum() {
    SearchResult result = search().run();

    Architecture best = result.best().orElseThrow().trial().proposal().architecture();
    assertThat(result.trials()).hasSize(60);
    assertThat(result.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(result.folder()).isEmpty();
    assertThat(result.failures()).isEmpty();
    assertThat(best.option("kind")).isEqualTo("a");
    assertThat(best.real("x")).isBetween(1.0, 3.0);
    assertThat(result.best().orElseThrow().reward().orElseThrow()).isGreaterThan(-2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "tpe", "evolution", "bayesian", "reinforce"})
  void theNumberOfWorkersDoesNotMatter(String controller) {
    FunctionSearch search = search().trials(24).controller(controller);

    assertThat(search.workers(4).run().ledger()).isEqualTo(search.workers(1).run().ledger());
  }

  @Test
  void severalWorkersEvaluateAtOnce() {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    Espalier.search(
            SPACE,
            trial -> {
              threads.add(Thread.currentThread().getName());
              Thread.sleep(2);
              return Map.of("height", height(trial));
            })
        .minimize("height")
        .controller("random")
        .with("lag", 8)
        .workers(4)
        .run();

    assertThat(threads).hasSizeGreaterThan(1);
  }

  @Test
  void moreIsBetterWhereItIsMaximised() {
    SearchResult result =
        Espalier.search(SPACE, trial -> Map.of("loss", trial.real("x")))
            .maximize("loss")
            .controller("random")
            .run();

    assertThat(result.best().orElseThrow().reward().orElseThrow())
        .isEqualTo(
            result.trials().stream().mapToDouble(t -> t.reward().orElseThrow()).max().orElse(0))
        .isPositive();
  }

  @Test
  void aStoppingRulePrunes() {
    SearchResult result =
        Espalier.search(
                SPACE,
                trial -> {
                  for (int epoch = 1; epoch <= trial.epochs(); epoch++) {
                    if (!trial.report(epoch, Map.of("height", height(trial) + 1.0 / epoch))) {
                      return Map.of();
                    }
                  }
                  return Map.of("size", 1.0);
                })
            .minimize("height")
            .epochs(9)
            .with("stopping", Map.of("type", "median", "metric", "height"))
            .controller("random")
            .run();

    assertThat(result.trials()).hasSize(100);
    assertThat(result.trials()).anyMatch(t -> t.outcome() instanceof Outcome.Stopped);
    assertThat(result.trials())
        .filteredOn(t -> t.outcome() instanceof Outcome.Completed)
        .isNotEmpty()
        .allSatisfy(
            t -> {
              assertThat(t.epochs()).isEqualTo(9);
              assertThat(t.outcome().measurements().get(8).metrics())
                  .containsKeys("height", "size");
            });
  }

  @Test
  void hyperbandAsksForFewerEpochsFirst() {
    Set<Integer> epochs = ConcurrentHashMap.newKeySet();
    Espalier.search(
            SPACE,
            trial -> {
              epochs.add(trial.epochs());
              return Map.of("height", height(trial));
            })
        .minimize("height")
        .epochs(9)
        .controller("hyperband")
        .run();

    assertThat(epochs).contains(1, 9);
  }

  @Test
  void aFailureIsAResult() {
    SearchResult result =
        Espalier.search(
                SPACE,
                trial -> {
                  if (trial.number() % 3 == 0) {
                    throw new IllegalStateException("no luck");
                  }
                  return trial.number() % 3 == 1 ? Map.of("height", 1.0) : Map.of();
                })
            .minimize("height")
            .trials(9)
            .controller("random")
            .run();

    assertThat(result.trials()).hasSize(9);
    assertThat(result.failures()).hasSize(6);
    assertThat(result.failures().get(0).outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.message())
                    .isEqualTo(
                        "The function returned no metrics for trial 2 and reported none; return at"
                            + " least one."));
    assertThat(result.failures().get(1).outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.message()).contains("no luck"));
  }

  /** A controller of a program's own, which proposes four points and then ends. */
  private static final class FourPoints implements Controller {
    private int asked;
    private int told;

    @Override
    public List<Proposal> ask(int count) {
      if (asked == 4) {
        return List.of();
      }
      asked++;
      Architecture architecture =
          new Architecture(
              List.of(
                  new Choice.Real("x", asked),
                  new Choice.Whole("n", asked),
                  new Choice.Option("kind", 0, "a")));
      return List.of(new Proposal(architecture, Fidelity.epochs(1), null, null));
    }

    @Override
    public void tell(List<TrialResult> results) {
      told += results.size();
    }

    @Override
    public byte[] snapshot() {
      return new byte[] {(byte) asked, (byte) told};
    }

    @Override
    public void restore(byte[] snapshot) {
      asked = snapshot[0];
      told = snapshot[1];
    }
  }

  @Test
  void aControllerCanBeGivenAsAnObject() {
    FourPoints controller = new FourPoints();

    SearchResult result = search().controller(controller).run();

    assertThat(result.trials()).hasSize(4);
    assertThat(controller.told).isEqualTo(4);
    assertThat(result.best().orElseThrow().trial().number()).isEqualTo(2);
  }

  @Test
  void aRunFolderContinuesWhereItWasInterrupted() {
    AtomicInteger calls = new AtomicInteger();
    FunctionSearch interrupted =
        Espalier.search(
                SPACE,
                trial -> {
                  calls.incrementAndGet();
                  if (trial.number() == 20) {
                    throw new OutOfPatience();
                  }
                  return Map.of("height", height(trial));
                })
            .minimize("height")
            .trials(60)
            .folder(folder.resolve("run"));
    assertThatThrownBy(interrupted::run).isInstanceOf(OutOfPatience.class);
    int before = calls.get();

    SearchResult result = search().folder(folder.resolve("run")).workers(3).run();

    assertThat(before).isEqualTo(20);
    assertThat(result.ledger()).isEqualTo(search().run().ledger());
    assertThat(Espalier.read(folder.resolve("run")).ledger()).isEqualTo(result.ledger());
    assertThat(Espalier.read(folder.resolve("run")).status()).isEqualTo(RunStatus.FINISHED);
  }

  /** Ends a study as a fault of the engine would. */
  private static final class OutOfPatience extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void aFolderOfAnotherSearchIsRefused() {
    search().folder(folder.resolve("run")).run();

    assertThatThrownBy(() -> search().seed(9).folder(folder.resolve("run")).run())
        .isInstanceOf(NasException.class)
        .hasMessageContaining("holds a search with other settings");
  }

  @Test
  void wrongSettingsAreReportedTogether() {
    FunctionSearch wrong =
        search()
            .controller("evolutoin")
            .trials(0)
            .with("wrokers", 2)
            .with("stopping.type", "median");

    assertThatThrownBy(wrong::run)
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessageContaining("setting controller: Unknown controller evolutoin")
        .hasMessageContaining("Did you mean evolution?")
        .hasMessageContaining("setting budget.trials: ")
        .hasMessageContaining("setting wrokers: Unknown key wrokers in the search; did you mean");
    assertThatThrownBy(() -> search().epochs(0)).hasMessage("epochs (0) must be positive.");
    assertThatThrownBy(() -> search().with("a b", 1))
        .hasMessageContaining("must be a path of keys");
  }

  @Test
  void aBudgetOfEpochsEndsThoughEveryTrialFails() {
    SearchResult result =
        Espalier.search(
                SPACE,
                trial -> {
                  throw new IllegalStateException("always");
                })
            .with("budget.epochs", 12)
            .controller("random")
            .run();

    assertThat(result.failures()).hasSize(12);
    assertThat(result.best()).isEmpty();
  }

  @Test
  void anIntegerUnderAConstraintIsReadAsOne() {
    SearchResult result =
        Espalier.search(
                Espalier.space()
                    .integer("a", 1, 4)
                    .integer("b", 1, 4)
                    .constraint("a + b <= 5")
                    .build(),
                trial -> Map.of("sum", trial.real("a") + trial.integer("b")))
            .maximize("sum")
            .controller("random")
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.best().orElseThrow().reward().orElseThrow()).isEqualTo(5);
  }

  @Test
  void anInfiniteSpaceNeedsALimit() {
    assertThatThrownBy(
            () -> Espalier.search(SPACE, t -> Map.of("a", 1.0)).with("budget", Map.of()).run())
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessageContaining("budget must limit");
  }

  @Test
  void severalObjectivesHaveAFront() {
    SearchResult result =
        Espalier.search(
                Espalier.space().real("x", -5, 5).build(),
                trial ->
                    Map.of(
                        "left", Math.pow(trial.real("x") + 1, 2),
                        "right", Math.pow(trial.real("x") - 1, 2)))
            .objectives(
                Objective.of("left", Direction.MINIMIZE), Objective.of("right", Direction.MINIMIZE))
            .controller("nsga2", Map.of("population", 20))
            .trials(200)
            .run();

    assertThat(result.best()).isEmpty();
    assertThat(result.front().members()).hasSizeGreaterThan(5);
    assertThat(result.front().members())
        .allSatisfy(
            trial ->
                assertThat(trial.trial().proposal().architecture().real("x")).isBetween(-1.2, 1.2));
  }
}
