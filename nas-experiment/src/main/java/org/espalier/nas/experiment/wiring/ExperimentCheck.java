package org.espalier.nas.experiment.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Problem;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.jspecify.annotations.Nullable;

/** Checks of an experiment as a whole, which report all problems at once. */
final class ExperimentCheck {
  private ExperimentCheck() {}

  /**
   * Checks, without creating anything, that all dependencies of the components are available, and
   * that the components go together.
   *
   * @return the services that components ask for
   * @throws InvalidExperimentException if there is a problem
   */
  static List<Class<?>> of(
      LocatedExperiment located, Catalogue catalogue, ExperimentComponents parts) {
    Set<Problem> problems = new TreeSet<>();
    DependencyCheck check =
        new DependencyCheck(
            parts,
            catalogue,
            (part, message) ->
                problems.add(new Problem(located.place(part.registered().kind().key()), message)));
    EvaluatorCheck.require(located, parts);
    check.run();
    if (parts.evaluator().given() == null) {
      MetricCheck.of(located, null, true)
          .run(located, parts, (place, message) -> problems.add(new Problem(place, message)));
    }
    ObjectivesCheck.refusal(located, parts, catalogue).ifPresent(problems::add);
    if (located.experiment().cache()) {
      parts
          .evaluatorSettings()
          .dependence()
          .ifPresent(setting -> problems.add(new Problem(located.place("cache"), reuse(setting))));
    }
    requireNone(List.copyOf(problems));
    return check.usedServices();
  }

  private static String reuse(String setting) {
    return "cache (true) cannot go with evaluator.%s: what a trial achieves depends on the trials before it. Change one of the two."
        .formatted(setting);
  }

  /**
   * Checks the names of metrics against those that are measured for the task of the data, and that
   * the evaluator supports the folds of the data.
   *
   * @throws InvalidExperimentException if a metric is not measured, or folds are not supported
   */
  static void requireMetrics(LocatedExperiment located, ExperimentComponents parts, Dataset data) {
    if (parts.evaluator().given() != null) {
      return;
    }
    boolean folds = !data.folds().isEmpty();
    List<Problem> problems = new ArrayList<>();
    if (folds) {
      parts
          .evaluatorSettings()
          .refusalOfFolds()
          .ifPresent(
              reason ->
                  problems.add(new Problem(located.place(ComponentKind.EVALUATOR.key()), reason)));
    }
    MetricCheck.of(located, data.info().task(), folds)
        .run(located, parts, (place, message) -> problems.add(new Problem(place, message)));
    requireNone(problems);
  }

  /**
   * Checks the names of the quantities that constraints bound.
   *
   * @param task the task of the data, or null if there are none
   * @throws InvalidExperimentException if nothing has such a name
   */
  static void requireKnownQuantities(
      LocatedExperiment located,
      ExperimentComponents parts,
      Objectives objectives,
      @Nullable Task task) {
    requireNone(
        ObjectivesCheck.unknownQuantities(
            located, objectives, parts.evaluatorSettings().metrics(task)));
  }

  private static void requireNone(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidExperimentException(problems);
    }
  }
}
