package org.espalier.nas.experiment.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A comparison file whose arms are stored experiments. Settings that all have in common are its
 * base; experiments that differ in their names and seeds alone are one arm.
 */
public final class ComparisonDraft {

  /** Keys that a comparison sets, or that results do not depend on. */
  private static final Set<String> DROPPED =
      Set.of(
          "name",
          "description",
          "seed",
          "workers",
          "trialSeeds",
          "executor",
          "output",
          "store",
          "artifacts");

  private static final int SEEDS = 30;

  private final Map<String, Map<String, Object>> arms = new LinkedHashMap<>();
  private final List<String> sources = new ArrayList<>();

  /** Creates a draft without arms. */
  public ComparisonDraft() {}

  /**
   * Adds an experiment.
   *
   * @param source name of its run, for readers of the file
   * @param name its name, from which that of its arm is made
   */
  public void add(String source, String name, ResolvedSettings experiment) {
    sources.add(source);
    Map<String, Object> settings = new LinkedHashMap<>(experiment.tree());
    settings.keySet().removeAll(DROPPED);
    if (!arms.containsValue(settings)) {
      String arm = name;
      for (int repeat = 2; arms.containsKey(arm); repeat++) {
        arm = name + "-" + repeat;
      }
      arms.put(arm, settings);
    }
  }

  /** Returns the file; empty if there are fewer than two arms, and so nothing to compare. */
  public Optional<String> yaml() {
    if (arms.size() < 2) {
      return Optional.empty();
    }
    Set<String> common = common();
    Map<String, Object> base = new LinkedHashMap<>(arms.values().iterator().next());
    base.keySet().retainAll(common);
    Map<String, Object> varied = new LinkedHashMap<>();
    arms.forEach(
        (arm, settings) -> {
          Map<String, Object> own = new LinkedHashMap<>(settings);
          own.keySet().removeAll(common);
          varied.put(arm, own);
        });
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("name", "from-runs");
    file.put("description", "Settings of single runs, compared over many seeds.");
    file.put("base", base);
    file.put("seeds", SEEDS);
    file.put("arms", varied);
    return Optional.of(head(common) + new ExperimentWriter().text(file));
  }

  private Set<String> common() {
    Set<String> common = new LinkedHashSet<>(arms.values().iterator().next().keySet());
    for (Map<String, Object> first : arms.values()) {
      for (Map<String, Object> second : arms.values()) {
        common.removeIf(key -> !second.containsKey(key) || !second.get(key).equals(first.get(key)));
      }
    }
    return common;
  }

  private String head(Set<String> common) {
    StringBuilder head = new StringBuilder();
    head.append("# Made of the settings of: ").append(String.join(", ", sources)).append(".\n");
    head.append("# One run of each proves nothing: another seed may turn the order round.\n");
    if (!common.contains("budget")) {
      head.append("# The arms have different budgets; add the key budget to give all the same.\n");
    }
    boolean sameData = common.contains("dataset") || !hasDataset();
    if (!common.contains("searchSpace") || !sameData) {
      head.append("# The arms search different spaces or data: their scores may mean different");
      head.append(" things.\n");
    }
    return head.toString();
  }

  private boolean hasDataset() {
    return arms.values().stream().anyMatch(settings -> settings.containsKey("dataset"));
  }
}
