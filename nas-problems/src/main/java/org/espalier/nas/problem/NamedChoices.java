package org.espalier.nas.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/**
 * Answers to decisions, by name and text, which apply to any search space that asks the same
 * decisions: in another order, or a number as an option of a list.
 *
 * @param texts the answers by the names of the decisions
 */
record NamedChoices(Map<String, String> texts) {

  NamedChoices {
    texts = Map.copyOf(texts);
  }

  static NamedChoices of(Map<String, String> texts) {
    return new NamedChoices(texts);
  }

  static NamedChoices of(Architecture architecture) {
    Map<String, String> texts = new LinkedHashMap<>();
    architecture.choices().forEach(choice -> texts.put(choice.decision(), choice.text()));
    return new NamedChoices(texts);
  }

  /** Returns the number that an option's label or a number's text stands for. */
  static OptionalDouble number(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException none) {
      return OptionalDouble.empty();
    }
  }

  /** Returns the architecture of a space that has these answers; empty if there is none. */
  Optional<Architecture> in(SearchSpace space) {
    Architecture made = Architecture.empty();
    Optional<Decision> decision = space.next(made);
    while (decision.isPresent()) {
      Optional<Choice> choice = choice(decision.get()).filter(decision.get()::admits);
      if (choice.isEmpty()) {
        return Optional.empty();
      }
      made = made.with(choice.get());
      decision = space.next(made);
    }
    return Optional.of(made);
  }

  private Optional<Choice> choice(Decision decision) {
    String text = texts.get(decision.name());
    if (text == null) {
      return Optional.empty();
    }
    if (!decision.domain().isNumeric()) {
      return decision.choices().filter(option -> same(option.text(), text)).findFirst();
    }
    OptionalDouble number = number(text);
    return number.isPresent()
        ? Optional.of(decision.nearest(number.getAsDouble()))
            .filter(choice -> choice.number() == number.getAsDouble())
        : Optional.empty();
  }

  private static boolean same(String label, String text) {
    return label.equals(text) || (number(label).isPresent() && number(label).equals(number(text)));
  }
}
