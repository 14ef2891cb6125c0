package org.espalier.nas.cli.explain;

import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.engine.study.Budget;

/**
 * The rungs of a plan, their sums, and the end of the budget.
 *
 * @param plan one round and its number of repetitions
 * @param budget the budget of the search
 */
public record PlanTable(Plan plan, Budget budget) {

  @Override
  public String toString() {
    TextTable table = new TextTable(RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT);
    table.row("  bracket", "rung", "trials", "epochs each", "epochs trained", "from scratch");
    for (Plan.Rung rung : plan.rungs()) {
      table.row(
          Integer.toString(rung.bracket()),
          Integer.toString(rung.rung()),
          number(rung.trials()),
          number(rung.fidelity().epochs()),
          number(rung.epochs()),
          number(rung.epochsFromScratch()));
    }
    table.row(
        "total",
        "",
        number(plan.trials()),
        "",
        number(plan.epochs()),
        number(plan.epochsFromScratch()));
    return table + "  " + rounds() + "\n  " + end() + "\n";
  }

  private String rounds() {
    return switch (plan.rounds()) {
      case 0 -> "Repeats until the budget is spent.";
      case 1 -> "Runs once.";
      default ->
          "Runs %s times: %s trials, %s epochs."
              .formatted(
                  number(plan.rounds()),
                  number(plan.rounds() * plan.trials()),
                  number(plan.rounds() * plan.epochs()));
    };
  }

  private String end() {
    return PlanEnd.of(plan, budget)
        .map(end -> "The budget ends the search " + end + ".")
        .orElse(
            budget.wallClock() != null || budget.seconds() != null
                ? "The time budget may end the search earlier."
                : plan.rounds() == 0
                    ? "Ends only when the search space is exhausted."
                    : "The budget covers the whole plan.");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns the plan as a tree, for JSON. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("rungs", plan.rungs().stream().map(PlanTable::tree).toList());
    tree.put("rounds", plan.rounds());
    tree.put("trials", plan.trials());
    tree.put("epochsTrained", plan.epochs());
    tree.put("epochsFromScratch", plan.epochsFromScratch());
    PlanEnd.of(plan, budget)
        .ifPresent(
            end -> {
              Map<String, Object> place = new LinkedHashMap<>();
              place.put("trials", end.trials());
              place.put("round", end.round());
              place.put("bracket", end.rung().bracket());
              place.put("rung", end.rung().rung());
              tree.put("endedByBudget", place);
            });
    return tree;
  }

  private static Map<String, Object> tree(Plan.Rung rung) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("bracket", rung.bracket());
    tree.put("rung", rung.rung());
    tree.put("trials", rung.trials());
    tree.put("epochs", rung.fidelity().epochs());
    tree.put("dataFraction", rung.fidelity().dataFraction());
    tree.put("epochsTrained", rung.epochs());
    tree.put("epochsFromScratch", rung.epochsFromScratch());
    return tree;
  }
}
