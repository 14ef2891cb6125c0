package org.espalier.nas.experiment.file;

import java.time.Duration;
import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.data.BackboneSettings;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.engine.study.Budget;
import org.espalier.nas.engine.study.StudySettings;
import org.espalier.nas.engine.study.TrialSeeds;
import org.espalier.nas.searchspace.hyperparameters.HyperparametersSettings;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as its file describes it, with all defaults filled in.
 *
 * @param name name under which the runs are stored
 * @param description description for display
 * @param seed seed of every random draw
 * @param dataset data set that candidates are trained on, or null if the evaluator needs no data
 * @param backbone trained network whose features of images take the place of the images, or null
 * @param searchSpace search space
 * @param hyperparameters hyper-parameters searched together with the search space, or null for none
 * @param controller search algorithm
 * @param evaluator evaluator of architectures
 * @param reward value that is maximised if no objectives are stated
 * @param objectives quantities by which trials are compared; empty if the reward is the only one
 * @param constraints bounds on quantities, such as {@code parameters <= 1e6}
 * @param scalarisation function that makes one reward of the objectives, or null
 * @param stopping rule that ends trials early
 * @param callbacks listeners to the search
 * @param budget limits of the search
 * @param workers number of trials that run at once
 * @param lag maximum number of outstanding trials, or 0 for the controller's batch
 * @param cache true if an architecture that is proposed again keeps its result
 * @param trialSeeds source of the seeds of trials
 * @param trialTimeout time limit of a trial, or null for none
 * @param output output of the run
 * @param store database server that keeps the study, or null for a file in the run's folder
 * @param artifacts place of the files that trials leave for later ones, or null for the run's
 *     folder
 * @param executor place where trials are evaluated
 */
public record Experiment(
    @Description("Name under which the runs are stored.") String name,
    @Description("Purpose of the experiment.") @Nullable String description,
    @Default("1") @Description("Seed of every random draw.") @Range("(-inf, inf)") long seed,
    @Description("Data set that candidates are trained on.") @Nullable Component<Dataset> dataset,
    @Description("Trained network whose features of the images are searched on.")
        @Nullable BackboneSettings backbone,
    @Description("Search space.") Component<SearchSpace> searchSpace,
    @Description("Hyper-parameters that are searched together with the search space.")
        @Nullable HyperparametersSettings hyperparameters,
    @Description("Search algorithm.") Component<Controller> controller,
    @Description("Evaluator of architectures.") Component<Evaluator> evaluator,
    @Default("{type: metric}") @Description("Value that is maximised, if no objectives are stated.")
        Component<Reward> reward,
    @Default("[]")
        @Description(
            "Quantities by which trials are compared. Several have a front of best trials.")
        List<Component<ObjectiveFunction>> objectives,
    @Default("[]")
        @Description("Bounds that a trial must keep, such as parameters <= 1e6; others fail.")
        List<String> constraints,
    @Description("Function that makes one reward of several objectives.")
        @Nullable Component<Scalarisation> scalarisation,
    @Default("{type: none}") @Description("Rule that ends trials early.")
        Component<StoppingRule> stopping,
    @Default("[]") @Description("Listeners to the search.")
        List<Component<StudyListener>> callbacks,
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
        @Nullable Duration trialTimeout,
    @Default("{}") @Description("Output of the run.") Output output,
    @Description("Database server that keeps the study. Absent: a file in the run's folder.")
        @Nullable Store store,
    @Description("Place of the files that trials leave for later ones. Absent: the run's folder.")
        @Nullable Artifacts artifacts,
    @Default("{type: threads}") @Description("Place where trials are evaluated.")
        ExecutorSettings executor) {

  /** Checks the ranges. */
  public Experiment {
    callbacks = List.copyOf(callbacks);
    objectives = List.copyOf(objectives);
    constraints = List.copyOf(constraints);
    requireObjectives(objectives, constraints, scalarisation);
    if (backbone != null && dataset == null) {
      throw new InvalidSettingException(
          "backbone",
          "backbone (%s) computes features of images; add the key dataset, or leave it out."
              .formatted(backbone.savedModel()));
    }
    StudySettings unused =
        checked(name, seed, workers, lag, budget, cache, trialSeeds, trialTimeout);
    if (budget.seconds() != null && !settings(evaluator).chargesSeconds()) {
      throw new InvalidSettingException(
          "budget.seconds",
          "budget.seconds (%d) needs an evaluator that says how long trainings take, such as {type: tabular, clock: recorded}; limit others by epochs, or by wallClock."
              .formatted(budget.seconds()));
    }
  }

  private static void requireObjectives(
      List<Component<ObjectiveFunction>> objectives,
      List<String> constraints,
      @Nullable Component<Scalarisation> scalarisation) {
    constraints.forEach(Constraint::parse);
    if (objectives.isEmpty() && scalarisation != null) {
      throw new InvalidSettingException(
          "scalarisation",
          "scalarisation (%s) makes one reward of several objectives; add the key objectives, or leave it out."
              .formatted(scalarisation.type()));
    }
  }

  /** Returns the properties of the evaluator; the defaults if its settings state none. */
  public EvaluatorSettings evaluatorSettings() {
    return settings(evaluator);
  }

  private static EvaluatorSettings settings(Component<Evaluator> evaluator) {
    return evaluator.config() instanceof EvaluatorSettings settings
        ? settings
        : new EvaluatorSettings() {};
  }

  /** Returns the same experiment with another name and seed. */
  public Experiment with(String otherName, long otherSeed) {
    return new Experiment(
        otherName,
        description,
        otherSeed,
        dataset,
        backbone,
        searchSpace,
        hyperparameters,
        controller,
        evaluator,
        reward,
        objectives,
        constraints,
        scalarisation,
        stopping,
        callbacks,
        budget,
        workers,
        lag,
        cache,
        trialSeeds,
        trialTimeout,
        output,
        store,
        artifacts,
        executor);
  }

  /** Returns this experiment with other settings of the same evaluator. */
  public Experiment withEvaluator(Record settings) {
    return new Experiment(
        name,
        description,
        seed,
        dataset,
        backbone,
        searchSpace,
        hyperparameters,
        controller,
        new Component<>(evaluator.type(), settings),
        reward,
        objectives,
        constraints,
        scalarisation,
        stopping,
        callbacks,
        budget,
        workers,
        lag,
        cache,
        trialSeeds,
        trialTimeout,
        output,
        store,
        artifacts,
        executor);
  }

  /** Returns the settings of the study. */
  public StudySettings study() {
    return checked(name, seed, workers, lag, budget, cache, trialSeeds, trialTimeout);
  }

  /** Returns the settings of a study, which check their own ranges. */
  private static StudySettings checked(
      String name,
      long seed,
      int workers,
      int lag,
      Budget budget,
      boolean cache,
      TrialSeeds trialSeeds,
      @Nullable Duration trialTimeout) {
    return new StudySettings(name, seed, workers, lag, budget, cache, trialSeeds, trialTimeout);
  }
}
