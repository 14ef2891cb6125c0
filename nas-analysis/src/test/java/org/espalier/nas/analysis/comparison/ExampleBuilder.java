package org.espalier.nas.analysis.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.comparison.ArmResult.SearchResult;
import org.espalier.nas.analysis.comparison.PairResult.Decision;
import org.jspecify.annotations.Nullable;

/** Makes up searches and sums them up by simple means, which are not those of the real analysis. */
final class ExampleBuilder {

  private static final int TRIALS = 200;

  private final String name;
  private final int seeds;
  private final SplittableRandom random = new SplittableRandom(7);
  private final List<ProblemRecord> problems = new ArrayList<>();
  private final List<ArmRecord> arms = new ArrayList<>();
  private final Map<String, Double> gaps = new LinkedHashMap<>();
  private final Map<String, Integer> failures = new LinkedHashMap<>();
  private final Map<String, String> facts = new LinkedHashMap<>();
  private @Nullable String description;

  ExampleBuilder(String name, int seeds) {
    this.name = name;
    this.seeds = seeds;
    facts.put("espalier.version", "0.1.0");
    facts.put("java", "17.0.12");
    facts.put("file", "experiments/ablation-controllers.yaml");
  }

  void describe(String text) {
    description = text;
  }

  void fact(String key, String value) {
    facts.put(key, value);
  }

  void problem(String problem, @Nullable Double optimum) {
    boolean share = !problem.startsWith("minus") && !problem.equals("branin");
    String metric = share ? "validation.accuracy" : "minus validation.loss";
    problems.add(
        new ProblemRecord(
            problem,
            "mlp, 22,764 architectures",
            10,
            metric,
            optimum,
            null,
            share ? 0.008 : null,
            share ? MeasurementSource.TABLE : MeasurementSource.FORMULA,
            CostUnit.TRIALS,
            null));
  }

  /** An arm that ends about so far from the best. */
  void arm(String arm, Map<String, String> settings, double gap) {
    arms.add(new ArmRecord(arm, null, settings));
    gaps.put(arm, gap);
  }

  void failing(String arm) {
    arms.add(new ArmRecord(arm, arm, Map.of("controller.type", arm)));
    gaps.put(arm, 0.3);
    failures.put(arm, seeds);
  }

  void failAt(String arm, int last) {
    failures.put(arm, last);
  }

  ComparisonResults build() {
    List<ArmResult> results = new ArrayList<>();
    List<PairResult> pairs = new ArrayList<>();
    List<SearchRecord> searches = new ArrayList<>();
    for (ProblemRecord problem : problems) {
      List<ArmResult> ofProblem = new ArrayList<>();
      arms.forEach(arm -> ofProblem.add(result(problem, arm.name())));
      ofProblem.sort(Comparator.comparingDouble((ArmResult r) -> -r.median().value()));
      results.addAll(ofProblem);
      for (ArmResult arm : ofProblem) {
        for (SearchResult end : arm.searches()) {
          searches.add(
              new SearchRecord(
                  problem.name(),
                  arm.arm(),
                  end.seed(),
                  List.of(),
                  end.failure(),
                  end.link(),
                  null));
        }
      }
      for (int i = 0; i < arms.size(); i++) {
        for (int j = i + 1; j < arms.size(); j++) {
          pairs.add(pair(problem, find(ofProblem, i), find(ofProblem, j)));
        }
      }
    }
    ComparisonRecord record =
        new ComparisonRecord(
            name,
            description,
            new Protocol(List.of(), 0.05, 0.95, 10_000, 0.6, 1, "200 trials of 10 epochs"),
            problems,
            arms,
            searches,
            facts,
            "name: " + name + "\nbase:\n  extends: wine.yaml\nseeds: " + seeds + "\n");
    return new ComparisonResults(record, results, pairs, ranks(results));
  }

  private ArmResult find(List<ArmResult> results, int arm) {
    return results.stream()
        .filter(r -> r.arm().equals(arms.get(arm).name()))
        .findFirst()
        .orElseThrow();
  }

