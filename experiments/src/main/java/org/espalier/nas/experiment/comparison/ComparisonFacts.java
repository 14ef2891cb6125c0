package org.espalier.nas.experiment.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.engine.study.Budget;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.run.RunProvenance;
import org.espalier.nas.experiment.text.Durations;

/** Puts together what the analysis of a comparison needs. */
record ComparisonFacts(LocatedComparison located, PreparedComparison prepared) {

  /** The comparison with the searches that have ended. */
  ComparisonRecord record(Collection<SearchRecord> searches) {
    Comparison comparison = located.comparison();
    List<String> problems = located.problems();
    List<String> arms = located.arms();
    List<SearchRecord> sorted =
        searches.stream()
            .sorted(
                Comparator.<SearchRecord>comparingInt(search -> problems.indexOf(search.problem()))
                    .thenComparingInt(search -> arms.indexOf(search.arm()))
                    .thenComparingLong(SearchRecord::seed))
            .toList();
    return new ComparisonRecord(
        comparison.name(),
        comparison.description(),
        protocol(),
        prepared.problems(),
        arms.stream().map(this::arm).toList(),
        sorted,
        RunProvenance.withoutFindings(prepared.facts()),
        yaml());
  }

  private Protocol protocol() {
    Comparison comparison = located.comparison();
    return new Protocol(
        pairs(),
        comparison.alpha(),
        comparison.confidence(),
        comparison.resamples(),
        comparison.target(),
        comparison.firstSeed(),
        budget());
  }

  private List<Protocol.Pair> pairs() {
    Comparison comparison = located.comparison();
    List<Protocol.Pair> pairs = new ArrayList<>();
    String reference = comparison.reference();
    comparison.pairs().forEach(pair -> pairs.add(new Protocol.Pair(pair.get(0), pair.get(1))));
    if (reference != null) {
      located.arms().stream()
          .filter(arm -> !arm.equals(reference))
          .map(arm -> new Protocol.Pair(arm, reference))
          .filter(pair -> !pairs.contains(pair))
          .forEach(pairs::add);
    }
    return pairs.isEmpty() ? all() : pairs;
  }

  private List<Protocol.Pair> all() {
    List<String> arms = located.arms();
    List<Protocol.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      for (int j = i + 1; j < arms.size(); j++) {
        pairs.add(new Protocol.Pair(arms.get(i), arms.get(j)));
      }
    }
    return pairs;
  }

  private String budget() {
    List<String> budgets =
        located.variants().stream()
            .map(variant -> text(variant.located().experiment().budget()))
            .distinct()
            .toList();
    return String.join("; ", budgets);
  }

  private static String text(Budget budget) {
    List<String> limits = new ArrayList<>();
    if (budget.trials() != null) {
      limits.add(String.format(Locale.ROOT, "%,d trials", budget.trials()));
    }
    if (budget.epochs() != null) {
      limits.add(String.format(Locale.ROOT, "%,d epochs", budget.epochs()));
    }
    if (budget.wallClock() != null) {
      limits.add(Durations.format(budget.wallClock()));
    }
    return limits.isEmpty() ? "no limit" : String.join(", ", limits);
  }

  private ArmRecord arm(String name) {
    Variant variant =
        located.variants().stream()
            .filter(candidate -> candidate.arm().equals(name))
            .findFirst()
            .orElseThrow();
    Map<String, String> settings = new LinkedHashMap<>();
    Map<String, Object> tree =
        new LinkedHashMap<>(new ExperimentWriter().tree(variant.located().experiment()));
    tree.keySet().removeAll(List.of("name", "seed", "output", "workers"));
    flatten("", tree, settings);
    return new ArmRecord(name, variant.description(), settings);
  }

  private static void flatten(String path, Map<?, ?> tree, Map<String, String> flat) {
    tree.forEach(
        (key, value) -> {
          String inner = path.isEmpty() ? String.valueOf(key) : path + "." + key;
          if (value instanceof Map<?, ?> below) {
            flatten(inner, below, flat);
          } else {
            flat.put(inner, String.valueOf(value));
          }
        });
  }

  /** The comparison's settings, and every experiment in full. */
  private String yaml() {
    ExperimentWriter writer = new ExperimentWriter();
    Map<String, Object> tree = new LinkedHashMap<>(writer.tree(located.comparison()));
    tree.remove("output");
    Map<String, Object> searched = new LinkedHashMap<>();
    for (Variant variant : located.variants()) {
      Map<String, Object> experiment =
          new LinkedHashMap<>(writer.tree(variant.located().experiment()));
      experiment.remove("output");
      String key =
          located.problems().size() == 1 ? variant.arm() : variant.problem() + ", " + variant.arm();
      searched.put(key, experiment);
    }
    tree.put("experiments", searched);
    return writer.text(tree);
  }
}
