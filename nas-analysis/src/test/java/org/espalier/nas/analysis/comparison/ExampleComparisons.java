package org.espalier.nas.analysis.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Comparisons as they may be, with numbers that are made up. */
public final class ExampleComparisons {

  private static final List<String> CONTROLLERS =
      List.of(
          "random",
          "evolution",
          "local-search",
          "tpe",
          "bohb",
          "reinforce",
          "reinforce-as-published",
          "hyperband",
          "successive-halving",
          "gaussian-process",
          "cma-es",
          "quasi-random",
          "population-based-training",
          "grid");

  private ExampleComparisons() {}

  /** An ablation: two arms that differ in one switch. */
  public static ComparisonResults ofTwo() {
    ExampleBuilder builder = new ExampleBuilder("sharing", 30);
    builder.problem("wine", 0.6);
    builder.arm(
        "sharing", settings("reinforce", Map.of("evaluator.sharing.mode", "bigram")), 0.016);
    builder.arm(
        "no sharing", settings("reinforce", Map.of("evaluator.sharing.mode", "none")), 0.036);
    return builder.build();
  }

  /** Five controllers on one problem. */
  public static ComparisonResults ofFive() {
    return controllers("controllers on wine", 5, 30, List.of("wine"), true);
  }

  /** All controllers on one problem, with many seeds. */
  public static ComparisonResults ofFourteen(int seeds) {
    return controllers("all controllers", 14, seeds, List.of("the mlp space of wine"), true);
  }

  /** Five controllers on four problems; some have no known optimum. */
  public static ComparisonResults ofFourProblems() {
    return controllers(
        "four problems", 5, 20, List.of("wine", "branin", "nk landscape", "banknotes"), false);
  }

  /** All controllers on four problems. */
  public static ComparisonResults ofAll(int seeds) {
    return controllers(
        "everything", 14, seeds, List.of("wine", "branin", "nk landscape", "moons"), true);
  }

  /** Searches whose trials are made up, and what the real analysis says of them. */
  public static ComparisonResults analysed(int arms, int seeds) {
    SplittableRandom random = new SplittableRandom(11);
    List<SearchRecord> searches = new ArrayList<>();
    List<ArmRecord> records = new ArrayList<>();
    List<Protocol.Pair> pairs = new ArrayList<>();
    for (int arm = 0; arm < arms; arm++) {
      String name = CONTROLLERS.get(arm);
      for (ArmRecord other : records) {
        pairs.add(new Protocol.Pair(other.name(), name));
      }
      records.add(new ArmRecord(name, null, settings(name, Map.of())));
      for (long seed = 1; seed <= seeds; seed++) {
        searches.add(search(name, seed, arm, random));
      }
    }
    return ComparisonAnalysis.of(
        new ComparisonRecord(
            "analysed",
            "Made-up trials, and what the real analysis says of them.",
            new Protocol(pairs, 0.05, 0.95, 1000, 0.615, 1, "100 trials of 10 epochs"),
            List.of(
                new ProblemRecord(
                    "wine",
                    "mlp, 22,764 architectures",
                    10,
                    "validation.accuracy",
                    0.62,
                    null,
                    0.004,
                    MeasurementSource.TABLE,
                    CostUnit.TRIALS,
                    "They were made up.")),
            records,
            searches,
            Map.of("espalier.version", "0.1.0"),
            "name: analysed\n"));
  }

  private static SearchRecord search(String arm, long seed, int rate, SplittableRandom random) {
    List<TrialPoint> trials = new ArrayList<>();
    for (int number = 1; number <= 100; number++) {
      double spread = 0.05 * Math.exp(-0.002 * rate * number);
      double score = Math.max(0.4, 0.62 - Math.abs(random.nextGaussian()) * spread);
      double reward = score + 0.004 * random.nextGaussian();
      boolean failed = random.nextInt(50) == 0;
      trials.add(
          new TrialPoint(
              number, 10, failed ? null : reward, failed ? null : score, 10, 1.5 + rate * 0.1));
    }
    boolean failed = seed == 4 && rate == 1;
    return new SearchRecord(
        "wine", arm, seed, trials, failed ? "the disk is full" : null, null, null);
  }

  /** Names that are long, searches that failed, an arm without spread, one seed only. */
  public static ComparisonResults awkward() {
    ExampleBuilder builder = new ExampleBuilder("awkward " + "very long ".repeat(12), 1);
    builder.describe("A comparison in which whatever can be odd is odd.");
    builder.problem("minus-loss-of-something-with-a-name-that-has-no-end", null);
    builder.failing("fails always and has a name that is much too long for any column at all");
    builder.arm("constant", settings("grid", Map.of()), 0);
    builder.arm(
        "a-name-without-any-place-to-break-it-in-two-parts", settings("tpe", Map.of()), 0.1);
    return builder.build();
  }

  /** Every text is this. */
  public static ComparisonResults hostile(String text) {
    ExampleBuilder builder = new ExampleBuilder(text, 3);
    builder.describe(text);
    builder.problem(text, 0.6);
    builder.failing(text);
    builder.arm(text + '2', Map.of(text, text), 0.1);
    builder.arm(text + '3', Map.of(text, text + '3'), 0.2);
    builder.fact(text, text);
    return builder.build();
  }

  /** Nothing was run. */
  public static ComparisonResults empty() {
    ComparisonRecord record =
        new ComparisonRecord(
            "nothing",
            null,
            new Protocol(List.of(), 0.05, 0.95, 1000, null, 1, "10 trials"),
            List.of(
                new ProblemRecord(
                    "p",
                    "a space",
                    1,
                    "reward",
                    null,
                    null,
                    null,
                    MeasurementSource.FORMULA,
                    CostUnit.TRIALS,
                    null)),
            List.of(),
            List.of(),
            Map.of(),
            "");
    return new ComparisonResults(record, List.of(), List.of(), null);
  }

  private static ComparisonResults controllers(
      String name, int arms, int seeds, List<String> problems, boolean optimum) {
    ExampleBuilder builder = new ExampleBuilder(name, seeds);
    builder.describe("Which controller finds the best network, and what does it cost?");
    for (String problem : problems) {
      boolean known = optimum || problem.equals("branin");
      builder.problem(problem, known ? 0.62 : null);
    }
    List<String> chosen = new ArrayList<>(CONTROLLERS.subList(0, arms));
    for (int i = 0; i < chosen.size(); i++) {
      String controller = chosen.get(i);
      Map<String, String> own = new LinkedHashMap<>();
      own.put("controller." + controller + "Rate", "0.0" + (i + 1));
      builder.arm(controller, settings(controller, own), 0.03 - 0.0015 * i);
    }
    if (arms > 3) {
      builder.failAt("tpe", 3);
    }
    return builder.build();
  }

  private static Map<String, String> settings(String controller, Map<String, String> own) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("dataset.type", "catalogue");
    settings.put("dataset.name", "wine-quality");
    settings.put("searchSpace.type", "mlp");
    settings.put("searchSpace.maxLength", "3");
    settings.put("controller.type", controller);
    settings.put("controller.batch", controller.startsWith("r") ? "10" : "1");
    settings.put("evaluator.type", "tabular");
    settings.put("budget.trials", "200");
    settings.putAll(own);
    return settings;
  }
}
