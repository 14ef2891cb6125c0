package org.espalier.nas.analysis.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.Decision;

/**
 * Importance of decisions for reaching the top quantile of the trials, by PED-ANOVA (Watanabe,
 * Bansal and Hutter, 2023, <a href="https://arxiv.org/abs/2304.10255">arXiv 2304.10255</a>), with
 * the extension to conditional decisions (<a href="https://arxiv.org/abs/2601.20800">arXiv
 * 2601.20800</a>, Theorem 4.2).
 *
 * <p>The importance of a decision is the Pearson divergence between the densities of its answers in
 * the top quantile and in the region. It is about each decision by itself, not about interactions.
 * A decision whose domain differs between trials is analysed for each domain; trials that do not
 * make it count as a domain without importance. Values equal those of {@code
 * PedAnovaImportanceEvaluator} of Optuna 5.0.
 */
public final class PedAnova {
  private static final int LEAST_OF_DOMAIN = 2;
  private static final double LEAST_DENSITY = 1e-12;

  private final double targetQuantile;
  private final double regionQuantile;
  private final boolean local;

  /**
   * Creates an analysis.
   *
   * @param targetQuantile the top share of the trials, in (0, regionQuantile)
   * @param regionQuantile the share of the trials with which the top is compared, at most 1
   * @param local true to compare with the answers of the region, which measures importance during
   *     the search; false to compare with uniform answers, which measures it in the whole space
   */
  public PedAnova(double targetQuantile, double regionQuantile, boolean local) {
    if (!(0 < targetQuantile && targetQuantile < regionQuantile && regionQuantile <= 1)) {
      throw new IllegalArgumentException(
          "0 < targetQuantile (%s) < regionQuantile (%s) <= 1 must hold."
              .formatted(targetQuantile, regionQuantile));
    }
    this.targetQuantile = targetQuantile;
    this.regionQuantile = regionQuantile;
    this.local = local;
  }

  /** Returns the analysis that compares the top tenth with all trials. */
  public static PedAnova ofTopTenth() {
    return new PedAnova(0.1, 1, true);
  }

  /**
   * Returns the importance of each decision that a trial made. All are 0 with fewer than two
   * trials; with fewer than five in the top quantile they depend much on chance.
   *
   * @param observations completed trials; several may have equal losses
   */
  public Importances importances(List<Observation> observations) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Observation observation : observations) {
      observation.answers().forEach(answer -> values.putIfAbsent(answer.decision().name(), 0.0));
    }
    List<Observation> finite =
        observations.stream().filter(observed -> Double.isFinite(observed.loss())).toList();
    if (finite.size() < 2) {
      return new Importances(values, finite.size(), finite.size(), 0);
    }
    double[] losses = finite.stream().mapToDouble(Observation::loss).sorted().toArray();
    double target = quantile(losses, targetQuantile);
    double region = quantile(losses, regionQuantile);
    Map<Decision, Answers> byDecision = new LinkedHashMap<>();
    for (Observation observed : finite) {
      if (observed.loss() <= region) {
        for (Observation.Answer answer : observed.answers()) {
          byDecision
              .computeIfAbsent(answer.decision(), Answers::new)
              .add(answer.number(), observed.loss() <= target);
        }
      }
    }
    int top = countUpTo(target, losses);
    int compared = countUpTo(region, losses);
    byDecision.forEach(
        (decision, answers) ->
            values.merge(decision.name(), importance(answers, top, compared), Double::sum));
    return new Importances(sorted(values), finite.size(), compared, top);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  private static int countUpTo(double most, double[] losses) {
    return (int) Arrays.stream(losses).filter(loss -> loss <= most).count();
  }

  private double importance(Answers answers, int top, int region) {
    if (answers.inRegion < LEAST_OF_DOMAIN || answers.inTop == 0 || answers.grid.size() == 1) {
      return 0;
    }
    double quantile = (double) top / region;
    double topShare = (double) answers.inTop / top;
    double regionShare = (double) answers.inRegion / region;
    return quantile * quantile * topShare * topShare / regionShare * divergence(answers);
  }

  /** Returns the Pearson divergence between the densities in the top quantile and in the region. */
  private double divergence(Answers answers) {
    double[] top = answers.grid.density(answers.top);
    double[] region = answers.grid.density(answers.region);
    double sum = 0;
    for (int cell = 0; cell < top.length; cell++) {
      double density = local ? region[cell] + LEAST_DENSITY : 1.0 / top.length;
      double ratio = (top[cell] + LEAST_DENSITY) / density - 1;
      sum += density * ratio * ratio;
    }
    return sum;
  }

  private static Map<String, Double> sorted(Map<String, Double> values) {
    List<Map.Entry<String, Double>> entries = new ArrayList<>(values.entrySet());
    entries.sort(Map.Entry.<String, Double>comparingByValue().reversed());
    Map<String, Double> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** Number of answers to a decision in each cell of its grid. */
  private static final class Answers {
    private final DecisionGrid grid;
    private final int[] region;
    private final int[] top;
    private int inRegion;
    private int inTop;

    Answers(Decision decision) {
      grid = DecisionGrid.of(decision.domain());
      region = new int[grid.size()];
      top = new int[grid.size()];
    }

    void add(double number, boolean isTop) {
      int cell = grid.cell(number);
      region[cell]++;
      inRegion++;
      if (isTop) {
        top[cell]++;
        inTop++;
      }
    }
  }
}
