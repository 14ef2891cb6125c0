package org.espalier.nas.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.junit.jupiter.api.Test;

class ImportanceViewTest {

  private static final List<Decision> DECISIONS =
      List.of(new Decision("layers", new IntegerRange(1, 4, 1, Scale.LINEAR)));

  private final List<StoredStudy> asked = new ArrayList<>();
  private List<Decision> possible = DECISIONS;
  private final ImportanceView view =
      new ImportanceView(
          study -> {
            asked.add(study);
            return possible;
          });

  private static StoredStudy study(String key, long createdAt) {
    SortedMap<Integer, Map<String, Double>> none = new TreeMap<>();
    return new StoredStudy(
        key,
        new StudyDescription("a", 1, "name: a\n", Map.of(), Instant.ofEpochMilli(createdAt)),
        List.of(),
        List.of(),
        none,
        List.of());
  }

  private boolean knows(StoredStudy study) {
    return Boolean.TRUE.equals(view.tree(study).get("spaceKnown"));
  }

  @Test
  void aSpaceIsMadeOnceForEachStudy() {
    for (int look = 0; look < 3; look++) {
      assertThat(knows(study("a/1", 5))).isTrue();
      assertThat(knows(study("a/1", 6))).isTrue();
    }
    assertThat(asked).hasSize(2);
  }

  @Test
  void aSpaceThatCouldNotBeMadeIsTriedAgain() {
    possible = List.of();
    assertThat(knows(study("a/1", 5))).isFalse();
    possible = DECISIONS;
    assertThat(knows(study("a/1", 5))).isTrue();
  }

  @Test
  void fewAreKept() {
    for (int i = 0; i < 100; i++) {
      assertThat(knows(study("a/" + i, 5))).isTrue();
    }
    asked.clear();
    for (int i = 99; i >= 0; i--) {
      assertThat(knows(study("a/" + i, 5))).isTrue();
    }
    assertThat(asked).hasSizeBetween(50, 99);
  }
}
