package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.objective.Valuation;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StudyExtension;
import org.espalier.nas.engine.store.StudyJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extensions of finished studies, compared with studies of the larger budget from the start. */
class BudgetExtensionTest {

  private static final int WHOLE = 60;

  @TempDir Path folder;

  private static StudyFixture fixture(String controller, int lag, Budget budget) {
    StudyFixture fixture = new StudyFixture();
    fixture.settings =
        new StudySettings("tokens", StudyFixture.SEED, 2, lag, budget, false, TrialSeeds.NUMBER);
    fixture.controller =
        switch (controller) {
          case "continuing" -> new ContinuingController(fixture.space, fixture.random);
          case "random" -> new SamplingController(fixture.space, fixture.random);
          case "counting" -> new CountingController(fixture);
          default -> fixture.controller;
        };
    return fixture;
  }

  /** Extends the study of this folder; returns the sentence about differences, or null. */
  private static String extend(Path folder, String controller, int lag, Budget budget) {
    StudyFixture fixture = fixture(controller, lag, budget);
    try (StudyJournal journal = StudyFixture.open(folder)) {
      StudySetup setup =
          new StudySetup(
              fixture.space,
              fixture.controller,
              fixture.evaluators,
              Fidelity.epochs(StudyFixture.EPOCHS),
              Valuation.of(fixture.reward, fixture.space),
              fixture.stopping,
              List.of());
      BudgetExtension extension = BudgetExtension.of(fixture.settings, setup, journal);
      journal.extended(
          new StudyExtension(
              journal.description(), extension.asks(), extension.trials(), Instant.EPOCH));
      return extension.difference().orElse(null);
    }
  }

  private Ledger whole(String controller, int lag, Budget budget) {
    Path whole = folder.resolve("whole");
    fixture(controller, lag, budget).run(whole);
    return StudyFixture.ledger(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "random, 0, 10",
    "random, 4, 10",
    "random, 4, 3",
    "learning, 0, 40",
    "learning, 0, 27",
    "learning, 3, 11",
    "learning, 12, 5",
    "continuing, 0, 22",
    "continuing, 0, 2",
  })
  void endsWithTheLedgerOfTheLargerBudget(String controller, int lag, int trials) {
    Path extended = folder.resolve("extended");
    fixture(controller, lag, Budget.trials(trials)).run(extended);

    String difference = extend(extended, controller, lag, Budget.trials(WHOLE));
    StudySummary summary = fixture(controller, lag, Budget.trials(WHOLE)).run(extended);

    assertThat(difference).isNull();
    assertThat(summary.ending()).isEqualTo(StudyEnd.TRIALS);
    assertThat(StudyFixture.ledger(extended).text())
        .isEqualTo(whole(controller, lag, Budget.trials(WHOLE)).text());
    assertThat(StudyFixture.read(extended).diagnostics())
        .isEqualTo(StudyFixture.read(folder.resolve("whole")).diagnostics());
  }

  @Test
  void isPossibleSeveralTimes() {
    Path extended = folder.resolve("extended");
    fixture("learning", 0, Budget.trials(5)).run(extended);
    for (int trials : new int[] {6, 13, 29, WHOLE}) {
      assertThat(extend(extended, "learning", 0, Budget.trials(trials))).isNull();
      fixture("learning", 0, Budget.trials(trials)).run(extended);
      assertThat(StudyFixture.read(extended).trials()).hasSize(trials);
    }

    assertThat(StudyFixture.ledger(extended).text())
        .isEqualTo(whole("learning", 0, Budget.trials(WHOLE)).text());
  }

  @ParameterizedTest
  @CsvSource({"random, 4", "learning, 0", "continuing, 0"})
  void extendsBudgetsOfEpochs(String controller, int lag) {
    Path extended = folder.resolve("extended");
    Budget larger = new Budget(null, null, 150, null);
    fixture(controller, lag, new Budget(null, null, 50, null)).run(extended);

    String difference = extend(extended, controller, lag, larger);
    fixture(controller, lag, larger).run(extended);

    assertThat(StudyFixture.read(extended).trials()).hasSizeGreaterThan(40);
    if (difference == null) {
      assertThat(StudyFixture.ledger(extended).text())
          .isEqualTo(whole(controller, lag, larger).text());
    } else {
      assertThat(StudyFixture.ledger(extended).text())
          .isNotEqualTo(whole(controller, lag, larger).text());
    }
  }

  /** Its proposals depend on the number requested, as those of a fixed schedule do. */
  private record CountingController(StudyFixture fixture) implements Controller {
    @Override
    public List<Proposal> ask(int count) {
      RandomGenerator draws = fixture.random.stream("counting", count);
      return IntStream.range(0, count)
          .mapToObj(i -> fixture.space.sample(draws))
          .map(sampled -> Proposal.of(sampled, Fidelity.epochs(StudyFixture.EPOCHS)))
          .toList();
    }

    @Override
    public void tell(List<TrialResult> results) {}

    @Override
    public byte[] snapshot() {
      return new byte[0];
    }

    @Override
    public void restore(byte[] snapshot) {}
  }

