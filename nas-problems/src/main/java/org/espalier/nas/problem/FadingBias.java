package org.espalier.nas.problem;

import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.SearchSpace;

/**
 * By how much an architecture seems worse after e of R epochs than it is: bias · sin²(π s) · (1 − e
 * / R), where s is the sum of the places of its choices in their domains.
 *
 * <p>The place of a number is how far it is from the low to the high end, on the scale of its
 * range; that of option k of n is k / (n − 1).
 *
 * @param domains what each decision may be answered with, nothing masked
 * @param epochs R
 * @param bias the most, in no epoch at all
 */
record FadingBias(Map<String, Domain> domains, int epochs, double bias) {

  FadingBias {
    domains = Map.copyOf(domains);
  }

  static FadingBias of(SearchSpace space, int epochs, double bias) {
    return new FadingBias(
        space.decisions().stream().collect(Collectors.toMap(Decision::name, Decision::domain)),
        epochs,
        bias);
  }

  /** The bias after so many epochs; 0 after all of them and later. */
  double after(Architecture architecture, int trained) {
    if (trained >= epochs || bias == 0) {
      return 0;
    }
    double wave = StrictMath.sin(Math.PI * places(architecture));
    return bias * wave * wave * (1 - (double) trained / epochs);
  }

  private double places(Architecture architecture) {
    return architecture.choices().stream().mapToDouble(this::place).sum();
  }

  private double place(Choice choice) {
    Domain domain = domains.get(choice.decision());
    if (domain == null || !domain.contains(choice)) {
      throw new IllegalArgumentException(choice + " is not of the problem's space.");
    }
    return domain.share(choice);
  }
}
