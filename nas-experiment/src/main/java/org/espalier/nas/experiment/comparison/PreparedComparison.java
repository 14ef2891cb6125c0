package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.RunProvenance;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * A comparison whose parts have each been created once, so that errors are found before any search
 * begins.
 *
 * @param problems problems to search
 * @param searches all searches, grouped by seed
 * @param findings findings of the audits of the data
 * @param facts facts besides the files that results depend on
 */
record PreparedComparison(
    List<ProblemRecord> problems,
    List<ArmSearch> searches,
    Set<Finding> findings,
    Map<String, String> facts) {

  PreparedComparison {
    problems = List.copyOf(problems);
    searches = List.copyOf(searches);
    findings = Collections.unmodifiableSet(new LinkedHashSet<>(findings));
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /**
   * Prepares a comparison.
   *
   * @param scratch folder for files of components
   * @throws InvalidExperimentException with all errors in its experiments
   */
  static PreparedComparison of(
      LocatedComparison located, Catalogue catalogue, DownloadListener downloads, Path scratch) {
    Map<String, ProblemRecord> problems = new LinkedHashMap<>();
    Set<Finding> findings = new LinkedHashSet<>();
    Map<String, String> facts = new LinkedHashMap<>();
    List<ArmSearch> searches = new ArrayList<>();
    located.forEach(
        variant -> {
          try (ExperimentGraph graph =
              ExperimentGraph.of(variant.located(), catalogue, new RunFolder(scratch), downloads)) {
            Optional<Dataset> dataset = graph.dataset();
            ComparisonPlan.requireScore(
                located, variant, dataset.map(data -> data.info().task()).orElse(null));
            try (Evaluator evaluator = graph.setup(List.of()).evaluators().get()) {
              if (!problems.containsKey(variant.problem())) {
                problems.put(
                    variant.problem(),
                    ProblemFacts.of(located, variant, graph, Optional.of(evaluator)));
                List<Finding> found = dataset.map(Dataset::audit).orElse(List.of());
                findings.addAll(found);
                RunProvenance.of(dataset, found, graph.valuation().description(), catalogue)
                    .forEach(facts::putIfAbsent);
              }
            }
            String identity = Identity.of(located, variant, dataset, catalogue);
            String code = CodeIdentity.of(variant.located().experiment(), catalogue).exact();
            variant
                .seeds()
                .forEach(seed -> searches.add(new ArmSearch(variant, seed, identity, code)));
          }
        });
    return new PreparedComparison(
        List.copyOf(problems.values()), bySeed(searches), findings, facts);
  }

  /** Orders searches by seed, so that an interrupted comparison has complete pairs. */
  private static List<ArmSearch> bySeed(List<ArmSearch> searches) {
    return searches.stream().sorted(Comparator.comparingLong(ArmSearch::seed)).toList();
  }
}
