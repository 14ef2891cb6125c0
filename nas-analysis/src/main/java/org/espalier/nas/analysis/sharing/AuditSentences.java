package org.espalier.nas.analysis.sharing;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.api.plugin.Counts;

/**
 * The results of an audit in sentences.
 *
 * @param report the audit
 */
public record AuditSentences(AuditReport report) {
  private static final String ENTIRE = "95\u00a0% interval ";

  /** Returns the answers to the questions of an audit, each with its numbers, in order. */
  public List<String> answers() {
    return List.of(ranking(), topRanking(), seeds(), order(), inheritance(), cost()).stream()
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  /** Returns the sentence about the rule of the sample. */
  public String sample() {
    SharingAudit audit = report.audit();
    String failed =
        audit.failed() == 0
            ? ""
            : " %s left out: all stand-alone trainings failed."
                .formatted(
                    audit.failed() == 1 ? "One is" : NumberFormat.whole(audit.failed()) + " are");
    return "%s of %s, as many of each third of the ranking by shared score, each trained alone with %s of %s.%s"
        .formatted(
            NumberFormat.whole(audit.trials().size()),
            Counts.of(report.architectures(), "architecture"),
            Counts.of(report.seeds(), "seed"),
            Counts.of(report.epochs(), "epoch"),
            failed);
  }

  /** Returns the sentence about the ranking of all audited trials. */
  public String ranking() {
    Estimate tau = report.audit().ranking();
    return "%s: Kendall\u2019s \u03c4 between shared and stand-alone scores is %s."
        .formatted(
            verdict(
                tau,
                "Sharing keeps the ranking in part",
                "Sharing reverses the ranking",
                "Sharing is not shown to keep the ranking"),
            withInterval(tau));
  }

  /** Returns the sentence about the ranking of the best third. */
  public String topRanking() {
    Estimate tau = report.audit().topRanking();
    return "Within the top third of the shared scores, %s: \u03c4 is %s."
        .formatted(
            verdict(
                tau,
                "the order agrees with that of stand-alone scores",
                "the order is reversed",
                "no agreement is shown"),
            withInterval(tau));
  }

  /** Returns the sentence about the agreement beside that of a training; empty for one seed. */
  public String seeds() {
    Optional<SeedAgreement> seeds = report.audit().seeds();
    return seeds
        .map(
            agreement ->
                "One stand-alone training agrees with the others by \u03c4 %s, a shared score by %s; %s (difference %s)."
                    .formatted(
                        two(agreement.training().value()),
                        two(agreement.shared().value()),
                        verdict(
                            agreement.difference(),
                            "the shared score ranks better",
                            "the shared score ranks worse",
                            "no difference is shown"),
                        withInterval(agreement.difference())))
        .orElse("");
  }

  /** Returns the sentence about the order of trials. */
  public String order() {
    OrderEffect order = report.audit().order();
    return "%s: shared minus stand-alone score changes by %s in %d trials; the partial rank correlation of shared score and trial number is %s."
        .formatted(
            verdict(
                order.slope(),
                "Later trials have an advantage",
                "Later trials have a disadvantage",
                "No order effect is shown"),
            scoreWithInterval(order.slope()),
            OrderEffect.TRIALS,
            withInterval(order.partial()));
  }

  /** Returns the sentence about the effect of inheriting. */
  public String inheritance() {
    InheritanceEffect effect = report.audit().inheritance();
    return "%s: the shared score is higher for %s of %s (%s) and lower for %s, in the median by %s."
        .formatted(
            verdict(
                effect.median(),
                "Inheriting helps",
                "Inheriting hurts",
                "Inheriting neither helps nor hurts in the median"),
            NumberFormat.whole(effect.helped().hits()),
            Counts.of(effect.helped().cases(), "trial"),
            percentWithInterval(effect.share()),
            NumberFormat.whole(effect.hurt()),
            scoreWithInterval(effect.median()));
  }

  /** Returns the sentence about the cost. */
  public String cost() {
    AuditCost cost = report.audit().cost();
    double saved = cost.savedEpochs();
    String verdict =
        Double.isNaN(saved)
            ? "The saved cost is not known"
            : Math.abs(saved) < 0.0005
                ? "Sharing saves no epochs"
                : saved > 0
                    ? "Sharing saves %s of the epochs".formatted(NumberFormat.percent(saved, 1))
                    : "Sharing costs %s more epochs".formatted(NumberFormat.percent(-saved, 1));
    return "%s: a trial of the search trained %s on average, a stand-alone training %s."
        .formatted(verdict, epochs(cost.epochsPerTrial()), epochs(cost.epochsPerTraining()));
  }

  private static String epochs(double mean) {
    return Double.isNaN(mean)
        ? "an unknown number of epochs"
        : (mean == Math.rint(mean) ? NumberFormat.whole(mean) : NumberFormat.fixed(mean, 2))
            + (mean == 1 ? " epoch" : " epochs");
  }

  private static String verdict(Estimate estimate, String above, String below, String neither) {
    return estimate.low() > 0 ? above : estimate.high() < 0 ? below : neither;
  }

  /** Returns a number with two decimals and its interval, or {@code undefined}. */
  public static String withInterval(Estimate estimate) {
    return Double.isNaN(estimate.value())
        ? "undefined"
        : "%s (%s%s to %s)"
            .formatted(two(estimate.value()), ENTIRE, two(estimate.low()), two(estimate.high()));
  }

  /** Returns a difference of scores with its interval, or {@code undefined}. */
  public static String scoreWithInterval(Estimate estimate) {
    return Double.isNaN(estimate.value())
        ? "undefined"
        : "%s (%s%s to %s)"
            .formatted(
                score(estimate.value()), ENTIRE, score(estimate.low()), score(estimate.high()));
  }

  /** Returns a share with its interval, or {@code undefined}. */
  public static String percentWithInterval(Estimate share) {
    return Double.isNaN(share.value())
        ? "undefined"
        : "%s, %s%s to %s"
            .formatted(
                NumberFormat.percent(share.value(), 0),
                ENTIRE,
                NumberFormat.percent(share.low(), 0),
                NumberFormat.percent(share.high(), 0));
  }

  private static String two(double value) {
    return Double.isNaN(value) ? "undefined" : NumberFormat.fixed(value, 2);
  }

  private static String score(double value) {
    return NumberFormat.significant(value);
  }
}
