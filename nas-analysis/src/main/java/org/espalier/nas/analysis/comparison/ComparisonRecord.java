package org.espalier.nas.analysis.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The searches of a comparison.
 *
 * @param name name of the comparison
 * @param description question of the comparison, or null
 * @param protocol statistical settings, fixed in advance
 * @param problems problems, in the order of the file
 * @param arms arms, in the order of the file
 * @param searches all searches that ended, failed ones included
 * @param facts provenance: versions, machine, files
 * @param yaml the resolved comparison file
 */
public record ComparisonRecord(
    String name,
    @Nullable String description,
    Protocol protocol,
    List<ProblemRecord> problems,
    List<ArmRecord> arms,
    List<SearchRecord> searches,
    Map<String, String> facts,
    String yaml) {

  /** Checks and copies. */
  public ComparisonRecord {
    Objects.requireNonNull(name);
    Objects.requireNonNull(protocol);
    problems = List.copyOf(problems);
    arms = List.copyOf(arms);
    searches = List.copyOf(searches);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    Objects.requireNonNull(yaml);
  }
}
