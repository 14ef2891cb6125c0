package org.espalier.nas.engine.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoreException.Kind;

/** Repository that keeps its studies in memory, as long as the repository itself. */
public final class InMemoryStudyRepository implements StudyRepository {

  private final Map<String, InMemoryStudyJournal> studies = new LinkedHashMap<>();

  /** Creates an empty repository. */
  public InMemoryStudyRepository() {}

  @Override
  public synchronized StudyJournal create(String key, StudyDescription description) {
    if (studies.containsKey(key)) {
      throw new StoreException(
          Kind.EXISTS,
          key,
          "Study %s exists already. Open it, or choose another key.".formatted(key));
    }
    InMemoryStudyJournal journal = new InMemoryStudyJournal(description);
    studies.put(key, journal);
    journal.open();
    return journal;
  }

  @Override
  public StudyJournal open(String key) {
    InMemoryStudyJournal journal = find(key);
    if (!journal.open()) {
      throw new StoreException(
          Kind.IN_USE, key, "Study %s is open already. Close its journal first.".formatted(key));
    }
    return journal;
  }

  @Override
  public StoredStudy read(String key) {
    return find(key).study(key);
  }

  @Override
  public StoredStudy read(String key, StoredStudy before) {
    return find(key).study(key);
  }

  @Override
  public StudyOutline outline(String key) {
    return StudyOutline.of(find(key).study(key));
  }

  @Override
  public String version(String key) {
    return find(key).version();
  }

  @Override
  public synchronized List<String> list() {
    return List.copyOf(studies.keySet());
  }

  @Override
  public synchronized Optional<String> holder(String key) {
    InMemoryStudyJournal journal = studies.get(key);
    return journal != null && journal.isOpen()
        ? Optional.of("process " + ProcessHandle.current().pid())
        : Optional.empty();
  }

  @Override
  public SteeringRequests requests(String key) {
    return find(key).requests();
  }

  private synchronized InMemoryStudyJournal find(String key) {
    InMemoryStudyJournal found = studies.get(key);
    if (found == null) {
      throw new StoreException(
          Kind.MISSING, key, "There is no study %s. Known studies: %s.".formatted(key, list()));
    }
    return found;
  }
}
