package org.espalier.nas.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoredExamples;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.StudyLibrary;
import org.junit.jupiter.api.Test;

class LiveStudiesTest {

  private final StudyRepository studies = new InMemoryStudyRepository();
  private final AtomicInteger calls = new AtomicInteger();
  private boolean broken;

  /** A store that counts calls, and cannot be read at times. */
  private StudyRepository watched() {
    return (StudyRepository)
        Proxy.newProxyInstance(
            StudyRepository.class.getClassLoader(),
            new Class<?>[] {StudyRepository.class},
            (proxy, method, arguments) -> {
              calls.incrementAndGet();
              if (broken) {
                throw new StoreException(StoreException.Kind.OTHER, "here", "Not now.");
              }
              try {
                return method.invoke(studies, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private LiveStudies live(long capacity) {
    return new LiveStudies(StudyLibrary.ofAll("memory", watched()), capacity);
  }

  private StudyJournal create(String key) {
    return studies.create(
        key, new StudyDescription("a", 1, "name: a\n", Map.of(), Instant.ofEpochMilli(5)));
  }

  @Test
  void manyLooksAreOne() {
    create("a").close();
    LiveStudies live = live(1000);
    FollowedStudy first = live.find("a").orElseThrow();
    int before = calls.get();

    for (int i = 0; i < 1000; i++) {
      assertThat(live.recent("a")).get().isSameAs(first);
    }
    assertThat(calls.get() - before).isLessThan(50);
  }

  @Test
  void anUnchangedStudyIsNotReadAgain() {
    create("a").close();
    LiveStudies live = live(1000);
    FollowedStudy first = live.find("a").orElseThrow();

    assertThat(live.find("a")).get().isSameAs(first);
  }

  @Test
  void aStoreThatCannotBeReadForAMomentIsReadLater() {
    StudyJournal journal = create("a");
    LiveStudies live = live(1000);
    FollowedStudy first = live.find("a").orElseThrow();
    broken = true;
    assertThatThrownBy(() -> live.find("a")).isInstanceOf(StoreException.class);
    journal.asked(StoredExamples.ask(2));
    broken = false;

    FollowedStudy later = live.find("a").orElseThrow();
    assertThat(later.change(first.version())).isPresent();
    assertThat(later.rowsAfter(0)).hasSize(2);
  }

  @Test
  void aRowSaysWhichShareOfTheDataItsTrialTakes() {
    try (StudyJournal journal = create("a")) {
      journal.asked(share(1, 1));
      journal.asked(share(2, 0.5));
    }

    List<Map<String, Object>> rows = live(1000).find("a").orElseThrow().rowsAfter(-1);

    assertThat(rows.get(0)).doesNotContainKey("dataFraction");
    assertThat(rows.get(1)).containsEntry("dataFraction", 0.5);
  }

  private static AskEntry share(int number, double dataFraction) {
    Trial trial = StoredExamples.trial(number);
    Proposal proposal = Proposal.of(trial.proposal().architecture(), new Fidelity(3, dataFraction));
    return new AskEntry(
        List.of(new Trial(number, proposal, number, number - 1)),
        List.of(new RecordedAsk(number - 1, 1, 1)),
        new TreeMap<>(),
        null,
        Instant.EPOCH);
  }

  @Test
  void thoseNotLookedAtForLongestAreDropped() {
    for (String key : List.of("a", "b", "c", "d")) {
      try (StudyJournal journal = create(key)) {
        journal.asked(StoredExamples.ask(10));
      }
    }
    LiveStudies live = live(25);
    FollowedStudy a = live.find("a").orElseThrow();
    FollowedStudy b = live.find("b").orElseThrow();
    live.find("c");
    assertThat(live.find("a")).get().isSameAs(a);
    live.find("d");

    assertThat(live.size()).isEqualTo(3);
    assertThat(live.find("a")).get().isSameAs(a);
    assertThat(live.find("b").orElseThrow().version()).isNotEqualTo(b.version());
  }

  @Test
  void studiesThatDoNotExistAreNotKept() {
    LiveStudies live = live(1000);

    assertThat(live.find("none")).isEmpty();
    assertThat(live.size()).isZero();
  }
}
