package org.espalier.nas.engine.study;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Everything about finished trials that the same seed gives again, as text: numbers to the last
 * bit, no times. Two runs did the same if and only if their ledgers are equal.
 *
 * @param text a block of lines for each trial, by number
 */
public record Ledger(String text) {

  /** The ledger of these results. */
  public static Ledger of(Collection<TrialResult> results) {
    return new Ledger(
        results.stream()
            .sorted(Comparator.comparing(result -> result.trial().number()))
            .map(Ledger::block)
            .collect(Collectors.joining()));
  }

  /** SHA-256 of the text, in hexadecimal. */
  public String hash() {
    return Sha256.of(text);
  }

  private static String block(TrialResult result) {
    Trial trial = result.trial();
    Proposal proposal = trial.proposal();
    StringBuilder block = new StringBuilder();
    line(block, "trial " + trial.number());
    line(block, "  architecture " + proposal.architecture());
    line(block, "  epochs " + proposal.fidelity().epochs());
    line(block, "  data " + proposal.fidelity().dataFraction());
    Optional.ofNullable(proposal.continuedTrial())
        .ifPresent(parent -> line(block, "  continues " + parent));
    proposal.predictedReward().ifPresent(reward -> line(block, "  predicted " + reward));
    line(block, "  seed " + trial.seed());
    line(block, "  informed by " + trial.informedBy());
    Outcome outcome = result.outcome();
    outcome
        .measurements()
        .forEach(
            measured -> line(block, "  step " + measured.step() + numbers(measured.metrics())));
    line(block, "  facts" + numbers(outcome.account().figures()));
    line(block, "  outcome " + name(outcome));
    result.reward().ifPresent(reward -> line(block, "  reward " + reward));
    if (!result.objectives().isEmpty()) {
      line(block, "  objectives " + result.objectives());
    }
    return block.toString();
  }

  private static void line(StringBuilder block, String line) {
    block.append(line).append('\n');
  }

  private static String numbers(Map<String, Double> values) {
    return values.entrySet().stream()
        .map(value -> " " + value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining());
  }

  /** The message of a failure may differ between runs; its cause does not. */
  private static String name(Outcome outcome) {
    if (outcome instanceof Outcome.Completed) {
      return "completed";
    }
    return outcome instanceof Outcome.Failed failed ? "failed " + failed.cause().name() : "stopped";
  }
}
