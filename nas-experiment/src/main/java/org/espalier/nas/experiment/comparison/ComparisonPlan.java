package org.espalier.nas.experiment.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a comparison, made without running or writing anything.
 *
 * @param located comparison
 * @param problems problems to search
 * @param searches searches of each variant, in the order of the variants
 * @param pairs pairs of arms that are tested against each other
 * @param folder folder of the results
 */
public record ComparisonPlan(
    LocatedComparison located,
    List<ProblemRecord> problems,
    List<Searches> searches,
    List<Protocol.Pair> pairs,
    Path folder) {

  /**
   * The searches of an arm on a problem.
   *
   * @param variant arm on the problem
   * @param fullEpochs epochs of a trial of full fidelity
   * @param stored number of searches that have ended and are stored
   * @param begun number of searches that have begun and not ended
   */
  public record Searches(Variant variant, int fullEpochs, int stored, int begun) {

    /** Returns the number of all searches. */
    public int all() {
      return variant.seeds().size();
    }
  }

  /** Copies the lists. */
  public ComparisonPlan {
    problems = List.copyOf(problems);
    searches = List.copyOf(searches);
    pairs = List.copyOf(pairs);
  }

  /**
   * Checks every part of a comparison; creates only evaluators that answer instantly.
   *
   * @throws InvalidExperimentException with all errors in its experiments
   */
  public static ComparisonPlan of(
      LocatedComparison located, Catalogue catalogue, DownloadListener downloads) {
    Path folder = located.comparison().output().folder().resolve(located.comparison().name());
    ArmSearchFolder stored = new ArmSearchFolder(folder);
    Map<String, ProblemRecord> problems = new LinkedHashMap<>();
    List<Searches> searches = new ArrayList<>();
    located.forEach(
        variant -> {
          try (ExperimentGraph graph =
              ExperimentGraph.of(
                  variant.located(), catalogue, new RunFolder(stored.scratch()), downloads)) {
            Optional<Dataset> dataset = graph.dataset();
            graph.controller();
            graph.valuation();
            requireScore(located, variant, dataset.map(data -> data.info().task()).orElse(null));
            if (!problems.containsKey(variant.problem())) {
              problems.put(variant.problem(), problem(located, variant, graph));
            }
            String identity = Identity.of(located, variant, dataset, catalogue);
            String code = CodeIdentity.of(variant.located().experiment(), catalogue).exact();
            searches.add(
                searches(
                    seed -> new ArmSearch(variant, seed, identity, code), variant, graph, stored));
          }
        });
    return new ComparisonPlan(
        located, List.copyOf(problems.values()), searches, TestedPairs.of(located), folder);
  }

  /**
   * Checks that the searches of a variant can be scored.
   *
   * @param task task of the variant's data; null if there are none, or they have not been read
   * @throws InvalidExperimentException if they cannot
   */
  public static void requireScore(LocatedComparison located, Variant variant, @Nullable Task task) {
    ScoringPolicy policy = ScoringPolicy.of(located, variant.problem());
    policy.check(variant);
    policy.checkMetric(variant, task);
  }

  private static ProblemRecord problem(
      LocatedComparison located, Variant variant, ExperimentGraph graph) {
    if (!variant.located().experiment().evaluatorSettings().instant()) {
      return ProblemFacts.of(located, variant, graph, Optional.empty());
    }
    try (Evaluator evaluator = graph.evaluator()) {
      return ProblemFacts.of(located, variant, graph, Optional.of(evaluator));
    }
  }

  private static Searches searches(
      LongFunction<ArmSearch> bySeed,
      Variant variant,
      ExperimentGraph graph,
      ArmSearchFolder folder) {
    int stored = 0;
    int begun = 0;
    for (long seed : variant.seeds()) {
      ArmSearch search = bySeed.apply(seed);
      if (folder.ended(search).isPresent()) {
        stored++;
      } else if (Files.exists(folder.run(search))) {
        begun++;
      }
    }
    return new Searches(variant, graph.fidelity().epochs(), stored, begun);
  }

  /** Returns the number of searches that have ended and are stored. */
  public int stored() {
    return searches.stream().mapToInt(Searches::stored).sum();
  }

  /** Returns the number of searches that have begun and not ended. */
  public int begun() {
    return searches.stream().mapToInt(Searches::begun).sum();
  }
}
