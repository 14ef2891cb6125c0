package org.espalier.nas.engine.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** A builder of a table from the trainings of a plan. */
public final class TableBuilder {
  private static final double NANOS = 1e9;

  /** The facts that depend only on the architecture. */
  private static final Set<String> KEPT = Set.of("flops", "parameters");

  private final TablePlan plan;
  private final int epochs;
  private final List<TrialResult> trainings;

  /**
   * Prepares a table.
   *
   * @param epochs the epochs of a training
   * @param trainings the results of all trainings, each with its number
   * @throws NasException if not every training has a result
   */
  public TableBuilder(TablePlan plan, int epochs, List<TrialResult> trainings) {
    this.plan = plan;
    this.epochs = epochs;
    this.trainings = List.copyOf(trainings);
    if (trainings.size() != plan.trainings()) {
      throw new NasException(
          "Of %d trainings %d are finished; a table needs all of them."
              .formatted(plan.trainings(), trainings.size()));
    }
  }

  /**
   * Builds the table.
   *
   * @param name the experiment's name
   * @param experiment the settings that determine the results, as YAML
   * @param space the search space
   * @param sample true if the plan is a sample of the space
   * @param data the data set, or null
   * @param provenance the machine and the versions
   * @throws NasException if a training measured other epochs than 1, 2, …
   */
  public BenchmarkTable build(
      String name,
      String experiment,
      SpaceOutline space,
      boolean sample,
      @Nullable DatasetInfo data,
      Map<String, String> provenance) {
    List<String> metrics = metrics();
    List<String> facts = facts();
    TableDefinition definition =
        new TableDefinition(
            name, experiment, space, sample, plan.seeds(), epochs, List.of(), metrics, facts, data);
    Results results =
        Results.empty(
            plan.architectures().size(), plan.seeds(), epochs, metrics.size(), facts.size());
    trainings.forEach(training -> fill(results, training, metrics, facts));
    return new BenchmarkTable(definition, plan.architectures(), results, provenance);
  }

  private List<String> metrics() {
    SortedSet<String> names = new TreeSet<>();
    trainings.forEach(
        training ->
            training
                .outcome()
                .measurements()
                .forEach(measurement -> names.addAll(measurement.metrics().keySet())));
    return new ArrayList<>(names);
  }

  private List<String> facts() {
    SortedSet<String> names = new TreeSet<>();
    trainings.forEach(training -> names.addAll(training.outcome().account().figures().keySet()));
    names.retainAll(KEPT);
    return new ArrayList<>(names);
  }

  private void fill(
      Results results, TrialResult training, List<String> metrics, List<String> facts) {
    int number = training.trial().number();
    int run = number - 1;
    Outcome outcome = training.outcome();
    for (Measurement measurement : outcome.measurements()) {
      int epoch = measurement.step();
      if (epoch != results.lengths[run] + 1 || epoch > epochs) {
        throw new NasException(
            "Training %d measured step %d after step %d of %d; only trainings that measure each epoch can be tabulated."
                .formatted(number, epoch, results.lengths[run], epochs));
      }
      for (int metric = 0; metric < metrics.size(); metric++) {
        double value = measurement.metric(metrics.get(metric)).orElse(Double.NaN);
        results.values[metric][results.at(run, epoch - 1)] = (float) value;
      }
      results.lengths[run] = epoch;
    }
    if (outcome instanceof Outcome.Failed failed) {
      results.failures.put(run, new TableFailure(failed.cause(), failed.message()));
    }
    fillAccount(results, training, facts);
  }

  private void fillAccount(Results results, TrialResult training, List<String> facts) {
    int run = training.trial().number() - 1;
    int architecture = plan.architectureOf(training.trial().number());
    for (int fact = 0; fact < facts.size(); fact++) {
      Double value = training.outcome().account().figures().get(facts.get(fact));
      if (value != null) {
        results.facts[architecture * facts.size() + fact] = value;
      }
    }
    for (int phase = 0; phase < Results.PHASES.length; phase++) {
      Duration took =
          training.outcome().account().times().getOrDefault(Results.PHASES[phase], Duration.ZERO);
      results.seconds[run * Results.PHASES.length + phase] = (float) (took.toNanos() / NANOS);
    }
  }
}
