package org.espalier.nas.experiment.comparison;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.CostUnit;
import org.espalier.nas.analysis.comparison.MeasurementSource;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.KnownProblem;
import org.espalier.nas.api.objective.Hypervolume;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ReferenceScale;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.engine.table.TabularSettings;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/** The facts of a problem that are known before the search. */
final class ProblemFacts {

  private ProblemFacts() {}

  /**
   * Returns the problem of a variant.
   *
   * @param evaluator the evaluator of the variant; empty if it was not created
   */
  static ProblemRecord of(
      LocatedComparison located,
      Variant variant,
      ExperimentGraph graph,
      Optional<Evaluator> evaluator) {
    Experiment experiment = variant.located().experiment();
    ScoreTransform scale = ScoreTransform.of(located.comparison(), experiment);
    Optional<KnownProblem> known =
        evaluator.filter(KnownProblem.class::isInstance).map(KnownProblem.class::cast);
    List<Objective> objectives =
        FrontScore.applies(located.comparison(), experiment)
            ? new ReferenceScale(graph.valuation().objectives().list()).objectives()
            : List.of();
    List<List<Double>> front =
        objectives.isEmpty() || known.isEmpty()
            ? List.of()
            : new TrueFront(graph.valuation(), known.get(), graph.fidelity())
                .of(graph.searchSpace());
    return new ProblemRecord(
        variant.problem(),
        experiment.searchSpace().type() + ", " + counted(graph.searchSpace().count()),
        graph.fidelity().epochs(),
        scale.title(known.map(KnownProblem::optimum).orElse(Map.of())),
        front.isEmpty()
            ? known.flatMap(problem -> scale.of(problem.optimum())).orElse(null)
            : Double.valueOf(hypervolume(objectives, front)),
        known.flatMap(problem -> scale.of(problem.average())).orElse(null),
        known.flatMap(problem -> scale.plain(problem.noise())).orElse(null),
        source(experiment),
        cost(located, variant.problem()),
        ScoringPolicy.of(located, variant.problem())
            .text(experiment, known.isPresent())
            .orElse(null),
        objectives,
        front);
  }

  private static double hypervolume(List<Objective> objectives, List<List<Double>> front) {
    ReferenceScale scale = new ReferenceScale(objectives);
    return Hypervolume.of(front.stream().map(scale::losses).toList(), scale.reference());
  }

  /** Returns seconds if the budget of every arm is in seconds. */
  private static CostUnit cost(LocatedComparison located, String problem) {
    return located.variants().stream()
            .filter(variant -> variant.problem().equals(problem))
            .allMatch(variant -> variant.located().experiment().budget().seconds() != null)
        ? CostUnit.SECONDS
        : CostUnit.TRIALS;
  }

  /** Returns the source: instant evaluators use a table, or else a formula. */
  private static MeasurementSource source(Experiment experiment) {
    EvaluatorSettings settings = experiment.evaluatorSettings();
    if (!settings.instant()) {
      return MeasurementSource.TRAINING;
    }
    return settings.datasetInfo().isPresent() || settings instanceof TabularSettings
        ? MeasurementSource.TABLE
        : MeasurementSource.FORMULA;
  }

  private static String counted(Optional<BigInteger> architectures) {
    return architectures
        .map(
            count ->
                count.bitLength() > 40
                    ? String.format(Locale.ROOT, "about %.1e architectures", count.doubleValue())
                    : Counts.of(count.longValueExact(), "architecture"))
        .orElse("uncounted architectures");
  }
}
