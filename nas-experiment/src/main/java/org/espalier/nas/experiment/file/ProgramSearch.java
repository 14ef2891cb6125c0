package org.espalier.nas.experiment.file;

import java.time.Duration;
import java.util.List;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.engine.study.Budget;
import org.espalier.nas.engine.study.TrialSeeds;
import org.jspecify.annotations.Nullable;

/** The settings of a search with a search space and an evaluator that a program provides. */
record ProgramSearch(
    @Default("search") @Description("Name under which the runs are stored.") String name,
    @Default("1") @Description("Seed of every random draw.") @Range("(-inf, inf)") long seed,
    @Default("{type: tpe}") @Description("Search algorithm.") Component<Controller> controller,
    @Default("{type: metric}") @Description("Value that is maximised.") Component<Reward> reward,
    @Default("[]") @Description("Quantities by which trials are compared.")
        List<Component<ObjectiveFunction>> objectives,
    @Default("[]") @Description("Bounds that a trial must keep, such as parameters <= 1e6.")
        List<String> constraints,
    @Description("Function that makes one reward of several objectives.")
        @Nullable Component<Scalarisation> scalarisation,
    @Default("{type: none}") @Description("Rule that ends trials early.")
        Component<StoppingRule> stopping,
    @Default("{trials: 100}") @Description("Limits of the search.") Budget budget,
    @Default("1") @Description("Number of trials that run at once.") @Range("[1, 1024]")
        int workers,
    @Default("0")
        @Description("Maximum number of outstanding trials; 0: the controller's batch.")
        @Range("[0, inf)")
        int lag,
    @Default("false") @Description("Reuse the result of an architecture that is proposed again.")
        boolean cache,
    @Default("number") @Description("Source of a trial's seed: its number, or its architecture.")
        TrialSeeds trialSeeds,
    @Description("Time limit of a trial, for example 10m; a longer one fails. Absent: none.")
        @Nullable Duration trialTimeout) {

  ProgramSearch {
    objectives = List.copyOf(objectives);
    constraints = List.copyOf(constraints);
  }
}
