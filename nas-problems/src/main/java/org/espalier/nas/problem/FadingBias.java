package org.espalier.nas.problem;

import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.SearchSpace;

/**
 * The amount by which an architecture seems worse after e of R epochs than it is: bias · sin²(π s)
 * · (1 − e / R), where s is the sum of the places of its choices in their domains.
 *
 * <p>The place of a number is its distance from the low end as a share of the range, on the scale
 * of the range; that of option k of n is k / (n − 1).
 *
 * @param domains the domain of each decision, with nothing masked
 * @param epochs R
 * @param bias maximum bias, that of epoch 0
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

  /** Returns the bias after {@code trained} epochs; 0 after all epochs and later. */
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
