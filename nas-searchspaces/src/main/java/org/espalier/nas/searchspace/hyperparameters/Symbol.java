package org.espalier.nas.searchspace.hyperparameters;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Domain;

/**
 * A parameter in expressions. Every value is a number: an option its index, true 1 and false 0.
 * Options that are all numbers count as those numbers.
 *
 * @param index the index of its value among those of all parameters
 * @param name its name in expressions
 * @param kind the kind of its value
 * @param options its options if it has a list, else empty
 * @param numbers the values of the options, by index
 */
record Symbol(int index, String name, ValueKind kind, List<String> options, List<Double> numbers) {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  Symbol {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    options = List.copyOf(options);
    numbers = List.copyOf(numbers);
  }

  /** Returns the symbol of a parameter with this domain. */
  static Symbol of(int index, String name, Domain domain) {
    List<String> options =
        domain.fold(Categorical::options, range -> List.of(), range -> List.of());
    if (options.isEmpty()) {
      return new Symbol(index, name, ValueKind.NUMBER, List.of(), List.of());
    }
    if (options.equals(BooleanParameter.OPTIONS)) {
      return new Symbol(index, name, ValueKind.TRUTH, options, List.of(0.0, 1.0));
    }
    if (options.stream().allMatch(option -> DECIMAL.matcher(option).matches())) {
      return new Symbol(
          index, name, ValueKind.NUMBER, options, options.stream().map(Double::valueOf).toList());
    }
    List<Double> indices =
        options.stream().map(option -> (double) options.indexOf(option)).toList();
    return new Symbol(index, name, ValueKind.TEXT, options, indices);
  }

  /** Returns the number that an answer counts as. */
  double value(Choice choice) {
    return numbers.isEmpty() ? choice.number() : numbers.get((int) choice.number());
  }
}
