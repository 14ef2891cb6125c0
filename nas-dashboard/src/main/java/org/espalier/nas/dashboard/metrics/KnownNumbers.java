package org.espalier.nas.dashboard.metrics;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of studies, which are read again where they have changed. Only running studies are
 * kept in memory.
 */
final class KnownNumbers {

  private record Known(String version, StudyNumbers numbers, @Nullable StoredStudy running) {}

  private final StudyRepository studies;
  private final Map<String, Known> known = new HashMap<>();

  KnownNumbers(StudyRepository studies) {
    this.studies = studies;
  }

  /**
   * Returns the numbers of a study as they are now.
   *
   * @throws NasException if it cannot be read
   */
  synchronized StudyNumbers of(String key) {
    Known before = known.get(key);
    String version = studies.version(key);
    boolean same = before != null && before.version().equals(version);
    if (before != null && same && before.running() == null) {
      return before.numbers();
    }
    StoredStudy earlier = before == null ? null : before.running();
    StoredStudy study;
    if (earlier == null) {
      study = studies.read(key);
    } else {
      study = same ? earlier : studies.read(key, earlier);
    }
    RunStatus status = RunStatus.of(study, studies);
    StudyNumbers numbers = StudyNumbers.of(study, status);
    known.put(key, new Known(version, numbers, status == RunStatus.RUNNING ? study : null));
    return numbers;
  }

  /** Forgets all other studies. */
  synchronized void retain(Collection<String> keys) {
    known.keySet().retainAll(keys);
  }
}
