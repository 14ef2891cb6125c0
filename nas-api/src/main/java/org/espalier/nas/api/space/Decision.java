package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * One question that a search space asks while an architecture is made.
 *
 * @param name what is decided, unique within an architecture, for example {@code layer 1}
 * @param domain the values from which to choose, with what is invalid here masked
 */
@API(status = MAINTAINED, since = "0.1")
public record Decision(String name, Domain domain) {

  /** Checks that both are there. */
  public Decision {
    Objects.requireNonNull(name);
    Objects.requireNonNull(domain);
  }

  /** Whether {@code choice} answers this decision with a value that is valid here. */
  public boolean admits(Choice choice) {
    if (!choice.decision().equals(name)) {
      return false;
    }
    if (domain instanceof Categorical categorical && choice instanceof Choice.Option option) {
      return categorical.allows(option.index())
          && categorical.options().get(option.index()).equals(option.label());
    }
    if (domain instanceof IntegerRange range && choice instanceof Choice.Whole whole) {
      return range.contains(whole.value());
    }
    return domain instanceof RealRange range
        && choice instanceof Choice.Real real
        && range.contains(real.value());
  }

  /**
   * Answers this categorical decision with the option at {@code index}.
   *
   * @throws IllegalArgumentException if the decision is not categorical or the option is masked
   */
  public Choice choose(int index) {
    if (!(domain instanceof Categorical categorical)) {
      throw new IllegalArgumentException(name + " is not categorical: " + domain);
    }
    if (index < 0 || index >= categorical.options().size() || !categorical.allows(index)) {
      throw new IllegalArgumentException(
          "Option " + index + " of " + name + " is not among the allowed " + categorical.allowed());
    }
    return new Choice.Option(name, index, categorical.options().get(index));
  }
}
