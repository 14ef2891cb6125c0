package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.engine.steering.InMemorySteeringRequests;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringCommand.ChangeBudget;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StudyJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of listeners for limits that people change. */
class ChangedLimitsTest {
  @TempDir Path folder;

  private List<Integer> limits(SteeringRequests requests) {
    List<Integer> limits = new ArrayList<>();
    StudyFixture fixture =
        TokenStudy.fixture(10, 2, 0, "random", 10, new PrintStream(PrintStream.nullOutputStream()));
    fixture.listeners =
        List.of(
            new StudyListener() {
              @Override
              public void limited(Integer trials) {
                limits.add(trials);
              }
            });
    try (StudyJournal journal = StudyFixture.store(folder)) {
      fixture.study(journal).run(requests);
    }
    return limits;
  }

  private static SteeringRequests holding(SteeringCommand... commands) {
    SteeringRequests held = new InMemorySteeringRequests();
    for (SteeringCommand command : commands) {
      held.send(SteeringRequest.of(command, Instant.EPOCH));
    }
    return held;
  }

  @Test
  void listenersHearOfEachChangeAndOfThoseBeforeAResume() {
    assertThat(limits(SteeringRequests.none())).isEmpty();
    assertThat(
            limits(
                holding(
                    new ChangeBudget(null, 3600, null, null),
                    new ChangeBudget(13, null, null, null),
                    new SteeringCommand.Note(null, "more of them"))))
        .containsExactly(10, 13);
    assertThat(limits(holding(new ChangeBudget(15, null, null, null)))).containsExactly(13, 15);
  }
}
