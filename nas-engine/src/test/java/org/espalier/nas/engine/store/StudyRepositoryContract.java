package org.espalier.nas.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.espalier.nas.engine.store.StoredExamples.AT;
import static org.espalier.nas.engine.store.StoredExamples.DESCRIPTION;
import static org.espalier.nas.engine.store.StoredExamples.ask;
import static org.espalier.nas.engine.store.StoredExamples.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;
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
    assertThat(StudyOutline.of(before).front()).isBetween(1, 6);
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
            "a/1",
            other.description(),
            other.sessions(),
            other.trials(),
            other.diagnostics(),
            other.steering());

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
    assertThat(outline.ends()).isEmpty();
    assertThat(outline.worked(null)).isZero();
  }

  @Test
  void aKilledSessionCountsUntilItsOwnLastEvent() {
    try (StudyJournal journal = repository.create("a/1", DESCRIPTION)) {
      journal.beginSession(AT);
      journal.asked(ask(2));
      journal.finished(results().get(0), AT.plusSeconds(4));
      journal.started(2, AT.plusSeconds(5), "worker-1");
      // Killed, and resumed after a pause; killed again before anything happened.
      journal.beginSession(AT.plusSeconds(60));
      journal.beginSession(AT.plusSeconds(70));
      journal.finished(results().get(1), AT.plusSeconds(72));

      StudyOutline outline = repository.outline("a/1");
      assertThat(outline).isEqualTo(StudyOutline.of(repository.read("a/1")));
      assertThat(outline.ends())
          .containsExactly(AT.plusSeconds(5), AT.plusSeconds(60), AT.plusSeconds(72));
      assertThat(outline.worked(null)).hasSeconds(5 + 2);
      assertThat(outline.worked(AT.plusSeconds(80))).hasSeconds(5 + 10);
    }
  }

  @Test
  void keepsRequestsUntilTheyAreRemoved() {
    SteeringRequest first = request("1-a", new SteeringCommand.StopTrial(3), 7);
    SteeringRequest second =
        request(
            "2-b", new SteeringCommand.EnqueueArchitecture(List.of("64", "a\"b\n\tc", "")), null);
    SteeringRequest third = request("0-c", new SteeringCommand.Note(null, "what? 🙂"), null);
    try (StudyJournal journal = repository.create("a/1", DESCRIPTION)) {
      repository.create("b/2", OTHER).close();
      SteeringRequests requests = repository.requests("a/1");
      assertThat(requests.waiting()).isEmpty();
      for (SteeringRequest request : List.of(first, second, third, first)) {
        requests.send(request);
      }

      assertThat(repository.requests("a/1").waiting()).containsExactly(first, second, third);
      assertThat(repository.requests("b/2").waiting()).isEmpty();
      repository.requests("a/1").remove("2-b");
      requests.remove("none");
      assertThat(requests.waiting()).containsExactly(first, third);
      assertThat(journal.steering()).isEmpty();
    }
    assertThat(repository.requests("a/1").waiting()).containsExactly(first, third);
    assertThat(kind(() -> repository.requests("a/9"))).isEqualTo(Kind.MISSING);
  }

  private static SteeringRequest request(
      String id, SteeringCommand command, @Nullable Integer place) {
    return new SteeringRequest(id, AT, command, place);
  }

  @Test
  void takesRequestsOfSeveralPeopleAtOnce() throws Exception {
    repository.create("a/1", DESCRIPTION).close();
    List<Thread> people = new ArrayList<>();
    for (int person = 0; person < 4; person++) {
      String name = "p" + person + "-";
      people.add(
          new Thread(
              () ->
                  IntStream.range(0, 10)
                      .mapToObj(i -> request(name + i, new SteeringCommand.StopStudy(), null))
                      .forEach(repository.requests("a/1")::send)));
    }
    people.forEach(Thread::start);
    for (Thread person : people) {
      person.join();
    }

    List<String> ids =
        repository.requests("a/1").waiting().stream().map(SteeringRequest::id).toList();
    assertThat(ids).hasSize(40).doesNotHaveDuplicates();
    for (int person = 0; person < 4; person++) {
      String name = "p" + person + "-";
      assertThat(ids.stream().filter(id -> id.startsWith(name))).isSorted();
    }
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
