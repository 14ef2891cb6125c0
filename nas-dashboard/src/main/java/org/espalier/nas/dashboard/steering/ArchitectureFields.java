package org.espalier.nas.dashboard.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/** Fields of a form for an architecture, one for each decision, some of which stay empty. */
final class ArchitectureFields {

  private ArchitectureFields() {}

  /**
   * A field.
   *
   * @param decision the name of the decision
   * @param options the texts to choose from; empty for numbers, or if they are unknown
   */
  record Field(String decision, List<String> options) {
    Field {
      options = List.copyOf(options);
    }
  }

  /** Returns the fields of all decisions of a search space, in its order. */
  static List<Field> of(SearchSpace space) {
    return space.decisions().stream()
        .map(
            decision ->
                new Field(
                    decision.name(),
                    decision
                        .domain()
                        .fold(Categorical::options, range -> List.of(), range -> List.of())))
        .toList();
  }

  /**
   * Returns fields for a space that is unknown: the decisions of an architecture in its order, and
   * among them those of others, each after the one before it.
   */
  static List<Field> of(Architecture own, List<Architecture> others) {
    List<String> names = new ArrayList<>(own.choices().stream().map(Choice::decision).toList());
    for (Architecture other : others) {
      int position = 0;
      for (Choice choice : other.choices()) {
        int known = names.indexOf(choice.decision());
        if (known < 0) {
          names.add(position, choice.decision());
        }
        position = 1 + (known < 0 ? position : known);
      }
    }
    return names.stream().map(name -> new Field(name, List.of())).toList();
  }

  /**
   * The texts of an architecture in its order, or the reason why there is none.
   *
   * @param texts the texts; empty if there is a problem
   * @param problem the reason; empty if there is none
   */
  record Ordered(List<String> texts, String problem) {
    Ordered {
      texts = List.copyOf(texts);
    }

    private static Ordered refused(String problem) {
      return new Ordered(List.of(), problem);
    }
  }

  /**
   * Returns the texts of the choices in the order in which a search space asks for them.
   *
   * @param given the text of each decision that the form has one for
   */
  static Ordered ordered(SearchSpace space, Map<String, String> given) {
    Set<String> left = new TreeSet<>(given.keySet());
    Architecture made = Architecture.empty();
    for (Optional<Decision> next = space.next(made); next.isPresent(); next = space.next(made)) {
      Decision decision = next.get();
      String text = given.get(decision.name());
      Optional<Choice> choice = Optional.ofNullable(text).flatMap(decision::parse);
      if (choice.isEmpty()) {
        return Ordered.refused(
            "%s (%s) must be %s with the choices before it."
                .formatted(decision.name(), text == null ? "empty" : text, admitted(decision)));
      }
      left.remove(decision.name());
      made = made.with(choice.get());
    }
    return left.isEmpty()
        ? new Ordered(made.choices().stream().map(Choice::text).toList(), "")
        : Ordered.refused(
            "%s must be empty: with the other choices the architecture does not take it."
                .formatted(String.join(", ", left)));
  }

  private static String admitted(Decision decision) {
    return decision
        .domain()
        .fold(
            options -> "one of " + String.join(", ", allowed(options)),
            range -> "a whole number from %d to %d".formatted(range.low(), range.high()),
            range -> "a number from %s to %s".formatted(range.low(), range.high()));
  }

  private static List<String> allowed(Categorical options) {
    return options.allowed().stream().map(options.options()::get).toList();
  }
}
