package org.espalier.nas.analysis.importance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/**
 * The decisions of trials with their domains: as the search space states them, or, where it is not
 * known, as observed.
 */
final class DecisionDomains {
  private static final double LOGARITHMIC_FROM = 100;

  private DecisionDomains() {}

  /**
   * Returns each decision that an architecture made, by its name. A stated domain is used if it
   * contains all answers. An observed one holds the options up to the largest index, or the range
   * from the smallest to the largest number, on a log scale from a ratio of 100 on.
   *
   * @param architectures the architectures of the trials
   * @param stated the decisions of their search space, with nothing masked; possibly none
   */
  static Map<String, Decision> of(List<Architecture> architectures, List<Decision> stated) {
    Map<String, Decision> statedByName = new LinkedHashMap<>();
    stated.forEach(decision -> statedByName.putIfAbsent(decision.name(), decision));
    Map<String, List<Choice>> choices = new LinkedHashMap<>();
    for (Architecture architecture : architectures) {
      for (Choice choice : architecture.choices()) {
        choices.computeIfAbsent(choice.decision(), name -> new ArrayList<>()).add(choice);
      }
    }
    Map<String, Decision> decisions = new LinkedHashMap<>();
    choices.forEach(
        (name, made) -> {
          Decision decision = statedByName.get(name);
          boolean known = decision != null && made.stream().allMatch(decision.domain()::contains);
          decisions.put(name, known ? decision : new Decision(name, observed(made)));
        });
    return decisions;
  }

  private static Domain observed(List<Choice> made) {
    double low = made.stream().mapToDouble(Choice::number).min().orElseThrow();
    double high = made.stream().mapToDouble(Choice::number).max().orElseThrow();
    if (made.stream().allMatch(Choice.Option.class::isInstance)) {
      return Categorical.of(
          IntStream.rangeClosed(0, (int) high).mapToObj(Integer::toString).toList());
    }
    Scale scale = low > 0 && high / low >= LOGARITHMIC_FROM ? Scale.LOG : Scale.LINEAR;
    return made.stream().allMatch(Choice.Whole.class::isInstance)
        ? new IntegerRange((long) low, (long) high, 1, scale)
        : new RealRange(low, high, scale);
  }
}
