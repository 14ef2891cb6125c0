package org.espalier.nas.analysis.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a comparison ran.
 *
 * @param name its name
 * @param description what it is to find out, or null
 * @param protocol what was decided beforehand
 * @param problems what was searched, in the order of the file
 * @param arms what is compared, in the order of the file
 * @param searches all searches that ended, failed ones included
 * @param facts where it ran and from which files, for the record
 * @param yaml the comparison's file with everything resolved
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