  private ArmResult result(ProblemRecord problem, String arm) {
    double gap = gaps.getOrDefault(arm, 0.1);
    int failed = failures.getOrDefault(arm, 0);
    List<SearchResult> outcomes = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      double noise = gap == 0 ? 0 : 0.006 * random.nextGaussian() * (gap > 0.05 ? 5 : 1);
      double score = seed <= failed ? 0.45 : Math.min(0.62, 0.62 - gap + noise);
      String failure = seed <= failed ? "controller threw: no more proposals" : null;
      String link = seed % 2 == 0 ? null : "runs/" + seed + "/report.html";
      outcomes.add(
          new SearchResult(
              seed, score, TRIALS, spent(gap), 314.2 * (1 + gap * 9), failure, link, null, null));
    }
    double[] sorted = outcomes.stream().mapToDouble(SearchResult::score).sorted().toArray();
    double mean = DoubleStream.of(sorted).average().orElseThrow();
    double deviation =
        Math.sqrt(DoubleStream.of(sorted).map(s -> (s - mean) * (s - mean)).average().orElse(0));
    double half = 2 * deviation / Math.sqrt(seeds);
    double median = (sorted[(seeds - 1) / 2] + sorted[seeds / 2]) / 2;
    Double optimum = problem.optimum();
    return new ArmResult(
        problem.name(),
        arm,
        outcomes,
        failed,
        around(mean, half),
        around(median, half * 1.2),
        around((mean + median) / 2, half),
        deviation,
        optimum == null ? null : around(optimum - mean, half),
        optimum == null ? null : around(200 * (optimum - mean) + 3, 200 * half),
        null,
        around(mean - 0.01, half),
        null,
        optimum == null
            ? null
            : new ArmResult.TimeToTarget(
                gap < 0.02 ? seeds : 2,
                seeds,
                gap < 0.02 ? 40 + 2000 * gap : Double.POSITIVE_INFINITY),
        curve(mean, gap, half),
        outcomes.get(0).epochs(),
        outcomes.get(0).seconds());
  }

  /** Comparisons of several problems have arms that all cost the same. */
  private double spent(double gap) {
    return problems.size() > 1 ? 2000 : Math.max(100, 2000 - 9000 * gap);
  }

  private static Estimate around(double value, double half) {
    return new Estimate(value, value - half, value + half);
  }

  private static List<CurvePoint> curve(double end, double gap, double half) {
    List<CurvePoint> points = new ArrayList<>();
    for (int trial = 1; trial <= TRIALS; trial++) {
      double value =
          end - 0.15 * (Math.exp(-trial / (8 + 400 * gap)) + 0.1 * Math.exp(-trial / 60.0));
      double wide = half * (1 + 4.0 / trial);
      points.add(
          new CurvePoint(trial, around(value, wide), value, value - 2 * wide, value + 2 * wide));
    }
    return points;
  }

  private PairResult pair(ProblemRecord problem, ArmResult first, ArmResult second) {
    double difference = first.mean().value() - second.mean().value();
    double spread = Math.max(1e-9, first.deviation() + second.deviation());
    double a = 0.5 + 0.5 * Math.tanh(2 * difference / spread);
    double p = Math.min(1, Math.exp(-Math.abs(difference) / spread * Math.sqrt(seeds)));
    double adjusted = Math.min(1, p * 3);
    int wins = (int) Math.round(a * seeds);
    Decision decision =
        adjusted >= 0.05 ? Decision.UNDECIDED : difference > 0 ? Decision.FIRST : Decision.SECOND;
    return new PairResult(
        problem.name(),
        first.arm(),
        second.arm(),
        seeds,
        wins,
        0,
        p,
        adjusted,
        a,
        2 * a - 1,
        around(difference, spread / 3),
        new Estimate(a, Math.max(0, a - 0.1), Math.min(1, a + 0.1)),
        Math.abs(difference) < 1e-4
            ? null
            : (int) Math.ceil(8 * spread * spread / difference / difference),
        decision);
  }

  private @Nullable Ranks ranks(List<ArmResult> results) {
    if (arms.size() < 3 || seeds < 2) {
      return null;
    }
    List<ArmResult> sorted =
        results.stream()
            .filter(r -> r.problem().equals(problems.get(0).name()))
            .sorted(Comparator.comparingDouble(r -> -r.mean().value()))
            .toList();
    Map<String, Double> ranks = new LinkedHashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      ranks.put(sorted.get(i).arm(), 1.2 + i * (sorted.size() - 1.4) / (sorted.size() - 1));
    }
    List<String> names = List.copyOf(ranks.keySet());
    List<List<String>> groups = new ArrayList<>();
    for (int i = 0; i + 2 < names.size(); i += 2) {
      groups.add(names.subList(i, Math.min(names.size(), i + 4)));
    }
    boolean several = problems.size() > 1;
    return new Ranks(
        several ? Ranks.Blocks.PROBLEMS : Ranks.Blocks.SEEDS,
        several ? problems.size() : seeds,
        38.21,
        1.2e-7,
        ranks,
        several ? 3.05 : 1.1,
        groups);
  }
}
