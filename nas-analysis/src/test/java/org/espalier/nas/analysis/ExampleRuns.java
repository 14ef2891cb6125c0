package org.espalier.nas.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.analysis.report.RunReport;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** Runs as they might have been, made from a seed. */
public final class ExampleRuns {

  private static final String[] NODES = {"8", "16", "32", "64", "128", "256", "512"};
  private static final String[] ACTIVATIONS = {"sigmoid", "tanh", "relu", "elu"};
  private static final DisplayMetric ACCURACY = new DisplayMetric(Measurement.VALIDATION_ACCURACY);

  private ExampleRuns() {}

  /** A search by a controller with a predictor that learns slowly. */
  public static RunReport wine(int count) {
    SplittableRandom random = new SplittableRandom(7);
    List<TrialResult> trials = new ArrayList<>();
    SortedMap<Integer, Map<String, Double>> diagnostics = new TreeMap<>();
    for (int number = 1; number <= count; number++) {
      double learnt = Math.min(1, number / 80.0);
      trials.add(wineTrial(number, learnt, random));
      if (number % 10 == 0) {
        diagnostics.put(
            number,
            Map.of(
                "entropy", 3.3 - 1.6 * learnt + 0.1 * random.nextDouble(),
                "policy.loss", 0.4 * (random.nextDouble() - 0.6),
                "gradient.norm", 0.5 + random.nextDouble(),
                "baseline", 0.05 + 0.08 * learnt,
                "predictor.loss", 0.06 * Math.exp(-2 * learnt) + 0.01 * random.nextDouble()));
      }
    }
    return new RunReport(
        "wine-quality",
        "20261122-054210-7f3a",
        "finished",
        42,
        "quality (low, medium, high)",
        "validation accuracy, mean over the epochs weighted by their number, minus 0.5",
        ACCURACY,
        new StudyHistory(trials, diagnostics),
        wineFindings(),
        Duration.ofMillis(246L * count),
        SETTINGS,
        provenance());
  }

  /** A run with these trials and nothing else. */
  public static RunReport bare(DisplayMetric metric, List<TrialResult> trials) {
    return new RunReport(
        "bare",
        "1",
        "interrupted",
        1,
        "price",
        "minus validation.mae",
        metric,
        new StudyHistory(trials, new TreeMap<>()),
        List.of(),
        Duration.ZERO,
        "name: bare\n",
        Map.of());
  }

  /** The metric of the wine runs. */
  public static DisplayMetric accuracy() {
    return ACCURACY;
  }

