package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The decisions made, possibly not all yet: an immutable value.
 *
 * <p>Two architectures are equal if the same decisions were answered alike in the same order; this
 * equality identifies cached results and duplicates.
 *
 * @param choices the answers, in the order in which the space asked
 */
@API(status = MAINTAINED, since = "0.1")
public record Architecture(List<Choice> choices) {
  private static final int DIGITS = 4;

  /** Copies. */
  public Architecture {
    choices = List.copyOf(choices);
  }

  /** Returns the architecture without any decision. */
  public static Architecture empty() {
    return new Architecture(List.of());
  }

  /**
   * Returns this architecture with one more answer.
   *
   * @param choice the answer to the decision that the space asks next; not checked
   * @return a longer architecture; this one is not changed
   */
  public Architecture with(Choice choice) {
    List<Choice> longer = new ArrayList<>(choices);
    longer.add(choice);
    return new Architecture(longer);
  }

  /** Returns the number of decisions made. */
  public int size() {
    return choices.size();
  }

  /**
   * Returns the first decisions of this architecture.
   *
   * @param length from 0 to {@link #size}
   * @return the first {@code length} choices
   * @throws IndexOutOfBoundsException if there are fewer
   */
  public Architecture prefix(int length) {
    return new Architecture(choices.subList(0, length));
  }

  /**
   * Returns the answer to a decision.
   *
   * @param decision its name
   * @return the choice; empty if the decision was not asked
   */
  public Optional<Choice> choice(String decision) {
    return choices.stream().filter(choice -> choice.decision().equals(decision)).findFirst();
  }

  /**
   * Returns the real number chosen for a decision over a {@link RealRange}.
   *
   * @throws IllegalArgumentException if the decision was not asked, or has another kind of answer
   */
  public double real(String decision) {
    return answer(decision, Choice.Real.class).value();
  }

  /**
   * Returns the integer chosen for a decision over an {@link IntegerRange}.
   *
   * @throws IllegalArgumentException if the decision was not asked, or has another kind of answer
   */
  public long integer(String decision) {
    return answer(decision, Choice.Whole.class).value();
  }

  /**
   * Returns the option chosen for a decision over a {@link Categorical}.
   *
   * @throws IllegalArgumentException if the decision was not asked, or has another kind of answer
   */
  public String option(String decision) {
    return answer(decision, Choice.Option.class).label();
  }

  private <T extends Choice> T answer(String decision, Class<T> kind) {
    Choice choice =
        choice(decision)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The architecture %s has no decision %s; its decisions are %s."
                            .formatted(
                                this,
                                decision,
                                choices.stream().map(Choice::decision).distinct().toList())));
    if (!kind.isInstance(choice)) {
      throw new IllegalArgumentException(
          "The answer to %s (%s) is of kind %s, not %s; ask for that kind."
              .formatted(
                  decision,
                  choice.text(),
                  choice.getClass().getSimpleName(),
                  kind.getSimpleName()));
    }
    return kind.cast(choice);
  }

  /** Returns the values in the order of the decisions: {@code [(128, relu), (3, softmax)]}. */
  @Override
  public String toString() {
    return choices.stream().map(Choice::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * Returns the architecture as shown in tables: {@code [(128, relu), (3, softmax);
   * optimizer.learningRate=0.0123, batch=32]}.
   *
   * <p>A decision with a one-word name, such as a hyper-parameter, is written with its name; of a
   * decision such as {@code layer 1} only the value is written. Real numbers are rounded to four
   * significant digits.
   *
   * @return a text that cannot be parsed back into an architecture
   */
  public String summary() {
    StringBuilder text = new StringBuilder();
    boolean named = false;
    for (Choice choice : choices) {
      boolean names = choice.decision().indexOf(' ') < 0;
      if (text.length() > 0) {
        text.append(names && !named ? "; " : ", ");
      }
      named = names;
      text.append(names ? choice.decision() + "=" : "").append(rounded(choice));
    }
    return "[" + text + "]";
  }

  private static String rounded(Choice choice) {
    if (!(choice instanceof Choice.Real real)) {
      return choice.text();
    }
    BigDecimal rounded = BigDecimal.valueOf(real.value()).round(new MathContext(DIGITS));
    return Double.toString(rounded.doubleValue());
  }
}
