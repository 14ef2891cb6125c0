package org.espalier.nas.experiment.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.engine.store.StudyRepository;

/**
 * A repository whose studies have given facts about the program in the place of those that this
 * process knows: an executor has another working directory and another class path.
 */
final class ProgramFactsRepository implements StudyRepository {
  private static final List<String> NAMES = List.of("espalier.version", "git.commit", "tensorflow");

  private final StudyRepository studies;
  private final Map<String, String> facts;

  /**
   * Creates the repository.
   *
   * @param facts facts about the program by name; others are left alone
   */
  ProgramFactsRepository(StudyRepository studies, Map<String, String> facts) {
    this.studies = studies;
    this.facts = Map.copyOf(facts);
  }

  /** Returns those of the facts that are about the program. */
  static Map<String, String> facts(Map<String, String> all) {
    Map<String, String> facts = new TreeMap<>(all);
    facts.keySet().retainAll(NAMES);
    return facts;
  }

  @Override
  public StudyJournal create(String key, StudyDescription description) {
    Map<String, String> provenance = new TreeMap<>(description.provenance());
    NAMES.forEach(provenance::remove);
    provenance.putAll(facts(facts));
    return studies.create(
        key,
        new StudyDescription(
            description.name(),
            description.seed(),
            description.yaml(),
            provenance,
            description.objectives(),
            description.createdAt()));
  }

  @Override
  public StudyJournal open(String key) {
    return studies.open(key);
  }

  @Override
  public StoredStudy read(String key) {
    return studies.read(key);
  }

  @Override
  public StoredStudy read(String key, StoredStudy before) {
    return studies.read(key, before);
  }

  @Override
  public StudyOutline outline(String key) {
    return studies.outline(key);
  }

  @Override
  public String version(String key) {
    return studies.version(key);
  }

  @Override
  public List<String> list() {
    return studies.list();
  }

  @Override
  public Optional<String> holder(String key) {
    return studies.holder(key);
  }

  @Override
  public SteeringRequests requests(String key) {
    return studies.requests(key);
  }
}
