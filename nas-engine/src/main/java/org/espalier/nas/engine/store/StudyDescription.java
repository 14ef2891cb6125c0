package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.storage.Sha256;

/**
 * Description of a study, written when it is created, and again when its budget is extended.
 *
 * @param name the experiment's name
 * @param seed seed from which every random draw derives
 * @param yaml the resolved experiment file, from which a resumed run is built
 * @param provenance further inputs of the results: versions, hashes, the machine
 * @param objectives the stated objectives; empty if the reward is the only one
 * @param createdAt time of creation, kept to the millisecond
 */
public record StudyDescription(
    String name,
    long seed,
    String yaml,
    Map<String, String> provenance,
    List<Objective> objectives,
    Instant createdAt) {

  /** Checks and copies. */
  public StudyDescription {
    Objects.requireNonNull(name);
    Objects.requireNonNull(yaml);
    provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
    objectives = List.copyOf(objectives);
    createdAt = Instant.ofEpochMilli(createdAt.toEpochMilli());
  }

  /** Creates the description of a study without stated objectives. */
  public StudyDescription(
      String name, long seed, String yaml, Map<String, String> provenance, Instant createdAt) {
    this(name, seed, yaml, provenance, List.of(), createdAt);
  }

  /** SHA-256 of the resolved experiment file, in hexadecimal. */
  public String yamlHash() {
    return Sha256.of(yaml);
  }
}
