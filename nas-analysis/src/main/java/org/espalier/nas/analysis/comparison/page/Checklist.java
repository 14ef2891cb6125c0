package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.Ended;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.page.Practice.State;
import org.espalier.nas.analysis.markup.Figures;

/**
 * The fourteen practices of Lindauer and Hutter (2020), <em>Best Practices for Scientific Research
 * on Neural Architecture Search</em>, JMLR 21:243, as far as the record of a comparison shows
 * whether they were followed.
 */
final class Checklist {

  /** With fewer pairs, no outcome of a two-sided signed-rank test has p below 0.05. */
  private static final int FEWEST_SEEDS = 6;

  private static final List<String> BENCHMARK =
      List.of("dataset", "searchSpace", "hyperparameters", "evaluator");
  private static final List<String> PROTOCOL = List.of("reward", "budget", "stopping");

  private final ComparisonResults results;
  private final ComparisonRecord comparison;
  private final List<String> differing;

  private Checklist(ComparisonResults results) {
    this.results = results;
    comparison = results.comparison();
    differing = new SettingsView(comparison.arms()).notCommon();
  }

  static List<Practice> of(ComparisonResults results) {
    Checklist list = new Checklist(results);
    List<Practice> practices = new ArrayList<>(list.code());
    practices.addAll(
        List.of(
            list.sameBenchmark(),
            list.ablations(),
            list.sameProtocol(),
            list.overTime(),
            list.randomSearch(),
            list.severalTimes(),
            list.tabular(),
            list.confounders()));
    practices.addAll(list.reporting());
    return practices;
  }

  private List<Practice> code() {
    Optional<String> version =
        comparison.facts().entrySet().stream()
            .filter(fact -> fact.getKey().contains("version") || fact.getKey().contains("commit"))
            .map(fact -> fact.getKey() + " " + fact.getValue())
            .findFirst();
    State state = version.isPresent() ? State.MET : State.BY_HAND;
    String known =
        version
            .map(fact -> "It is part of this program (" + fact + ")")
            .orElse("It is part of this program, but no version was recorded: name it");
    return List.of(
        new Practice(
            1,
            "Release the code of the training pipeline.",
            state,
            known + "; all settings are below. Evaluators from plugins have to be published, too."),
        new Practice(
            2,
            "Release the code of the search methods.",
            state,
            known + ". Controllers from plugins have to be published, too."),
        new Practice(
            3,
            "Do not wait with that until the code is tidy.",
            State.BY_HAND,
            "Publish this page\u2019s folder and the comparison\u2019s file with the text that"
                + " cites them."));
  }

  private Practice sameBenchmark() {
    List<String> keys = differingUnder(BENCHMARK);
    return Practice.when(
        keys.isEmpty(),
        4,
        "Use the same benchmark, not just the same data.",
        "Data, search space and training have the same settings in all arms.",
        "Arms differ in "
            + listed(keys)
            + ". If that is the question, it is an ablation; otherwise the arms did not have the"
            + " same task.");
  }

  private Practice ablations() {
    for (ArmRecord first : comparison.arms()) {
      for (ArmRecord second : comparison.arms()) {
        Set<String> keys = difference(first, second);
        if (keys.size() == 1) {
          return new Practice(
              5,
              "Run ablation studies.",
              State.MET,
              first.name()
                  + " and "
                  + second.name()
                  + " differ in "
                  + keys.iterator().next()
                  + " alone.");
        }
      }
    }
    return new Practice(
        5,
        "Run ablation studies.",
        State.NOT_MET,
        "No two arms differ in one setting alone, so that no part of a method is judged by"
            + " itself.");
  }

  private Practice sameProtocol() {
    List<String> keys = differingUnder(PROTOCOL);
    String task = "Evaluate all methods by the same protocol.";
    if (!keys.isEmpty()) {
      return new Practice(6, task, State.NOT_MET, "Arms differ in " + listed(keys) + ".");
    }
    for (ProblemRecord problem : comparison.problems()) {
      Set<Set<Long>> seeds =
          results.arms().stream()
              .filter(arm -> arm.problem().equals(problem.name()))
              .map(Checklist::seeds)
              .collect(Collectors.toSet());
      if (seeds.size() > 1) {
        return new Practice(
            6,
            task,
            State.NOT_MET,
            "Arms have different seeds; pairs are compared on those that both have, means are"
                + " not.");
      }
    }
    return new Practice(
        6,
        task,
        State.MET,
        "Reward, budget, stopping and seeds are the same; failed searches count with the lowest"
            + " score.");
  }

