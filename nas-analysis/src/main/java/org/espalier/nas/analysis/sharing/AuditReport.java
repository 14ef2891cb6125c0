package org.espalier.nas.analysis.sharing;

import java.util.Objects;

/**
 * The content of the page and of the text about an audit.
 *
 * @param experiment name of the experiment
 * @param run name of the run among those of the experiment
 * @param dependence setting by which trials depend on earlier ones: {@code sharing.mode (bigram)}
 * @param reward description of the reward, which is the score
 * @param seeds seeds per architecture
 * @param epochs epochs of a stand-alone training
 * @param architectures number of different architectures that the sample was drawn from
 * @param audit the statistics
 */
public record AuditReport(
    String experiment,
    String run,
    String dependence,
    String reward,
    int seeds,
    int epochs,
    int architectures,
    SharingAudit audit) {

  /** Checks that all components are present. */
  public AuditReport {
    Objects.requireNonNull(experiment);
    Objects.requireNonNull(run);
    Objects.requireNonNull(dependence);
    Objects.requireNonNull(reward);
    Objects.requireNonNull(audit);
  }
}
