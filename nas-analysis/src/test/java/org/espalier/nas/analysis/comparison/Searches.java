package org.espalier.nas.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comparisons of a few made-up searches. */
public final class Searches {

  private ProblemRecord problem = problem("wine", "validation.accuracy", null, null);
  private final List<ProblemRecord> problems = new ArrayList<>();
  private final List<ArmRecord> arms = new ArrayList<>();
  private final List<Protocol.Pair> pairs = new ArrayList<>();
  private final List<SearchRecord> searches = new ArrayList<>();
  private @Nullable Double target;
  private int resamples = 1000;

  public static ProblemRecord problem(
      String name, String metric, @Nullable Double optimum, @Nullable Double noise) {
    return new ProblemRecord(
        name,
        "three layers, 64 architectures",
        10,
        metric,
        optimum,
        null,
        noise,
        MeasurementSource.TABLE,
        CostUnit.TRIALS,
        null);
  }

  /** A problem whose architectures score so much on average. */
  public static ProblemRecord averaging(double average, String metric) {
    ProblemRecord plain = problem("p", metric, null, null);
    return new ProblemRecord(
        plain.name(),
        plain.space(),
        plain.fullEpochs(),
        metric,
        null,
        average,
        null,
        plain.source(),
        plain.costUnit(),
        null);
  }

  /** A trial of full fidelity whose reward is its score. */
  public static TrialPoint trial(int number, double score) {
    return new TrialPoint(number, 10, score, score, 10, 2);
  }

  public static TrialPoint failedTrial(int number) {
    return new TrialPoint(number, 10, null, null, 10, 2);
  }

  /** Adds the following searches to another problem. */
  public Searches on(ProblemRecord next) {
    problem = next;
    problems.add(next);
    return this;
  }

  public Searches arms(String... names) {
    for (String name : names) {
      arms.add(new ArmRecord(name, null, Map.of()));
    }
    return this;
  }

  /** Searches of one trial with the seeds 1, 2 and so on. */
  public Searches scores(String arm, double... scores) {
    for (int i = 0; i < scores.length; i++) {
      search(arm, i + 1, trial(1, scores[i]));
    }
    return this;
  }

  public Searches search(String arm, long seed, TrialPoint... trials) {
    searches.add(new SearchRecord(problem.name(), arm, seed, List.of(trials), null, null, null));
    return this;
  }

  public Searches failed(String arm, long seed, TrialPoint... trials) {
    searches.add(
        new SearchRecord(
            problem.name(), arm, seed, List.of(trials), "the disk is full", null, null));
    return this;
  }

  public Searches pair(String first, String second) {
    pairs.add(new Protocol.Pair(first, second));
    return this;
  }

  public Searches allPairs() {
    for (int i = 0; i < arms.size(); i++) {
      for (int j = i + 1; j < arms.size(); j++) {
        pair(arms.get(i).name(), arms.get(j).name());
      }
    }
    return this;
  }

  public Searches target(double score) {
    target = score;
    return this;
  }

  public Searches resamples(int count) {
    resamples = count;
    return this;
  }

  public ComparisonRecord record() {
    return new ComparisonRecord(
        "made up",
        null,
        new Protocol(pairs, 0.05, 0.95, resamples, target, 1, "a few trials"),
        problems.isEmpty() ? List.of(problem) : problems,
        arms,
        searches,
        Map.of(),
        "");
  }

  public ComparisonResults analysed() {
    return ComparisonAnalysis.of(record());
  }
}
