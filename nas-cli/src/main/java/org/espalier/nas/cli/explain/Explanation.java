package org.espalier.nas.cli.explain;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.experiment.file.Component;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.text.Limits;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.espalier.nas.searchspace.hyperparameters.HyperparametersSettings;
import org.espalier.nas.searchspace.hyperparameters.Parameter;

/**
 * The plan of a search.
 *
 * @param experiment the experiment
 * @param architectures number of architectures; empty if they cannot be counted
 * @param decisions the decisions of the search space
 * @param epochs epochs of a trial of full fidelity
 * @param continues true if trials continue from the weights of earlier ones
 * @param plan the controller's plan, if it has one
 */
public record Explanation(
    Experiment experiment,
    Optional<BigInteger> architectures,
    DecisionTable decisions,
    int epochs,
    boolean continues,
    Optional<PlanTable> plan) {
  private static final int DIGITS = 15;

  /** Creates the plan from the components of an experiment, without an evaluator. */
  public static Explanation of(Experiment experiment, ExperimentGraph graph) {
    Optional<Plan> plan = graph.controller().plan();
    return new Explanation(
        experiment,
        graph.searchSpace().count(),
        new DecisionTable(graph.searchSpace().decisions(), conditions(experiment)),
        graph.fidelity().epochs(),
        graph.controller().continuesTrials(),
        plan.map(known -> new PlanTable(known, experiment.budget())));
  }

  private static Map<String, String> conditions(Experiment experiment) {
    Map<String, String> conditions = new LinkedHashMap<>();
    if (experiment.searchSpace().config() instanceof HyperparametersSettings settings) {
      collect(settings, conditions);
    }
    HyperparametersSettings beside = experiment.hyperparameters();
    if (beside != null) {
      collect(beside, conditions);
    }
    return conditions;
  }

  private static void collect(HyperparametersSettings settings, Map<String, String> conditions) {
    for (Map.Entry<String, Parameter> parameter : settings.parameters().entrySet()) {
      String when = parameter.getValue().when();
      if (when != null) {
        conditions.put(parameter.getKey(), when);
      }
    }
  }

  @Override
  public String toString() {
    TextTable facts = new TextTable(LEFT, LEFT);
    facts.row("experiment", experiment.name());
    Component<Dataset> dataset = experiment.dataset();
    if (dataset != null) {
      facts.row("dataset", dataset.type());
    }
    facts.row("search space", experiment.searchSpace().type() + ", " + counted());
    facts.row(
        "controller",
        experiment.controller().type()
            + (continues ? ", continues trials from their weights" : ""));
    facts.row(
        "evaluator",
        experiment.evaluator().type() + ", " + Words.count(epochs, "epoch") + " at most");
    compared(experiment).forEach(facts::row);
    facts.row("stopping", experiment.stopping().type());
    facts.row("budget", String.join(", ", Limits.of(experiment.budget())));
    return facts
        + "\nDecisions:\n"
        + decisions
        + "\n"
        + plan.map(table -> "Plan:\n" + table).orElseGet(this::unplanned);
  }

  /** Returns the reward, or the objectives with what makes one reward of them, and constraints. */
  private static Map<String, String> compared(Experiment experiment) {
    Map<String, String> rows = new LinkedHashMap<>();
    if (experiment.objectives().isEmpty()) {
      rows.put("reward", experiment.reward().type());
    } else {
      rows.put(
          "objectives",
          String.join(", ", experiment.objectives().stream().map(Component::type).toList()));
    }
    Component<?> scalarisation = experiment.scalarisation();
    if (scalarisation != null) {
      rows.put("scalarisation", scalarisation.type());
    }
    if (!experiment.constraints().isEmpty()) {
      rows.put("constraints", String.join(", ", experiment.constraints()));
    }
    return rows;
  }

  private String counted() {
    return architectures
        .map(
            count ->
                count.toString().length() > DIGITS
                    ? "about " + new BigDecimal(count).round(new MathContext(2)) + " architectures"
                    : Words.count(count.longValueExact(), "architecture"))
        .orElse("uncounted architectures");
  }

  private String unplanned() {
    Integer trials = experiment.budget().trials();
    String most =
        trials == null
            ? "as many trials as the budget allows, of up to "
                + Words.count(epochs, "epoch")
                + " each"
            : String.format(
                Locale.ROOT,
                "at most %s of up to %s each, %,d in all",
                Words.count(trials, "trial"),
                Words.count(epochs, "epoch"),
                (long) trials * epochs);
    return "Plan: the controller decides during the search; " + most + ".\n";
  }

  /** Returns the plan as a tree, for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("experiment", experiment.name());
    Map<String, Object> space = new LinkedHashMap<>();
    space.put("type", experiment.searchSpace().type());
    architectures.ifPresent(count -> space.put("architectures", count));
    space.put("decisions", decisions.tree());
    tree.put("searchSpace", space);
    tree.put("controller", experiment.controller().type());
    tree.put("continuesTrials", continues);
    tree.put("evaluator", experiment.evaluator().type());
    tree.put("epochs", epochs);
    tree.putAll(compared(experiment));
    tree.put("stopping", experiment.stopping().type());
    tree.put("budget", Limits.of(experiment.budget()));
    plan.ifPresent(table -> tree.put("plan", table.tree()));
    return tree;
  }
}
