package org.espalier.nas.engine.table;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.KnownProblem;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
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
    int epochs = table.definition().epochs();
    if (settings.epochs() > epochs) {
      throw new InvalidSettingException(
          "epochs",
          "epochs (%d) must not be above those of the table (%d)."
              .formatted(settings.epochs(), epochs));
    }
  }

  @Override
  public Outcome evaluate(Trial trial, Progress progress) {
    Architecture architecture = trial.proposal().architecture();
    Optional<String> refusal = refusal(trial);
    OptionalInt row = table.find(space.canonical(architecture));
    if (refusal.isPresent() || row.isEmpty()) {
      return Outcome.Failed.of(
          FailureCause.EXCEPTION, refusal.orElseGet(() -> covered.lacks(architecture)));
    }
    Row answers = row(row.getAsInt(), trial.seed());
    int epochs = trial.proposal().fidelity().epochs();
    int before = Math.min(progress.continued().size(), epochs);
    List<Measurement> measured = new ArrayList<>(progress.continued());
    int known = Math.min(epochs, answers.measurements().size());
    Directive directive = Directive.CONTINUE;
    for (int epoch = before; epoch < known && directive == Directive.CONTINUE; epoch++) {
      measured.add(answers.measurements().get(epoch));
      directive = progress.report(answers.measurements().get(epoch));
    }
    Account account = account(row.getAsInt(), before, measured.size());
    if (directive == Directive.STOP) {
      return new Outcome.Stopped(
          measured, account, "A stopping rule ended it after epoch " + measured.size() + ".");
    }
    Optional<TableFailure> failure = answers.failure();
    return failure.isPresent() && epochs > known
        ? new Outcome.Failed(measured, account, failure.get().cause(), failure.get().message())
        : new Outcome.Completed(measured, account);
  }

  private Optional<String> refusal(Trial trial) {
    int epochs = trial.proposal().fidelity().epochs();
    double fraction = trial.proposal().fidelity().dataFraction();
    if (fraction != 1) {
      return Optional.of(
          "The table was made with all of the training data; dataFraction (%s) is not in it."
              .formatted(fraction));
    }
    return epochs > table.definition().epochs()
        ? Optional.of(
            "The table has %s; %d were asked for."
                .formatted(Counts.of(table.definition().epochs(), "epoch"), epochs))
        : Optional.empty();
  }

  /** Returns the results of a trial: those of one seed, or the mean of all. */
  private Row row(int row, long seed) {
    if (settings.noise() == TabularSettings.Noise.MEAN) {
      return Row.mean(table, row);
    }
    int drawn =
        new RandomStreams(seed).stream("tabular.seed", 0).nextInt(table.definition().seeds());
    return Row.of(table, row, drawn);
  }

  private Account account(int row, int before, int after) {
    Cost cost = Cost.ofEpochs(after - before);
    return settings.clock() == TabularSettings.Clock.NONE
        ? new Account(cost, table.facts(row), Map.of())
        : clock.account(row, before, after, cost);
  }

  @Override
  public Map<String, Double> truth(Architecture architecture) {
    OptionalInt row = table.find(space.canonical(architecture));
    return row.isPresent() ? table.truth().of(row.getAsInt()) : Map.of();
  }

  @Override
  public Map<String, Double> optimum() {
    return covered.optimum();
  }

  @Override
  public Map<String, Double> noise() {
    return settings.noise() == TabularSettings.Noise.MEAN ? Map.of() : table.truth().noise();
  }
}
