package org.espalier.nas.engine.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a study is, written once when its store is created.
 *
 * @param name the experiment's name
 * @param seed from which every random draw derives
 * @param yaml the experiment file with everything resolved: what a resumed run is built from
 * @param provenance what the results depend on besides: versions, hashes, the machine
 * @param createdAt when the run was created
 */
public record StudyDescription(
    String name, long seed, String yaml, Map<String, String> provenance, Instant createdAt) {

  /** Checks and copies; times are kept to the millisecond. */
  public StudyDescription {
    Objects.requireNonNull(name);
    Objects.requireNonNull(yaml);
    provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
    createdAt = Instant.ofEpochMilli(createdAt.toEpochMilli());
  }

  /** SHA-256 of the resolved experiment file, in hexadecimal. */
  public String yamlHash() {
    return Sha256.of(yaml.getBytes(StandardCharsets.UTF_8));
  }
}
