package org.espalier.nas.testkit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Proposal;

/** Proposals as lines of text that are equal if and only if the proposals are. */
final class ProposalText {
  private final DoubleFunction<String> number;

  private ProposalText(DoubleFunction<String> number) {
    this.number = number;
  }

  /** Returns a text form exact to the last bit. */
  static ProposalText exact() {
    return new ProposalText(Double::toString);
  }

  /**
   * Returns a text form with nine digits: processors may disagree on the last bit of a logarithm,
   * and a recording of one is checked on another.
   */
  static ProposalText rounded() {
    return new ProposalText(ProposalText::round);
  }

  private static String round(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value)
            .round(new MathContext(9, RoundingMode.HALF_EVEN))
            .toEngineeringString()
        : Double.toString(value);
  }

  /** Returns one line of text. */
  String of(Proposal proposal) {
    StringBuilder text = new StringBuilder(of(proposal.architecture()));
    text.append(" epochs=").append(proposal.fidelity().epochs());
    text.append(" data=").append(number.apply(proposal.fidelity().dataFraction()));
    Optional.ofNullable(proposal.continuedTrial())
        .ifPresent(parent -> text.append(" continues=").append(parent));
    proposal
        .predictedReward()
        .ifPresent(reward -> text.append(" predicted=").append(number.apply(reward)));
    return text.toString().replaceAll("\\R", " ");
  }

  /** Returns the answers with the names of the decisions. */
  String of(Architecture architecture) {
    return architecture.choices().stream().map(this::of).collect(Collectors.joining(", "));
  }

  private String of(Choice choice) {
    String value = choice instanceof Choice.Real real ? number.apply(real.value()) : choice.text();
    return choice.decision() + "=" + value;
  }
}
