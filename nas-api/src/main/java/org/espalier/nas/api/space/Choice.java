package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Objects;
import org.apiguardian.api.API;

/** The answer to one decision. */
@API(status = MAINTAINED, since = "0.1")
public sealed interface Choice {

  /** Returns the name of the decision. */
  String decision();

  /**
   * Returns the chosen value as text: an option's label, or the shortest exact form of a number.
   */
  String text();

  /** Returns the chosen value as a number: an option's index, or the number itself. */
  double number();

  /**
   * An option of a categorical domain.
   *
   * @param decision the name of the decision
   * @param index the position among all options of the domain, including masked ones
   * @param label the option itself
   */
  record Option(String decision, int index, String label) implements Choice {
    /** Checks that the texts are not null. */
    public Option {
      Objects.requireNonNull(decision);
      Objects.requireNonNull(label);
    }

    @Override
    public String text() {
      return label;
    }

    @Override
    public double number() {
      return index;
    }
  }

  /**
   * A value of an integer range.
   *
   * @param decision the name of the decision
   * @param value the number chosen
   */
  record Whole(String decision, long value) implements Choice {
    /** Checks that the name is not null. */
    public Whole {
      Objects.requireNonNull(decision);
    }

    @Override
    public String text() {
      return Long.toString(value);
    }

    @Override
    public double number() {
      return (double) value;
    }
  }

  /**
   * A value of a real range.
   *
   * @param decision the name of the decision
   * @param value the number chosen
   */
  record Real(String decision, double value) implements Choice {
    /** Checks that the name is not null. */
    public Real {
      Objects.requireNonNull(decision);
    }

    @Override
    public String text() {
      return Double.toString(value);
    }

    @Override
    public double number() {
      return value;
    }
  }
}
