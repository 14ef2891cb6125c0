package org.espalier.nas.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.espalier.nas.engine.store.StoredExamples.AT;
import static org.espalier.nas.engine.store.StoredExamples.DESCRIPTION;
import static org.espalier.nas.engine.store.StoredExamples.ask;
import static org.espalier.nas.engine.store.StoredExamples.measurements;
import static org.espalier.nas.engine.store.StoredExamples.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.sqlite.SqliteStudyRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCopyTest {

  @TempDir Path folder;

  private final StudyRepository memory = new InMemoryStudyRepository();

  private StudyRepository file(String name) {
    return new SqliteStudyRepository(folder.resolve(name));
  }

  /** Writes a study with every kind of trial, and sessions that ended, were killed and extended. */
  private static void fill(StudyRepository repository, String key) {
    try (StudyJournal journal = repository.create(key, DESCRIPTION)) {
      int killed = journal.beginSession(AT);
      journal.asked(ask(1, 4, new RecordedAsk(0, 4, 4), new ControllerSnapshot(4, 0, bytes(1))));
      for (int trial = 1; trial <= 3; trial++) {
        journal.started(trial, AT.plusMillis(trial), "worker-1");
        journal.started(trial, AT.plusMillis(10L * trial), "worker-1");
        journal.finished(results().get(trial - 1), AT.plusMillis(100L * trial));
      }
      journal.finished(results().get(3), AT.plusMillis(900));
      assertThat(journal.beginSession(AT.plusMillis(1000))).isEqualTo(killed + 1);
      journal.asked(
          new AskEntry(
              List.of(StoredExamples.trial(5), StoredExamples.trial(6), StoredExamples.trial(7)),
              List.of(new RecordedAsk(2, 3, 0), new RecordedAsk(4, 3, 3)),
              new TreeMap<>(Map.of(1, Map.of("loss", Double.NaN), 4, Map.of("size", 0.1))),
              new ControllerSnapshot(7, 4, bytes(2)),
              AT.plusMillis(1001)));
      journal.started(5, AT.plusMillis(1002), "worker-1");
      journal.measured(5, measurements().get(1));
      journal.abandoned(5);
      journal.started(6, AT.plusMillis(1003), "worker-1");
      journal.measured(6, measurements().get(0));
      StoredExamples.steering().forEach(journal::steered);
      repository
          .requests(key)
          .send(new SteeringRequest("waits", AT, new SteeringCommand.StopTrial(6), null));
      journal.endSession(2, AT.plusMillis(2000), "INTERRUPTED", new TreeMap<>());
    }
  }

  private static byte[] bytes(int value) {
    return new byte[] {(byte) value, 0, -1};
  }

  private static void assertEqual(
      StudyRepository one, String key, StudyRepository other, String to) {
    StoredStudy before = one.read(key);
    StoredStudy after = other.read(to);
    assertThat(after.description()).isEqualTo(before.description());
    assertThat(after.sessions()).isEqualTo(before.sessions());
    assertThat(after.trials()).isEqualTo(before.trials());
    assertThat(after.steering()).isEqualTo(before.steering()).isNotEmpty();
    assertThat(other.requests(to).waiting()).isEqualTo(one.requests(key).waiting()).hasSize(1);
    assertThat(after.diagnostics()).isEqualTo(before.diagnostics());
    try (StudyJournal from = one.open(key);
        StudyJournal copy = other.open(to)) {
      assertThat(copy.asks()).isEqualTo(from.asks()).hasSize(3);
      ControllerSnapshot snapshot = copy.snapshot().orElseThrow();
      assertThat(snapshot.bytes()).isEqualTo(bytes(2));
      assertThat(List.of(snapshot.asked(), snapshot.told())).containsExactly(7, 4);
    }
  }

  @Test
  void copiesEverythingBothWays() {
    StudyRepository file = file("one.db");
    fill(file, "study");

    assertThat(new StudyCopy(file, "study").to(memory, "wine/1")).isEqualTo(7);
    assertEqual(file, "study", memory, "wine/1");
    StudyRepository back = file("back.db");
    assertThat(new StudyCopy(memory, "wine/1").to(back, "study")).isEqualTo(7);
    assertEqual(file, "study", back, "study");
  }

  @Test
  void copiesAStudyThatHasOnlyBegun() {
    memory.create("a/1", DESCRIPTION).close();

    assertThat(new StudyCopy(memory, "a/1").to(file("one.db"), "study")).isZero();
    assertThat(file("one.db").read("study").description()).isEqualTo(DESCRIPTION);
  }

  @Test
  void completesACopyThatWasInterrupted() {
    fill(memory, "a/1");
    StudyRepository target = file("one.db");
    target.create("study", DESCRIPTION).close();

    new StudyCopy(memory, "a/1").to(target, "study");
    new StudyCopy(memory, "a/1").to(target, "study");

    assertEqual(memory, "a/1", target, "study");
  }

  @Test
  void replacesNoOtherStudy() {
    fill(memory, "a/1");
    try (StudyJournal other = memory.create("a/2", DESCRIPTION)) {
      other.asked(ask(1));
    }
    assertThatThrownBy(() -> new StudyCopy(memory, "a/1").to(memory, "a/2"))
        .hasMessage("Study a/2 exists already, and is not the copied one. Copy to another place.");
    assertThat(memory.read("a/2").trials()).hasSize(1);
  }

  @Test
  void copiesNoStudyThatAProcessWorksOn() {
    try (StudyJournal open = memory.create("a/1", DESCRIPTION)) {
      assertThat(
              catchThrowableOfType(
                      StoreException.class,
                      () -> new StudyCopy(memory, "a/1").to(file("one.db"), "study"))
                  .kind())
          .isEqualTo(Kind.IN_USE);
      assertThat(open.trials()).isEmpty();
    }
    assertThat(file("one.db").list()).isEmpty();
  }
}
