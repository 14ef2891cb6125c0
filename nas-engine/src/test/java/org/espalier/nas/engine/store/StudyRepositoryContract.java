package org.espalier.nas.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.espalier.nas.engine.store.StoredExamples.AT;
import static org.espalier.nas.engine.store.StoredExamples.DESCRIPTION;
import static org.espalier.nas.engine.store.StoredExamples.ask;
import static org.espalier.nas.engine.store.StoredExamples.results;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Contract of every {@link StudyRepository}. */
public abstract class StudyRepositoryContract {

  private static final StudyDescription OTHER =
      new StudyDescription("moons", 3, "name: moons\n", Map.of(), Instant.ofEpochMilli(5));

  private StudyRepository repository;

  /** Creates an empty repository. */
  protected abstract StudyRepository repository();

  @BeforeEach
  void create() {
    repository = repository();
  }

  private static Kind kind(Runnable call) {
    return catchThrowableOfType(StoreException.class, call::run).kind();
  }

  @Test
  void keepsStudiesApart() {
    try (StudyJournal one = repository.create("a/1", DESCRIPTION);
        StudyJournal other = repository.create("a/2", OTHER)) {
      one.asked(ask(2));
      other.asked(ask(1));
      other.finished(results().get(0), AT);
      one.beginSession(AT);

      assertThat(repository.read("a/1").trials()).hasSize(2);
      assertThat(repository.read("a/1").results()).isEmpty();
      assertThat(repository.read("a/2").results()).isEqualTo(results().subList(0, 1));
      assertThat(repository.read("a/2").sessions()).isEmpty();
    }
    assertThat(repository.read("a/1").description()).isEqualTo(DESCRIPTION);
    assertThat(repository.read("a/2").description()).isEqualTo(OTHER);
    assertThat(repository.read("a/2").key()).isEqualTo("a/2");
  }

  @Test
  void listsStudiesInTheOrderOfTheirCreation() {
    assertThat(repository.list()).isEmpty();
    repository.create("a/1", DESCRIPTION).close();
    repository.create("b/2", OTHER).close();

    assertThat(repository.list()).containsExactly("a/1", "b/2");
  }

  @Test
  void readsAStudyWhileItIsWritten() {
    try (StudyJournal journal = repository.create("a/1", DESCRIPTION)) {
      journal.asked(ask(4));
      journal.finished(results().get(0), AT);
      assertThat(repository.read("a/1").results()).hasSize(1);

      journal.finished(results().get(1), AT);
      assertThat(repository.read("a/1").results()).hasSize(2);
    }
  }

  @Test
  void createsAStudyOnce() {
    repository.create("a/1", DESCRIPTION).close();

    assertThat(kind(() -> repository.create("a/1", OTHER))).isEqualTo(Kind.EXISTS);
    assertThat(repository.read("a/1").description()).isEqualTo(DESCRIPTION);
    repository.open("a/1").close();
  }

  @Test
  void opensAStudyOnceAtATime() {
    try (StudyJournal journal = repository.create("a/1", DESCRIPTION)) {
      assertThat(kind(() -> repository.open("a/1"))).isEqualTo(Kind.IN_USE);
      journal.asked(ask(1));
    }
    try (StudyJournal journal = repository.open("a/1")) {
      assertThat(kind(() -> repository.open("a/1"))).isEqualTo(Kind.IN_USE);
      assertThat(journal.trials()).hasSize(1);
    }
    repository.open("a/1").close();
  }

  @Test
  void tellsWhoHasAStudyOpen() {
    assertThat(repository.holder("a/1")).isEmpty();
    try (StudyJournal journal = repository.create("a/1", DESCRIPTION)) {
      assertThat(repository.holder("a/1")).get().asString().contains("process ");
      assertThat(repository.holder("a/9")).isEmpty();
      assertThat(journal.trials()).isEmpty();
    }
    assertThat(repository.holder("a/1")).isEmpty();
  }

  @RepeatedTest(3)
  void readsWhatChangedAsIfItReadAll(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    RandomJournal entries = new RandomJournal(repository, random);
    String key = entries.key();
    StoredStudy before = repository.read(key);
    for (int i = 0; i < 50; i++) {
      String version = repository.version(key);
      for (int steps = random.nextInt(4); steps >= 0; steps--) {
        entries.step();
      }
      StoredStudy now = repository.read(key);
      assertThat(repository.outline(key)).isEqualTo(StudyOutline.of(now));
      StoredStudy again = repository.read(key, before);
      assertThat(again).isEqualTo(now);
      assertThat(again.equals(before) || !repository.version(key).equals(version)).isTrue();
      before = again;
    }
    entries.close();
    assertThat(before.results()).hasSizeGreaterThan(10);
    assertThat(before.sessions()).hasSizeGreaterThan(1);
  }

  @Test
  void anotherStudyInTheSamePlaceIsReadAnew() {
    repository.create("a/1", OTHER).close();
    try (StudyJournal journal = repository.create("a/2", DESCRIPTION)) {
      journal.asked(ask(3));
      journal.finished(results().get(0), AT);
    }
    StoredStudy other = repository.read("a/2");
    StoredStudy before =
        new StoredStudy(
            "a/1", other.description(), other.sessions(), other.trials(), other.diagnostics());

    assertThat(repository.read("a/1", before)).isEqualTo(repository.read("a/1"));
  }

  @Test
  void hasVersionsOfManyStudies() {
    repository.create("a/1", DESCRIPTION).close();
    Map<String, String> before = repository.versions(List.of("a/1", "a/2"));
    try (StudyJournal journal = repository.create("a/2", OTHER)) {
      Map<String, String> after = repository.versions(List.of("a/1", "a/2"));
      journal.asked(ask(1));
      Map<String, String> later = repository.versions(List.of("a/1", "a/2"));

      assertThat(before).containsKey("a/1");
      assertThat(after.get("a/2")).isNotEqualTo(before.get("a/2"));
      assertThat(later.get("a/2")).isNotNull().isNotEqualTo(after.get("a/2"));
      assertThat(repository.versions(List.of("a/2"))).containsOnlyKeys("a/2");
    }
  }

  @Test
  void outlinesAStudyWithoutTrials() {
    repository.create("a/1", DESCRIPTION).close();

    StudyOutline outline = repository.outline("a/1");
    assertThat(outline).isEqualTo(StudyOutline.of(repository.read("a/1")));
    assertThat(outline.counts().trials()).isZero();
    assertThat(outline.lastEvent()).isEmpty();
  }

  @Test
  void refusesAMissingStudy() {
    repository.create("a/1", DESCRIPTION).close();

    for (Runnable call :
        List.<Runnable>of(
            () -> repository.open("a/9"),
            () -> repository.read("a/9"),
            () -> repository.outline("a/9"))) {
      assertThat(kind(call)).isEqualTo(Kind.MISSING);
    }
    assertThat(repository.list()).containsExactly("a/1");
  }
}
