package org.espalier.nas.engine.study;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringText;

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

  /**
   * The ledger of these results, and of the commands of people that the search depended on.
   *
   * @param steering the commands in the order in which the study took them
   */
  public static Ledger of(Collection<TrialResult> results, List<SteeringEvent> steering) {
    // The order of stops among other commands depends on the speed of workers.
    String commands =
        steering.stream()
            .filter(SteeringEvent::changedSearch)
            .sorted(Comparator.comparingInt(Ledger::stoppedTrial))
            .map(Ledger::line)
            .collect(Collectors.joining());
    return new Ledger(of(results).text() + commands);
  }

  private static int stoppedTrial(SteeringEvent event) {
    return event.command() instanceof SteeringCommand.StopTrial stop ? stop.trial() : 0;
  }

  private static String line(SteeringEvent event) {
    String place =
        event.command() instanceof SteeringCommand.StopTrial ? "at step " : "after results ";
    String trial = event.enqueuedTrial().map(number -> " as trial " + number).orElse("");
    return "steering "
        + place
        + event.place()
        + " "
        + SteeringText.write(event.command())
        + trial
        + "\n";
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
