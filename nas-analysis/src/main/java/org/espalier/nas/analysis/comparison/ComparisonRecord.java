package org.espalier.nas.analysis.comparison;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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
 * @param looks numbers of seeds of earlier reports of this comparison, oldest first
 * @param planned number of searches of the whole comparison
 */
public record ComparisonRecord(
    String name,
    @Nullable String description,
    Protocol protocol,
    List<ProblemRecord> problems,
    List<ArmRecord> arms,
    List<SearchRecord> searches,
    Map<String, String> facts,
    String yaml,
    List<Integer> looks,
    int planned) {

  /** Checks and copies. */
  public ComparisonRecord {
    Objects.requireNonNull(name);
    Objects.requireNonNull(protocol);
    problems = List.copyOf(problems);
    arms = List.copyOf(arms);
    searches = List.copyOf(searches);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    Objects.requireNonNull(yaml);
    looks = List.copyOf(looks);
  }

  /** Creates a complete comparison of whose results no report was written before. */
  public ComparisonRecord(
      String name,
      @Nullable String description,
      Protocol protocol,
      List<ProblemRecord> problems,
      List<ArmRecord> arms,
      List<SearchRecord> searches,
      Map<String, String> facts,
      String yaml) {
    this(
        name,
        description,
        protocol,
        problems,
        arms,
        searches,
        facts,
        yaml,
        List.of(),
        searches.size());
  }

  /** Returns the number of different seeds. */
  public int seeds() {
    return (int) searches.stream().mapToLong(SearchRecord::seed).distinct().count();
  }

  /**
   * Returns the numbers of seeds of earlier reports after which seeds were added, ascending.
   *
   * @return empty if the number of seeds was fixed before any result was seen
   */
  public List<Integer> extended() {
    return looks.stream().filter(count -> count < seeds()).distinct().sorted().toList();
  }

  /** Returns the comparison with these searches, sorted by problem, arm and seed. */
  public ComparisonRecord withSearches(Collection<SearchRecord> ended, List<Integer> reported) {
    List<String> problemNames = problems.stream().map(ProblemRecord::name).toList();
    List<String> armNames = arms.stream().map(ArmRecord::name).toList();
    List<SearchRecord> sorted =
        ended.stream()
            .sorted(
                Comparator.<SearchRecord>comparingInt(
                        search -> problemNames.indexOf(search.problem()))
                    .thenComparingInt(search -> armNames.indexOf(search.arm()))
                    .thenComparingLong(SearchRecord::seed))
            .toList();
    return new ComparisonRecord(
        name, description, protocol, problems, arms, sorted, facts, yaml, reported, planned);
  }
}
