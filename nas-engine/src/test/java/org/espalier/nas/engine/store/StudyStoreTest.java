package org.espalier.nas.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class StudyStoreTest {

  private static final StudyDescription DESCRIPTION =
      new StudyDescription(
          "wine",
          Long.MIN_VALUE,
          "name: wine\n# ünïcode\n",
          Map.of("java.version", "17", "git.commit", "abc"),
          Instant.ofEpochMilli(1_700_000_000_123L));
  private static final Instant AT = Instant.ofEpochMilli(1_700_000_001_000L);
  private static final Account ACCOUNT =
      new Account(
          Map.of("parameters", 1e9, "flops", 0.1 + 0.2),
          Map.of(Phase.TRAIN, Duration.ofNanos(1_234_567_891L)));

  @TempDir Path folder;

  private static Trial trial(int number) {
    Architecture architecture =
        new Architecture(
            List.of(
                new Choice.Option("layer 1", 3, "(128, relu)"),
                new Choice.Whole("units", -7),
                new Choice.Real("rate", 1e-3)));
    Proposal proposal =
        new Proposal(
            architecture, new Fidelity(9, 1.0 / 3), number > 1 ? number - 1 : null, 0.1 * number);
    return new Trial(number, proposal, Long.MAX_VALUE - number, number - 1);
  }

  private static List<TrialResult> results() {
    Measurement odd =
        new Measurement(
            2,
            Map.of(
                "loss", Double.NaN,
                "accuracy", Double.POSITIVE_INFINITY,
                "tiny", Double.MIN_VALUE,
                "third", 1.0 / 3));
    List<Measurement> measured = List.of(new Measurement(1, Map.of()), odd);
    return List.of(
        new TrialResult(trial(1), new Outcome.Completed(measured, ACCOUNT), Math.nextUp(0.7)),
        new TrialResult(trial(2), new Outcome.Stopped(measured, ACCOUNT, "hopeless"), -1e300),
        new TrialResult(
            trial(3),
            new Outcome.Failed(measured, ACCOUNT, FailureCause.DIVERGED, "loss is NaN"),
            null),
        new TrialResult(trial(4), Outcome.Failed.of(FailureCause.OUT_OF_MEMORY, ""), null));
  }

  private static void ask(StudyStore store, int count, byte... state) {
    List<Trial> trials = IntStream.rangeClosed(1, count).mapToObj(StudyStoreTest::trial).toList();
    store.asked(trials, () -> new ControllerSnapshot(count, 0, state), new TreeMap<>(), AT);
  }

  @Test
  void givesBackResultsToTheLastBit() {
    try (StudyStore store = StudyStore.create(folder, DESCRIPTION)) {
      ask(store, 5);
      results().forEach(result -> store.finished(result, AT));
    }
    StoredStudy stored = StoredStudy.read(folder);

    assertThat(stored.results()).isEqualTo(results());
    assertThat(stored.description()).isEqualTo(DESCRIPTION);
    assertThat(stored.trials().get(4))
        .isEqualTo(new StoredTrial(trial(5), null, 0, AT, null, null));
    assertThat(stored.trials().get(0).finishedAt()).isEqualTo(AT);
  }

  @Test
  void keepsTheLatestSnapshotOnly() {
    try (StudyStore store = StudyStore.create(folder, DESCRIPTION)) {
      assertThat(store.snapshot()).isEmpty();
      ask(store, 2, (byte) 1, (byte) -1);
      store.asked(
          List.of(trial(3)),
          () -> new ControllerSnapshot(3, 1, new byte[] {7}),
          new TreeMap<>(Map.of(1, Map.of("entropy", 0.5))),
          AT);
    }
    try (StudyStore store = StudyStore.open(folder)) {
      ControllerSnapshot snapshot = store.snapshot().orElseThrow();

      assertThat(snapshot.asked()).isEqualTo(3);
      assertThat(snapshot.told()).isEqualTo(1);
      assertThat(snapshot.bytes()).containsExactly(7);
    }
    assertThat(StoredStudy.read(folder).diagnostics()).isEqualTo(Map.of(1, Map.of("entropy", 0.5)));
  }

  @Test
  void storesAnAskWhollyOrNotAtAll() {
    try (StudyStore store = StudyStore.create(folder, DESCRIPTION)) {
      ask(store, 2, (byte) 1);
      assertThatThrownBy(
              () ->
                  store.asked(
                      List.of(trial(3), trial(3)),
                      () -> new ControllerSnapshot(4, 2, new byte[] {2}),
                      new TreeMap<>(),
                      AT))
          .isInstanceOf(StoreException.class);

      assertThat(store.trials()).hasSize(2);
      assertThat(store.snapshot().orElseThrow().bytes()).containsExactly(1);
    }
  }

  @Test
  void countsAttemptsAndTakesInterruptedOnesBack() {
    try (StudyStore store = StudyStore.create(folder, DESCRIPTION)) {
      ask(store, 1);
      store.started(1, AT);
      store.started(1, AT.plusMillis(5));
      store.abandoned(1);

      assertThat(store.trials().get(0).attempts()).isEqualTo(1);
      assertThat(store.trials().get(0).startedAt()).isEqualTo(AT.plusMillis(5));
    }
  }

  @Test
  void canBeReadWhileItIsWritten() {
    try (StudyStore store = StudyStore.create(folder, DESCRIPTION)) {
      ask(store, 4);
      store.finished(results().get(0), AT);

      assertThat(StoredStudy.read(folder).results()).hasSize(1);
      store.finished(results().get(1), AT);
      assertThat(StoredStudy.read(folder).results()).hasSize(2);
    }
  }

  @Test
  void isRunByOneAtATime() {
    try (StudyStore store = StudyStore.create(folder, DESCRIPTION)) {
      assertThat(catchThrowableOfType(StoreException.class, () -> StudyStore.open(folder)))
          .hasMessage(
              "The run in %s is being carried out by process %d. Wait until it has ended, or end it first."
                  .formatted(folder, ProcessHandle.current().pid()))
          .extracting(StoreException::kind)
          .isEqualTo(Kind.IN_USE);
      assertThat(store.description()).isEqualTo(DESCRIPTION);
    }
    StudyStore.open(folder).close();
  }

  @Test
  void isCreatedOnce() {
    StudyStore.create(folder, DESCRIPTION).close();

    assertThat(
            catchThrowableOfType(
                StoreException.class, () -> StudyStore.create(folder, DESCRIPTION)))
        .hasMessage(
            "%s holds a study already. Resume it, or choose another folder."
                .formatted(folder.resolve("study.db")))
        .extracting(StoreException::kind)
        .isEqualTo(Kind.EXISTS);
    StudyStore.open(folder).close();
  }

  @Test
  void saysThatThereIsNoStudy() throws Exception {
    for (boolean emptyFile : List.of(false, true)) {
      if (emptyFile) {
        Files.createFile(folder.resolve("study.db"));
      }
      assertThat(catchThrowableOfType(StoreException.class, () -> StoredStudy.read(folder)).kind())
          .isEqualTo(Kind.MISSING);
      assertThat(catchThrowableOfType(StoreException.class, () -> StudyStore.open(folder)).kind())
          .isEqualTo(Kind.MISSING);
    }
  }

  @Test
  void saysThatTheFileIsDamaged() throws Exception {
    Files.writeString(folder.resolve("study.db"), "this is no database\n".repeat(100));

    StoreException writing =
        catchThrowableOfType(StoreException.class, () -> StudyStore.open(folder));
    StoreException reading =
        catchThrowableOfType(StoreException.class, () -> StoredStudy.read(folder));
    assertThat(List.of(writing.kind(), reading.kind())).containsOnly(Kind.CORRUPT);
    assertThat(reading)
        .hasMessage(
            "%s is damaged or not a study's file. Restore the run's folder from a copy, or start the run anew."
                .formatted(folder.resolve("study.db")));
  }

  @Test
  void refusesAFileOfANewerVersion() throws Exception {
    StudyStore.create(folder, DESCRIPTION).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history SELECT 99, '99', 'x', 'SQL', 'V99__x.sql', 0, 'me',"
              + " installed_on, 1, TRUE FROM flyway_schema_history");
    }
    assertThat(catchThrowableOfType(StoreException.class, () -> StudyStore.open(folder)).kind())
        .isEqualTo(Kind.NEWER);
    assertThat(catchThrowableOfType(StoreException.class, () -> StoredStudy.read(folder)).kind())
        .isEqualTo(Kind.NEWER);
  }

  @Test
  void saysWhatToDoWhenTheDiskIsFullOrReadOnly() {
    Path file = Path.of("runs", "study.db");
    assertThat(StoreErrors.of(file, failure(SQLiteErrorCode.SQLITE_FULL)))
        .hasMessage(
            "The disk is full, so %s cannot be written. Everything stored so far is safe; free some space and resume the run."
                .formatted(file))
        .extracting(StoreException::kind)
        .isEqualTo(Kind.FULL);
    assertThat(StoreErrors.of(file, failure(SQLiteErrorCode.SQLITE_READONLY_DIRECTORY)).kind())
        .isEqualTo(Kind.READ_ONLY);
    assertThat(StoreErrors.of(file, failure(SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT)).kind())
        .isEqualTo(Kind.IN_USE);
    assertThat(StoreErrors.of(file, new IllegalStateException("odd")))
        .hasMessage(file + " cannot be used: odd")
        .extracting(StoreException::kind)
        .isEqualTo(Kind.OTHER);
  }

  private static RuntimeException failure(SQLiteErrorCode code) {
    return new IllegalStateException(new SQLiteException("failed", code));
  }
}
