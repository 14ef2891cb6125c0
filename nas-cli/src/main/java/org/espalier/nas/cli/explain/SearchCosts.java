package org.espalier.nas.cli.explain;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.engine.study.Budget;
import org.espalier.nas.experiment.comparison.ComparisonPlan;
import org.espalier.nas.experiment.comparison.ComparisonPlan.Searches;
import org.espalier.nas.experiment.text.Limits;

/** Maximum costs of the searches of a comparison. */
record SearchCosts(ComparisonPlan plan) {

  /** Returns the budgets of the searches as text; each limit once. */
  String budget() {
    return plan.searches().stream()
        .map(SearchCosts::each)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** Returns the limits only. */
  List<String> budgets() {
    return plan.searches().stream()
        .map(searches -> String.join(", ", Limits.of(budget(searches))))
        .distinct()
        .toList();
  }

  private static String each(Searches searches) {
    Budget budget = budget(searches);
    String limits = String.join(", ", Limits.of(budget));
    Integer epochs = budget.epochs();
    int full = searches.fullEpochs();
    String trial = full == 1 ? "1 epoch" : full + " epochs";
    return epochs == null
        ? "%s (trials of up to %s)".formatted(limits, trial)
        : "%s (%s trials of %s)"
            .formatted(limits, ComparisonExplanation.number((double) epochs / full), trial);
  }

  /** Returns the number and the maximum cost of the searches left to run, as text. */
  String toRun() {
    int left =
        plan.searches().stream().mapToInt(searches -> searches.all() - searches.stored()).sum();
    long epochs = 0;
    for (Searches searches : plan.searches()) {
      OptionalLong most = most(searches);
      if (most.isEmpty()) {
        return String.format(Locale.ROOT, ", %,d to run", left);
      }
      epochs += most.getAsLong() * (searches.all() - searches.stored());
    }
    return left == 0
        ? ", none to run"
        : String.format(
            Locale.ROOT, ", %,d to run (at most %s)", left, Words.count(epochs, "epoch"));
  }

  /** Returns the maximum epochs of a search; empty if only time limits it. */
  private static OptionalLong most(Searches searches) {
    Budget budget = budget(searches);
    Integer trials = budget.trials();
    Integer epochs = budget.epochs();
    if (trials == null && epochs == null) {
      return OptionalLong.empty();
    }
    long ofTrials = trials == null ? Long.MAX_VALUE : (long) trials * searches.fullEpochs();
    long ofEpochs = epochs == null ? Long.MAX_VALUE : epochs;
    return OptionalLong.of(Math.min(ofTrials, ofEpochs));
  }

  private static Budget budget(Searches searches) {
    return searches.variant().located().experiment().budget();
  }
}
