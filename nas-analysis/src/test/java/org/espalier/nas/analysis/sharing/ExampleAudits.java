package org.espalier.nas.analysis.sharing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Audits as they might have been, made from a seed. */
public final class ExampleAudits {
  private static final AuditCost COST = new AuditCost(300, 180, 10, 10, 0.5, 0.5);

  private ExampleAudits() {}

  /**
   * Trials whose shared score is the quality plus noise, and an advantage of later trials.
   *
   * @param noise deviation of the shared scores and of the stand-alone scores
   * @param order advantage in 100 trials
   */
  public static List<AuditedTrial> trials(int count, double noise, double order) {
    return trials(1, count, noise, order);
  }

  static List<AuditedTrial> trials(long seed, int count, double noise, double order) {
    SplittableRandom random = new SplittableRandom(seed);
    List<AuditedTrial> unranked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = 1 + 5 * i;
      double quality = 0.6 + 0.1 * random.nextDouble();
      double shared = quality + noise * random.nextGaussian() + order * number / 100;
      List<Double> alone =
          List.of(
              quality + noise * random.nextGaussian(),
              quality + noise * random.nextGaussian(),
              quality + noise * random.nextGaussian());
      String architecture = "[(%d, relu), (3, softmax)]".formatted(8 << (i % 7));
      unranked.add(
          new AuditedTrial(number, architecture, 1, Math.min(2, number / 20), shared, alone));
    }
    return ranked(unranked);
  }

  private static List<AuditedTrial> ranked(List<AuditedTrial> unranked) {
    List<AuditedTrial> best = new ArrayList<>(unranked);
    best.sort(Comparator.comparingDouble(trial -> -trial.shared()));
    List<AuditedTrial> ranked = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      AuditedTrial trial = best.get(i);
      ranked.add(
          new AuditedTrial(
              trial.number(),
              trial.architecture(),
              1 + 3 * i / best.size(),
              trial.inheritedLayers(),
              trial.shared(),
              trial.alone()));
    }
    return ranked;
  }

  /** The report of an audit of these trials. */
  public static AuditReport report(List<AuditedTrial> trials) {
    return new AuditReport(
        "wine-quality",
        "20261122-054210-7f3a",
        "training: sharing.mode (bigram)",
        "validation.accuracy, mean over the epochs weighted by their number",
        3,
        10,
        213,
        SharingAudit.of(trials, COST, 200));
  }
}