  @Test
  void saysWhereTheControllerDependsOnTheBudget() {
    Path extended = folder.resolve("extended");
    fixture("counting", 8, Budget.trials(5)).run(extended);

    String difference = extend(extended, "counting", 8, Budget.trials(WHOLE));
    fixture("counting", 8, Budget.trials(WHOLE)).run(extended);

    assertThat(difference)
        .isEqualTo(
            "Trials from 1 on may differ from those of a search with this budget from the start:"
                + " after 0 results the controller was asked for 5 proposals, and would have been"
                + " asked for 8.");
    assertThat(StudyFixture.read(extended).trials()).hasSize(WHOLE);
    assertThat(StudyFixture.ledger(extended).text())
        .isNotEqualTo(whole("counting", 8, Budget.trials(WHOLE)).text());
  }

  @Test
  void needsNoStateThatListenersWereToldToForget() {
    Path extended = folder.resolve("extended");
    List<Integer> needed = new ArrayList<>();
    StudyFixture first = fixture("learning", 0, Budget.trials(21));
    first.listeners =
        List.of(
            new StudyListener() {
              @Override
              public void told(TrialResult result, int oldestNeeded) {
                needed.add(oldestNeeded);
              }
            });
    first.run(extended);

    extend(extended, "learning", 0, Budget.trials(WHOLE));
    fixture("learning", 0, Budget.trials(WHOLE)).run(extended);

    int oldest =
        StudyFixture.read(extended).trials().subList(21, WHOLE).stream()
            .mapToInt(trial -> trial.trial().informedBy())
            .min()
            .orElseThrow();
    assertThat(needed).allMatch(number -> number <= oldest);
  }

  @Test
  void leavesASessionThatSaysSo() {
    fixture("random", 0, Budget.trials(5)).run(folder);
    assertThat(StudyEnd.of(StudyFixture.read(folder).sessions())).contains(StudyEnd.TRIALS);

    extend(folder, "random", 0, Budget.trials(6));

    List<StoredSession> sessions = StudyFixture.read(folder).sessions();
    assertThat(sessions).hasSize(2);
    assertThat(sessions.get(1).ending()).isEqualTo(StoredSession.EXTENDED);
    assertThat(StudyEnd.of(sessions)).isEmpty();
  }

  @Test
  void needsALargerBudget() {
    Budget budget = new Budget(10, Duration.ofMinutes(90), 30, null);

    assertRefused(budget, new Budget(10, Duration.ofMinutes(90), 30, null), StudyEnd.TRIALS)
        .hasMessage("budget.trials (10) must be more than 10, the limit that the search has now.");
    assertRefused(budget, new Budget(9, Duration.ofMinutes(90), 90, null), StudyEnd.EPOCHS)
        .hasMessage("budget.trials (9) must be more than 10, the limit that the search has now.");
    assertRefused(budget, new Budget(20, Duration.ofMinutes(90), 30, null), StudyEnd.EPOCHS)
        .hasMessage("budget.epochs (30) must be more than 30, the limit that the search has now.");
    assertRefused(budget, new Budget(20, Duration.ofMinutes(60), 30, null), StudyEnd.TRIALS)
        .hasMessage(
            "budget.wallClock (1h) must be more than 1h30m, the limit that the search has now.");
    assertRefused(budget, new Budget(20, Duration.ofMinutes(90), 30, 5), StudyEnd.TRIALS)
        .hasMessage(
            "budget.seconds (5) would be a new limit; the search has none. Extend a limit that it"
                + " has.");
    assertRefused(budget, new Budget(20, Duration.ofMinutes(90), 30, null), StudyEnd.EXHAUSTED)
        .hasMessage(
            "The search cannot be extended: it ended because the controller has nothing more to"
                + " propose.");
    budget.requireExtendedBy(new Budget(11, Duration.ofMinutes(90), 30, null), StudyEnd.TRIALS);
    budget.requireExtendedBy(new Budget(10, Duration.ofMinutes(91), 30, null), StudyEnd.WALL_CLOCK);
    budget.requireExtendedBy(new Budget(10, Duration.ofMinutes(90), 31, null), StudyEnd.EPOCHS);
  }

  @Test
  void needsMoreThanIsUsed() {
    BudgetUse used = new BudgetUse(38, 120, 9.5);

    new Budget(39, null, 121, 11).requireMoreThan(used);
    Budget.unlimited().requireMoreThan(used);
    assertThatThrownBy(() -> Budget.trials(38).requireMoreThan(used))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "budget.trials (38) must be more than 38, the trials that the search has done.");
    assertThatThrownBy(() -> new Budget(39, null, 120, null).requireMoreThan(used))
        .hasMessageContaining("budget.epochs (120) must be more than 120");
    assertThatThrownBy(() -> new Budget(39, null, null, 10).requireMoreThan(used))
        .hasMessageContaining("budget.seconds (10) must be more than 10");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      Budget budget, Budget larger, StudyEnd ending) {
    return assertThatThrownBy(() -> budget.requireExtendedBy(larger, ending))
        .isInstanceOf(InvalidSettingException.class);
  }
}
