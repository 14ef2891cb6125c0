package org.espalier.nas.analysis.sharing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.Estimate;

/**
 * The statistics of an audit of weight sharing.
 *
 * @param trials audited trials, in the order of their numbers; those whose trainings all failed
 *     have no part in the statistics
 * @param ranking Kendall's τ-b between shared scores and mean stand-alone scores
 * @param topRanking the same within the top third of the shared scores
 * @param seeds agreement beside that of one stand-alone training; empty with a single seed
 * @param order effect of the order of trials
 * @param inheritance effect of inheriting on all trials
 * @param byLayers the same by the number of inherited layers, ascending; empty if not recorded
 * @param cost cost under sharing and without
 */
public record SharingAudit(
    List<AuditedTrial> trials,
    Estimate ranking,
    Estimate topRanking,
    Optional<SeedAgreement> seeds,
    OrderEffect order,
    InheritanceEffect inheritance,
    List<InheritanceEffect> byLayers,
    AuditCost cost) {

  /** Confidence level of all intervals. */
  public static final double CONFIDENCE = 0.95;

  private static final int RESAMPLES = 2000;

  /** Copies. */
  public SharingAudit {
    trials = List.copyOf(trials);
    byLayers = List.copyOf(byLayers);
    Objects.requireNonNull(seeds);
    Objects.requireNonNull(cost);
  }

  /** Returns the statistics of audited trials, in any order. */
  public static SharingAudit of(List<AuditedTrial> trials, AuditCost cost) {
    return of(trials, cost, RESAMPLES);
  }

  static SharingAudit of(List<AuditedTrial> trials, AuditCost cost, int resamples) {
    return new AuditStatistics(trials, cost, resamples).audit();
  }

  /** Returns the trials with at least one stand-alone score. */
  public List<AuditedTrial> measured() {
    return measured(trials);
  }

  /** Returns the number of trials whose stand-alone trainings all failed. */
  public int failed() {
    return trials.size() - measured().size();
  }

  static List<AuditedTrial> measured(List<AuditedTrial> trials) {
    return trials.stream().filter(trial -> !trial.alone().isEmpty()).toList();
  }
}