  /** An architecture of these layers. */
  public static Architecture layers(String... labels) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      choices.add(new Choice.Option("layer " + (i + 1), i, labels[i]));
    }
    return new Architecture(choices);
  }

  /** A completed trial with this reward, which also is its value of the metric. */
  public static TrialResult completed(
      int number, Architecture architecture, String metric, double value) {
    return completed(number, architecture, metric, value, value);
  }

  /** A completed trial with this value of the metric and this reward. */
  public static TrialResult completed(
      int number, Architecture architecture, String metric, double value, double reward) {
    Proposal proposal = Proposal.of(architecture, Fidelity.epochs(10));
    return new TrialResult(
        new Trial(number, proposal, number, number - 1),
        new Outcome.Completed(List.of(new Measurement(10, Map.of(metric, value))), Account.empty()),
        reward);
  }

  /** A trial that ended after some of its 10 epochs, because a rule stopped it or by itself. */
  public static TrialResult shortened(int number, int epochs, boolean stopped) {
    Proposal proposal = Proposal.of(layers("(3, softmax)"), Fidelity.epochs(10));
    List<Measurement> measured =
        List.of(new Measurement(epochs, Map.of(Measurement.VALIDATION_ACCURACY, 0.5)));
    return new TrialResult(
        new Trial(number, proposal, number, number - 1),
        stopped
            ? new Outcome.Stopped(measured, Account.empty(), "It is below the median.")
            : new Outcome.Completed(measured, Account.empty()),
        0.5);
  }

  /** A failed trial. */
  public static TrialResult failed(int number, Architecture architecture, String message) {
    Proposal proposal = Proposal.of(architecture, Fidelity.epochs(10));
    return new TrialResult(
        new Trial(number, proposal, number, number - 1),
        Outcome.Failed.of(FailureCause.DIVERGED, message),
        null);
  }

  private static TrialResult wineTrial(int number, double learnt, SplittableRandom random) {
    Architecture architecture = wineArchitecture(learnt, random);
    double quality =
        0.55
            + 0.10 * learnt * random.nextDouble()
            + 0.02 * (architecture.size() - 2)
            + 0.03 * random.nextDouble()
            + (architecture.toString().contains("relu") ? 0.02 : 0);
    if (random.nextDouble() < 0.12) {
      quality = 0.6286;
    }
    double reward = quality - 0.52;
    double predicted = reward * learnt + 0.05 * (1 - learnt) + 0.06 * (random.nextDouble() - 0.5);
    Proposal proposal = Proposal.of(architecture, Fidelity.epochs(10)).predicting(predicted);
    Trial trial = new Trial(number, proposal, number, Math.max(0, (number - 1) / 10 * 10));
    if (number % 41 == 23) {
      return new TrialResult(
          trial,
          Outcome.Failed.of(FailureCause.DIVERGED, "loss is NaN after step 312 of epoch 3"),
          null);
    }
    double parameters = 1000 + random.nextInt(200_000);
    double inherited = number < 10 ? 0 : Math.floor(parameters * random.nextDouble() * learnt);
    Account account =
        new Account(
            Cost.unknown().withInheritedWeights((long) inherited),
            Map.of("parameters", parameters, "flops", 2 * parameters),
            Map.of(
                Phase.TRAIN,
                Duration.ofMillis(380),
                Phase.VALIDATE,
                Duration.ofMillis(41),
                Phase.BUILD,
                Duration.ofMillis(22),
                Phase.OTHER,
                Duration.ofMillis(9)));
    Measurement measurement = new Measurement(10, Map.of("validation.accuracy", quality));
    return new TrialResult(trial, new Outcome.Completed(List.of(measurement), account), reward);
  }

  private static Architecture wineArchitecture(double learnt, SplittableRandom random) {
    int hidden = random.nextDouble() < 0.3 + 0.5 * learnt ? 2 : 1;
    List<String> layers = new ArrayList<>();
    for (int i = 0; i < hidden; i++) {
      boolean good = random.nextDouble() < 0.6 * learnt;
      String nodes = NODES[good ? 4 + random.nextInt(3) : random.nextInt(NODES.length)];
      layers.add("(" + nodes + ", " + ACTIVATIONS[good ? 2 : random.nextInt(4)] + ")");
    }
    if (hidden == 2 && random.nextDouble() < 0.15) {
      layers.set(1, "dropout(0.2)");
    }
    layers.add("(3, softmax)");
    return layers(layers.toArray(String[]::new));
  }

  private static List<Finding> wineFindings() {
    return List.of(
        new Finding(
            Finding.Kind.LABEL_LEAKAGE,
            "quality",
            "The label is a function of this column on all 4,898 rows. Drop it."),
        new Finding(
            Finding.Kind.CLASS_IMBALANCE,
            "quality_label",
            "Class medium has 3,078 rows, class high 180: 17.1 to 1. Look at balanced accuracy,"
                + " too."));
  }

  private static Map<String, String> provenance() {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("experiment, SHA-256", "5f1c9a0b".repeat(8));
    provenance.put("data, SHA-256", "0be41d37".repeat(8));
    provenance.put("git commit", "5193b18d5193b18d5193b18d5193b18d5193b18d");
    provenance.put("TensorFlow", "2.18.0 (TensorFlow-Java 1.1.0)");
    provenance.put("Java", "17.0.15 (Eclipse Adoptium)");
    provenance.put("system", "Linux 6.1 amd64, 2 processors");
    return provenance;
  }

  private static final String SETTINGS =
      """
      name: wine-quality
      seed: 42
      dataset:
        type: catalogue
        name: wine-quality-white
        scaling: standard
      searchSpace:
        type: mlp
        nodes: [8, 16, 32, 64, 128, 256, 512]
        activations: [sigmoid, tanh, relu, elu]
        dropout: [0.2]
        maxLength: 3
      controller:
        type: reinforce
        batch: 10
        entropyBonus: 0.01
        predictor: log
      evaluator:
        type: training
        epochs: 10
        optimizer: {type: adam, learningRate: 0.01}
        sharing: bigram
      reward: {type: metric, metric: validation.accuracy, baseline: 0.5}
      budget: {trials: 100}
      workers: 2
      """;
}