  private Practice overTime() {
    boolean drawn =
        !results.arms().isEmpty()
            && results.arms().stream().allMatch(arm -> arm.curve().points().size() > 1);
    return Practice.when(
        drawn,
        7,
        "Evaluate performance as a function of what was spent.",
        "Anytime curves and areas under them are shown for all arms.",
        "Not every arm has an anytime curve.");
  }

  private Practice randomSearch() {
    Optional<String> random =
        comparison.arms().stream()
            .filter(arm -> "random".equals(arm.settings().get("controller.type")))
            .map(ArmRecord::name)
            .findFirst();
    return Practice.when(
        random.isPresent(),
        8,
        "Compare with random search.",
        random.orElse("") + " is random search.",
        "No arm is random search; add one with controller.type: random.");
  }

  private Practice severalTimes() {
    int fewest = results.arms().stream().mapToInt(arm -> arm.outcomes().size()).min().orElse(0);
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
    Set<String> types = new TreeSet<>();
    for (ArmRecord arm : comparison.arms()) {
      types.add(arm.settings().getOrDefault("evaluator.type", ""));
    }
    if (types.equals(Set.of("training"))) {
      return new Practice(
          10, task, State.NOT_MET, "All architectures were trained for this comparison.");
    }
    boolean known = comparison.problems().stream().allMatch(problem -> problem.optimum() != null);
    String evaluators = "Evaluator: " + String.join(", ", types) + ". ";
    return known && !types.contains("training")
        ? new Practice(10, task, State.MET, evaluators + "The optimum of every problem is known.")
        : new Practice(
            10,
            task,
            State.BY_HAND,
            evaluators + "The optimum is not known everywhere; say what was looked up.");
  }

  private Practice confounders() {
    List<String> keys = differingUnder(List.of("workers", "lag", "cache", "seed"));
    String task = "Control confounding factors.";
    if (!keys.isEmpty()) {
      return new Practice(11, task, State.NOT_MET, "Arms differ in " + listed(keys) + ".");
    }
    return comparison.facts().isEmpty()
        ? new Practice(11, task, State.BY_HAND, "It was not recorded where the arms ran.")
        : new Practice(
            11,
            task,
            State.MET,
            "All arms ran in one comparison with the same program and libraries (below), paired by"
                + " seed, and cost is counted, not timed, where it is in epochs.");
  }

  private List<Practice> reporting() {
    double epochs =
        results.arms().stream()
            .flatMap(arm -> arm.outcomes().stream())
            .mapToDouble(Ended::epochs)
            .sum();
    return List.of(
        new Practice(
            12,
            "Report how hyperparameters were tuned.",
            State.BY_HAND,
            "How the arms\u2019 own settings were found is not in the record. Say so, and what it"
                + " cost."),
        new Practice(
            13,
            "Report the time of the whole method, end to end.",
            State.NOT_MET,
            "Only the searches are counted ("
                + Figures.whole(epochs)
                + " epochs in all); tuning the arms before and retraining their winners after is"
                + " not."),
        Practice.when(
            !comparison.yaml().isBlank() && !comparison.facts().isEmpty(),
            14,
            "Report all details of the set-up.",
            "The comparison\u2019s file with every default, and where it ran, stand below.",
            "The file or where it ran is missing from the record."));
  }

  private List<String> differingUnder(List<String> roots) {
    return differing.stream()
        .filter(key -> roots.stream().anyMatch(r -> key.equals(r) || key.startsWith(r + ".")))
        .toList();
  }

  private static Set<String> difference(ArmRecord first, ArmRecord second) {
    Set<String> keys = new TreeSet<>();
    for (Map.Entry<String, String> setting : first.settings().entrySet()) {
      if (!setting.getValue().equals(second.settings().get(setting.getKey()))) {
        keys.add(setting.getKey());
      }
    }
    second.settings().keySet().stream()
        .filter(key -> !first.settings().containsKey(key))
        .forEach(keys::add);
    keys.removeAll(Set.of("name", "description"));
    return keys;
  }

  private static Set<Long> seeds(ArmResult arm) {
    return arm.outcomes().stream().map(Ended::seed).collect(Collectors.toSet());
  }

  private static String listed(List<String> keys) {
    int shown = Math.min(6, keys.size());
    String text = String.join(", ", keys.subList(0, shown));
    return shown == keys.size() ? text : text + " and " + (keys.size() - shown) + " more";
  }
}
