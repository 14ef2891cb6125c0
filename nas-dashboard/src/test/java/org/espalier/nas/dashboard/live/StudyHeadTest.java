package org.espalier.nas.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.engine.store.TrialCounts;
import org.espalier.nas.experiment.file.StoredBudget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StudyHeadTest {

  private static final Instant BEGIN = Instant.ofEpochMilli(1_000_000);

  private static Map<String, Object> tree(
      int finished,
      @Nullable String holder,
      String yaml,
      long seconds,
      SteeringCommand... commands) {
    List<SteeringEvent> steering = new ArrayList<>();
    for (SteeringCommand command : commands) {
      int number = steering.size() + 1;
      steering.add(new SteeringEvent(number, "r-" + number, BEGIN, command, 5, null, null));
    }
    StudyOutline outline =
        new StudyOutline(
            "a/1",
            new StudyDescription("a", 1, yaml, Map.of(), BEGIN),
            List.of(
                new StoredSession(1, BEGIN, BEGIN.plusSeconds(10), "INTERRUPTED"),
                new StoredSession(2, BEGIN.plusSeconds(100), null, null)),
            new TrialCounts(1, 2, finished, 0, 0, 0),
            0.5,
            null,
            List.of(BEGIN.plusSeconds(10), BEGIN.plusSeconds(104)),
            steering);
    return new StudyHead(outline, holder, StoredBudget.of(yaml))
        .tree("a/1", BEGIN.plusSeconds(100 + seconds));
  }

  @Test
  void theTimeLeftIsThatOfTheTrialsLeft() {
    Map<String, Object> head = tree(5, "process 7", "budget: {trials: 25}\n", 20);

    assertThat(head)
        .containsEntry("status", "running")
        .containsEntry("holder", "process 7")
        .containsEntry("budgetTrials", 25)
        .containsEntry("running", 2)
        .containsEntry("seconds", 30.0)
        .containsEntry("remainingSeconds", 120.0);
  }

  @Test
  void aTimeLimitEndsItEarlier() {
    assertThat(tree(5, "process 7", "budget: {trials: 25, wallClock: 1m}\n", 20))
        .containsEntry("remainingSeconds", 30.0);
    assertThat(tree(5, "process 7", "budget: {trials: 25, wallClock: 1m}\n", 90))
        .containsEntry("remainingSeconds", 0.0);
  }

  @Test
  void aSearchThatAPersonEndedHasTheOutstandingTrialsLeft() {
    SteeringCommand stop = new SteeringCommand.StopStudy();
    SteeringCommand more = new SteeringCommand.ChangeBudget(35, null, null, null);
    SteeringCommand note = new SteeringCommand.Note(null, "done");

    // Of 5 finished and 3 outstanding trials, after 30 s.
    for (String yaml : List.of("budget: {trials: 25}\n", "name: a\n")) {
      assertThat(tree(5, "process 7", yaml, 20, stop, note))
          .containsEntry("remainingSeconds", 18.0);
      assertThat(tree(5, "process 7", yaml, 20, stop, more))
          .containsEntry("remainingSeconds", 180.0);
      assertThat(tree(5, "process 7", yaml, 20, more, stop))
          .containsEntry("remainingSeconds", 18.0);
    }
  }

  @Test
  void withoutALimitOrAResultItIsNotKnown() {
    assertThat(tree(0, "process 7", "budget: {trials: 25}\n", 20))
        .doesNotContainKey("remainingSeconds");
    assertThat(tree(5, "process 7", "name: a\n", 20))
        .doesNotContainKeys("remainingSeconds", "budgetTrials");
  }

  @Test
  void aStudyThatNobodyHoldsIsInterruptedSinceItsLastEvent() {
    assertThat(tree(5, null, "budget: {trials: 25}\n", 5000))
        .containsEntry("status", "interrupted")
        .containsEntry("running", 0)
        .containsEntry("seconds", 14.0)
        .doesNotContainKeys("remainingSeconds", "holder");
  }

  @Test
  void limitsAreReadAsTheyAreWritten() {
    assertThat(StoredBudget.of("name: a\nbudget:\n  trials: 60\n  wallClock: 1h30m\n"))
        .isEqualTo(new StoredBudget(60, Duration.ofMinutes(90)));
    assertThat(StoredBudget.of("")).isEqualTo(new StoredBudget(null, null));
    assertThat(StoredBudget.of("budget: [\n")).isEqualTo(new StoredBudget(null, null));
    assertThat(StoredBudget.of("budget: {epochs: 7}\n")).isEqualTo(new StoredBudget(null, null));
  }
}
