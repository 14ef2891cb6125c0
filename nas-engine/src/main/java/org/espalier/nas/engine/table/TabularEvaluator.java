package org.espalier.nas.engine.table;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.KnownProblem;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** An evaluator that returns the results of a table instead of training. */
@Description("Returns results from a table instead of training.")
public final class TabularEvaluator implements Evaluator, KnownProblem {
  private final TabularSettings settings;
  private final SearchSpace space;
  private final BenchmarkTable table;
  private final CoveredSpace covered;
  private final RecordedClock clock;

  /**
   * Opens the table.
   *
   * @throws TableException if it cannot be used
   * @throws InvalidSettingException if it does not exist, is of another search space, or has fewer
   *     epochs
   */
  @Inject
  public TabularEvaluator(TabularSettings settings, SearchSpace space, TableLibrary library) {
    this.settings = settings;
    this.space = space;
    this.table = library.table(settings.source());
    this.covered = CoveredSpace.of(settings.source(), table, space);
    this.clock = new RecordedClock(table);
    int most = table.definition().epochs();
    int least = table.definition().measured().get(0);
    if (settings.epochs() > most) {
      throw new InvalidSettingException(
          "epochs",
          "epochs (%d) must not be above those of the table (%d)."
              .formatted(settings.epochs(), most));
    }
    if (settings.epochs() > 0 && settings.epochs() < least) {
      throw new InvalidSettingException(
          "epochs",
          "epochs (%d) must not be below the first that the table measured (%d)."
              .formatted(settings.epochs(), least));
    }
  }

  @Override
  public Outcome evaluate(Trial trial, Progress progress) {
    Architecture architecture = trial.proposal().architecture();
    Optional<String> refusal = refusal(trial);
    OptionalInt row = table.find(architecture, space);
    if (refusal.isPresent() || row.isEmpty()) {
      return Outcome.Failed.of(
          FailureCause.EXCEPTION, refusal.orElseGet(() -> covered.lacks(architecture)));
    }
    Row answers = row(row.getAsInt(), trial.seed());
    int epochs = trial.proposal().fidelity().epochs();
    int before = Math.min(last(progress.continued()), epochs);
    List<Measurement> measured = new ArrayList<>(progress.continued());
    Directive directive = Directive.CONTINUE;
    for (Measurement next : answers.measurements()) {
      if (next.step() > before && next.step() <= epochs && directive == Directive.CONTINUE) {
        measured.add(next);
        directive = progress.report(next);
      }
    }
    Account account = account(row.getAsInt(), before, Math.max(before, last(measured)));
    if (directive == Directive.STOP) {
      return new Outcome.Stopped(
          measured, account, "A stopping rule ended it after epoch " + last(measured) + ".");
    }
    Optional<TableFailure> failure = answers.failure();
    if (failure.isPresent() && epochs > last(answers.measurements())) {
      return new Outcome.Failed(measured, account, failure.get().cause(), failure.get().message());
    }
    return measured.isEmpty()
        ? Outcome.Failed.of(FailureCause.EXCEPTION, covered.unmeasured(architecture, epochs))
        : new Outcome.Completed(measured, account);
  }

  private static int last(List<Measurement> measurements) {
    return measurements.isEmpty() ? 0 : measurements.get(measurements.size() - 1).step();
  }

  private Optional<String> refusal(Trial trial) {
    int epochs = trial.proposal().fidelity().epochs();
    double fraction = trial.proposal().fidelity().dataFraction();
    if (fraction != 1) {
      return Optional.of(
          "The table was made with all of the training data; dataFraction (%s) is not in it."
              .formatted(fraction));
    }
    if (epochs > table.definition().epochs()) {
      return Optional.of(
          "The table has %s; %d were asked for."
              .formatted(Counts.of(table.definition().epochs(), "epoch"), epochs));
    }
    int least = table.definition().measured().get(0);
    return epochs < least
        ? Optional.of(
            "The table was first measured after %s; %d were asked for. Set minEpochs of the controller to %d."
                .formatted(Counts.of(least, "epoch"), epochs, least))
        : Optional.empty();
  }

  /** Returns the results of a trial: those of one seed, or the mean of all. */
  private Row row(int row, long seed) {
    if (settings.noise() == TabularSettings.Noise.MEAN) {
      return Row.mean(table, row);
    }
    return Row.of(table, row, new SeedDraw(seed));
  }

  private Account account(int row, int before, int after) {
    Cost cost = Cost.ofEpochs(after - before);
    return settings.clock() == TabularSettings.Clock.NONE
        ? new Account(cost, table.facts(row), Map.of())
        : clock.account(row, before, after, cost);
  }

  @Override
  public Map<String, Double> truth(Architecture architecture) {
    OptionalInt row = table.find(architecture, space);
    if (row.isEmpty() || table.truth().of(row.getAsInt()).isEmpty()) {
      return Map.of();
    }
    Map<String, Double> truth = new TreeMap<>(table.facts(row.getAsInt()));
    truth.putAll(table.truth().of(row.getAsInt()));
    return truth;
  }

  @Override
  public Map<String, Double> optimum() {
    return covered.optimum();
  }

  @Override
  public Map<String, Double> average() {
    return covered.average();
  }

  @Override
  public Map<String, Double> noise() {
    return settings.noise() == TabularSettings.Noise.MEAN ? Map.of() : table.truth().noise();
  }
}
