package org.espalier.nas.experiment.comparison;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.engine.metric.MetricChoice;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.file.ComparisonWriter;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.file.ResolvedSettings;
import org.espalier.nas.experiment.run.RunProvenance;
import org.espalier.nas.experiment.text.Limits;

/** The input to the analysis of a comparison. */
record ComparisonFacts(
    LocatedComparison located, PreparedComparison prepared, List<Integer> looks) {

  /** Returns the comparison with the searches that have ended. */
  ComparisonRecord record(Collection<SearchRecord> searches) {
    Comparison comparison = located.comparison();
    return new ComparisonRecord(
            comparison.name(),
            comparison.description(),
            protocol(),
            prepared.problems().stream().map(problem -> measured(problem, searches)).toList(),
            located.arms().stream().map(this::arm).toList(),
            List.of(),
            facts(searches),
            new ComparisonWriter()
                .yaml(located, key -> !List.of("output", "executor").contains(key)),
            List.of(),
            prepared.searches().size())
        .withSearches(searches, looks);
  }

  /** Returns the provenance with the metric that was measured, if all rewards chose the same. */
  private Map<String, String> facts(Collection<SearchRecord> searches) {
    Map<String, String> facts = RunProvenance.withoutFindings(prepared.facts());
    List<String> measured =
        searches.stream().map(SearchRecord::metric).flatMap(Stream::ofNullable).distinct().toList();
    boolean auto =
        located.variants().stream()
            .map(variant -> ScoreTransform.of(located.comparison(), variant.located().experiment()))
            .allMatch(scale -> scale.metric().name().equals(MetricChoice.AUTO));
    return auto && measured.size() == 1 ? RunProvenance.withMetric(facts, measured.get(0)) : facts;
  }

  /** Returns a problem with the metric that its searches measured. */
  private ProblemRecord measured(ProblemRecord problem, Collection<SearchRecord> searches) {
    Variant variant =
        located.variants().stream()
            .filter(candidate -> candidate.problem().equals(problem.name()))
            .findFirst()
            .orElseThrow();
    ScoreTransform scale = ScoreTransform.of(located.comparison(), variant.located().experiment());
    return searches.stream()
        .filter(search -> search.problem().equals(problem.name()))
        .map(SearchRecord::metric)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(metric -> problem.withMetric(scale.title(metric)))
        .orElse(problem);
  }

  private Protocol protocol() {
    Comparison comparison = located.comparison();
    return new Protocol(
        TestedPairs.of(located),
        comparison.alpha(),
        comparison.confidence(),
        comparison.resamples(),
        comparison.target(),
        comparison.firstSeed(),
        budget());
  }

  private String budget() {
    List<String> budgets =
        located.variants().stream()
            .map(variant -> String.join(", ", Limits.of(variant.located().experiment().budget())))
            .distinct()
            .toList();
    return String.join("; ", budgets);
  }

  private ArmRecord arm(String name) {
    Variant variant =
        located.variants().stream()
            .filter(candidate -> candidate.arm().equals(name))
            .findFirst()
            .orElseThrow();
    Map<String, Object> tree =
        new LinkedHashMap<>(new ExperimentWriter().tree(variant.located().experiment()));
    tree.keySet()
        .removeAll(List.of("name", "seed", "output", "store", "artifacts", "executor", "workers"));
    return new ArmRecord(name, variant.description(), ResolvedSettings.byPath(tree));
  }
}
