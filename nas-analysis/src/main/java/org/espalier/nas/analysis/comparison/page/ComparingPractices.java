package org.espalier.nas.analysis.comparison.page;

import static org.espalier.nas.analysis.comparison.page.ArmDifferences.listed;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.SearchResult;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.MeasurementSource;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.comparison.page.ArmDifferences.Ablation;
import org.espalier.nas.analysis.comparison.page.Practice.State;
import org.espalier.nas.analysis.comparison.text.Sentences;

/** Lindauer and Hutter (2020), section 3: comparing methods. */
final class ComparingPractices {

  /** With fewer pairs, a two-sided signed-rank test cannot reach 0.05. */
  private static final int FEWEST_SEEDS = 6;

  private static final List<String> BENCHMARK =
      List.of("dataset", "searchSpace", "hyperparameters", "evaluator");
  private static final List<String> PROTOCOL = List.of("reward", "budget", "stopping");
  private static final List<String> SURROUNDINGS = List.of("workers", "lag", "cache", "seed");
  private static final String SHARING = "evaluator.sharing.mode";

  private final PageModel view;
  private final ComparisonRecord comparison;
  private final List<ArmResult> results;
  private final ArmDifferences differences;

  ComparingPractices(PageModel view) {
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
        "Data, split, search space and evaluation of architectures are the same in all arms.",
        keys.isEmpty()
            ? "There are no arms."
            : "Arms differ in "
                + listed(keys)
                + ". Unless the comparison is an ablation of these settings, the arms had different"
                + " tasks.");
  }

  private Practice ablations() {
    String task = "Run ablation studies.";
    List<Ablation> ablations = differences.ablations();
    if (ablations.isEmpty()) {
      return new Practice(
          5,
          task,
          State.NOT_MET,
          "No two arms differ in a single setting other than the type of the controller, so the"
              + " effect of a part of a method is not measured.");
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
    String task = "Use the same evaluation protocol for all methods.";
    List<String> keys = differences.under(PROTOCOL);
    if (!keys.isEmpty()) {
      return new Practice(6, task, State.NOT_MET, "Arms differ in " + listed(keys) + ".");
    }
    if (results.isEmpty()) {
      return new Practice(6, task, State.NOT_MET, "No search has finished.");
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
                + "; pairs are compared on common seeds, means are not.");
      }
    }
    return new Practice(
        6,
        task,
        State.MET,
        "Reward, budget, stopping and seeds are the same. Each search returns its incumbent,"
            + " selected by reward; failed searches count with the lowest score.");
  }

  private static Set<Long> seeds(ArmResult arm) {
    return arm.searches().stream().map(SearchResult::seed).collect(Collectors.toSet());
  }

  private Practice overTime() {
    boolean drawn = !results.isEmpty() && results.stream().allMatch(arm -> arm.curve().size() > 1);
    return Practice.when(
        drawn,
        7,
        "Show performance as a function of compute resources.",
        "Anytime curves of the incumbents and the areas under them are shown for all arms. Cost is"
            + " measured in "
            + Sentences.costUnits(comparison.problems())
            + "; epochs are a fair measure if all architectures take similar time for one.",
        "Not every arm has an anytime curve.");
  }

  private Practice severalTimes() {
    int fewest = results.stream().mapToInt(arm -> arm.searches().size()).min().orElse(0);
    return Practice.when(
        fewest >= FEWEST_SEEDS,
        9,
        "Repeat with several seeds and report them.",
        "Every arm has at least " + fewest + " seeds; all are listed.",
        "An arm has only "
            + fewest
            + (fewest == 1 ? " seed" : " seeds")
            + "; with fewer than "
            + FEWEST_SEEDS
            + " no paired test can be significant at 0.05.");
  }

  private Practice tabular() {
    String task = "Use tabular or surrogate benchmarks if possible.";
    List<String> tables = view.names(MeasurementSource.TABLE);
    boolean shared =
        comparison.arms().stream()
            .anyMatch(arm -> !"none".equals(arm.settings().getOrDefault(SHARING, "none")));
    if (!tables.isEmpty()) {
      List<String> others = view.names(MeasurementSource.TRAINING);
      return new Practice(
          10,
          task,
          State.MET,
          "Results come from tables on "
              + listed(tables)
              + (others.isEmpty() ? "." : "; networks are trained on " + listed(others) + "."));
    }
    if (view.all(MeasurementSource.FORMULA)) {
      return new Practice(
          10,
          task,
          State.NOT_MET,
          "Formulas replace networks: they show the behavior of controllers, not the quality of"
              + " networks.");
    }
    return shared
        ? new Practice(
            10,
            task,
            State.NOT_APPLICABLE,
            "Weights are shared between trainings (" + SHARING + "), which no table can reproduce.")
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
          "The budget is in time (budget.wallClock), which depends on the machine and its load; use"
              + " budget.epochs instead.");
    }
    return comparison.facts().isEmpty()
        ? new Practice(11, task, State.BY_HAND, "The machine was not recorded.")
        : new Practice(
            11,
            task,
            State.MET,
            "All arms run in one program, are paired by seed, and are charged for training rather"
                + " than machine time. Versions and machine below are those of the last call;"
                + " earlier searches may have used others.");
  }

  private boolean timed() {
    return comparison.arms().stream()
        .map(arm -> arm.settings().get("budget.wallClock"))
        .anyMatch(limit -> limit != null && !limit.equals("null"));
  }
}
