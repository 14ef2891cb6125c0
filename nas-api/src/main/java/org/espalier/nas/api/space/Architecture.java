package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
   * Returns the number chosen for a decision over numbers, or for one whose options are numbers.
   *
   * @throws IllegalArgumentException if the decision was not made, or its answer is no number
   */
  public double real(String decision) {
    return number(decision, "a number", Double::parseDouble);
  }

  /**
   * Returns the integer chosen for a decision over integers, or for one whose options are integers.
   *
   * @throws IllegalArgumentException if the decision was not made, or its answer is no integer
   */
  public long integer(String decision) {
    return number(decision, "an integer", Long::parseLong);
  }

  /**
   * Returns the answer to a decision as text: the option, or the shortest exact form of a number.
   *
   * @throws IllegalArgumentException if the decision was not made
   */
  public String option(String decision) {
    return choice(decision)
        .map(Choice::text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The architecture %s has no decision %s; its decisions are %s."
                        .formatted(
                            this,
                            decision,
                            choices.stream().map(Choice::decision).distinct().toList())));
  }

  private <T> T number(String decision, String kind, Function<String, T> parser) {
    String text = option(decision);
    try {
      return parser.apply(text);
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException(
          "The answer to %s (%s) is not %s; read it as an option.".formatted(decision, text, kind),
          none);
    }
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
   * decision such as {@code layer 1} only the value is written; the values of several decisions in
   * a row that end with the same number, such as {@code kernel 2} and {@code filters 2}, are in
   * parentheses. Real numbers are rounded to four significant digits.
   *
   * @return a text that cannot be parsed back into an architecture
   */
  public String summary() {
    StringBuilder text = new StringBuilder();
    boolean named = false;
    int next = 0;
    while (next < choices.size()) {
      int first = next;
      String number = numberAtEnd(first);
      do {
        next++;
      } while (next < choices.size() && !number.isEmpty() && numberAtEnd(next).equals(number));
      boolean names = choices.get(first).decision().indexOf(' ') < 0;
      if (first > 0) {
        text.append(names != named ? "; " : ", ");
      }
      named = names;
      text.append(names ? choices.get(first).decision() + "=" : "").append(values(first, next));
    }
    return "[" + text + "]";
  }

  /** Returns the number at the end of a decision's name; empty if there is none. */
  private String numberAtEnd(int choice) {
    String name = choices.get(choice).decision();
    String last = name.substring(name.lastIndexOf(' ') + 1);
    return name.contains(" ") && last.chars().allMatch(Character::isDigit) ? last : "";
  }

  private String values(int from, int to) {
    return to == from + 1
        ? rounded(choices.get(from))
        : choices.subList(from, to).stream()
            .map(Architecture::rounded)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String rounded(Choice choice) {
    if (!(choice instanceof Choice.Real real)) {
      return choice.text();
    }
    BigDecimal rounded = BigDecimal.valueOf(real.value()).round(new MathContext(DIGITS));
    return Double.toString(rounded.doubleValue());
  }
}
