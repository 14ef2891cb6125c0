package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InMemoryStudyTest {

  private final StudyRepository studies = new InMemoryStudyRepository();

  @TempDir Path folder;

  private StudyJournal create() {
    return studies.create(
        "tokens", new StudyDescription("tokens", StudyFixture.SEED, "", Map.of(), Instant.EPOCH));
  }

  @Test
  void canBeReadWhileItRunsAndResumedLikeAStoredOne() {
    new StudyFixture().run(folder);
    StudyFixture breaking = new StudyFixture();
    List<Integer> seen = new ArrayList<>();
    breaking.listeners =
        List.of(
            new StudyListener() {
              @Override
              public void told(TrialResult result, int oldestNeeded) {
                seen.add(studies.read("tokens").results().size());
                if (result.trial().number() == 20) {
                  throw new IllegalStateException("broken on purpose");
                }
              }
            });
    try (StudyJournal journal = create()) {
      assertThatThrownBy(() -> breaking.study(journal).run()).hasMessage("broken on purpose");
    }
    assertThat(seen).hasSize(20).isSorted().allMatch(size -> size > 0);

    try (StudyJournal journal = studies.open("tokens")) {
      new StudyFixture().study(journal).run();
    }
    assertThat(Ledger.of(studies.read("tokens").results())).isEqualTo(StudyFixture.ledger(folder));
    assertThat(studies.read("tokens").diagnostics())
        .isEqualTo(StudyFixture.read(folder).diagnostics());
  }
}
