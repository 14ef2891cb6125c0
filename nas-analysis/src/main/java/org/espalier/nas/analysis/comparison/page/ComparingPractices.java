package org.espalier.nas.analysis.comparison.page;

import static org.espalier.nas.analysis.comparison.page.ArmDifferences.listed;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.Answers;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.Ended;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.CostUnit;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.comparison.page.ArmDifferences.Ablation;
import org.espalier.nas.analysis.comparison.page.Practice.State;

/** Lindauer and Hutter (2020), section 3: comparing methods. */
final class ComparingPractices {

  /** With fewer pairs, no outcome of a two-sided signed-rank test has p below 0.05. */
  private static final int FEWEST_SEEDS = 6;

  private static final List<String> BENCHMARK =
      List.of("dataset", "searchSpace", "hyperparameters", "evaluator");
  private static final List<String> PROTOCOL = List.of("reward", "budget", "stopping");
  private static final List<String> SURROUNDINGS = List.of("workers", "lag", "cache", "seed");
  private static final String SHARING = "evaluator.sharing.mode";

  private final View view;
  private final ComparisonRecord comparison;
  private final List<ArmResult> results;
  private final ArmDifferences differences;

  ComparingPractices(View view) {
    this.view = view;
    comparison = view.results().comparison();
    results = view.results().arms();
    differences = new ArmDifferences(comparison.arms());
  }

  List<Practice> all() {
    return List.of(
        sameBenchmark(),
        ablations(),
        sameProtocol(),
        overTime(),
        new RandomBaselines(view).practice(),
        severalTimes(),
        tabular(),
        confounders());
  }

  private Practice sameBenchmark() {
    List<String> keys = differences.under(BENCHMARK);
    return Practice.when(
        keys.isEmpty() && !comparison.arms().isEmpty(),
        4,
        "Use the same benchmarks, not just the same data.",
        "Data and its split, search space, and how architectures are judged are the same in all"
            + " arms.",
        keys.isEmpty()
            ? "There are no arms."
            : "Arms differ in "
                + listed(keys)
                + ". If that is the question, it is an ablation; otherwise the arms did not have"
                + " the same task.");
  }

  private Practice ablations() {
    String task = "Run ablation studies.";
    List<Ablation> ablations = differences.ablations();
    if (ablations.isEmpty()) {
      return new Practice(
          5,
          task,
          State.NOT_MET,
          "No two arms differ in one setting alone, other than which controller it is, so that no"
              + " part of a method is judged by itself.");
    }
    Ablation first = ablations.get(0);
    int more = ablations.size() - 1;
    return new Practice(
        5,
        task,
        State.MET,
        "%s and %s differ in %s alone%s."
            .formatted(
                first.first(),
                first.second(),
                first.setting(),
                more == 0
                    ? ""
                    : more == 1 ? "; so does one more pair" : "; so do " + more + " more pairs"));
  }

  private Practice sameProtocol() {
    String task = "Evaluate all methods by the same protocol.";
    List<String> keys = differences.under(PROTOCOL);
    if (!keys.isEmpty()) {
      return new Practice(6, task, State.NOT_MET, "Arms differ in " + listed(keys) + ".");
    }
    if (results.isEmpty()) {
      return new Practice(6, task, State.NOT_MET, "No search has ended.");
    }
    for (ProblemView problem : view.problems()) {
      Set<Set<Long>> seeds =
          problem.arms().stream().map(ComparingPractices::seeds).collect(Collectors.toSet());
      if (seeds.size() > 1 || problem.arms().size() < comparison.arms().size()) {
        return new Practice(
            6,
            task,
            State.NOT_MET,
            "Arms have different seeds on "
                + problem.problem().name()
                + "; pairs are compared on those that both have, means are not.");
      }
    }
    return new Practice(
        6,
        task,
        State.MET,
        "Reward, budget, stopping and seeds are the same. Each search returns its incumbent, chosen"
            + " by what it was told; failed searches count with the lowest score.");
  }

  private static Set<Long> seeds(ArmResult arm) {
    return arm.outcomes().stream().map(Ended::seed).collect(Collectors.toSet());
  }

  private Practice overTime() {
    boolean drawn =
        !results.isEmpty() && results.stream().allMatch(arm -> arm.curve().points().size() > 1);
    return Practice.when(
        drawn,
        7,
        "Show performance as a function of the resources spent.",
        "Anytime curves of the incumbents, and areas under them, are shown for all arms. Spent"
            + " are "
            + CostUnit.of(comparison.problems())
            + "; epochs are fair as far as architectures take about as long for one.",
        "Not every arm has an anytime curve.");
  }

  private Practice severalTimes() {
    int fewest = results.stream().mapToInt(arm -> arm.outcomes().size()).min().orElse(0);
    return Practice.when(
        fewest >= FEWEST_SEEDS,
        9,
        "Repeat with several seeds, and report them.",
        "Every arm has at least " + fewest + " seeds; all are listed.",
        "An arm has only "
            + fewest
            + (fewest == 1 ? " seed" : " seeds")
            + "; with fewer than "
            + FEWEST_SEEDS
            + " no paired test can find anything at 0.05.");
  }

  private Practice tabular() {
    String task = "Use tabular or surrogate benchmarks if possible.";
    List<String> tables = view.names(Answers.LOOKED_UP);
    boolean shared =
        comparison.arms().stream()
            .anyMatch(arm -> !"none".equals(arm.settings().getOrDefault(SHARING, "none")));
    if (!tables.isEmpty()) {
      List<String> others = view.names(Answers.TRAINED);
      return new Practice(
          10,
          task,
          State.MET,
          "Results are looked up on "
              + listed(tables)
              + (others.isEmpty() ? "." : "; networks are trained on " + listed(others) + "."));
    }
    if (view.all(Answers.COMPUTED)) {
      return new Practice(
          10,
          task,
          State.NOT_MET,
          "Formulas stand in for networks: they show what controllers do, not what networks are"
              + " worth.");
    }
    return shared
        ? new Practice(
            10,
            task,
            State.NOT_APPLICABLE,
            "Weights are shared between trainings (" + SHARING + "), which no table can answer.")
        : new Practice(10, task, State.NOT_MET, "The networks were trained for this comparison.");
  }

  private Practice confounders() {
    String task = "Control confounding factors.";
    List<String> keys = differences.under(SURROUNDINGS);
    if (!keys.isEmpty()) {
      return new Practice(11, task, State.NOT_MET, "Arms differ in " + listed(keys) + ".");
    }
    if (timed()) {
      return new Practice(
          11,
          task,
          State.NOT_MET,
          "The budget is in time (budget.wallClock), which depends on the machine and on what else"
              + " ran there; budget.epochs would not.");
    }
    return comparison.facts().isEmpty()
        ? new Practice(11, task, State.BY_HAND, "It was not recorded where the arms ran.")
        : new Practice(
            11,
            task,
            State.MET,
            "All arms belong to one program, are paired by seed, and are charged what they train,"
                + " not how long a machine took. Versions and machine below are those of the last"
                + " call; searches of earlier calls may have had others.");
  }

  private boolean timed() {
    return comparison.arms().stream()
        .map(arm -> arm.settings().get("budget.wallClock"))
        .anyMatch(limit -> limit != null && !limit.equals("null"));
  }
}
