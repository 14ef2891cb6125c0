package org.espalier.nas.api.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The decisions made so far, or all of them: an immutable value.
 *
 * <p>Two architectures are equal when the same decisions were answered alike in the same order;
 * that is the key under which results are cached and duplicates found.
 *
 * @param choices the answers, in the order in which the space asked
 */
public record Architecture(List<Choice> choices) {

  /** Copies. */
  public Architecture {
    choices = List.copyOf(choices);
  }

  /** The architecture of which nothing is decided yet. */
  public static Architecture empty() {
    return new Architecture(List.of());
  }

  /** This architecture with one more answer. */
  public Architecture with(Choice choice) {
    List<Choice> longer = new ArrayList<>(choices);
    longer.add(choice);
    return new Architecture(longer);
  }

  /** The number of decisions made. */
  public int size() {
    return choices.size();
  }

  /** The first {@code length} decisions. */
  public Architecture prefix(int length) {
    return new Architecture(choices.subList(0, length));
  }

  /** The answer to the decision of this name; empty if it was not asked. */
  public Optional<Choice> choice(String decision) {
    return choices.stream().filter(choice -> choice.decision().equals(decision)).findFirst();
  }

  /** The values in the order in which they were decided: {@code [(128, relu), (3, softmax)]}. */
  @Override
  public String toString() {
    return choices.stream().map(Choice::text).collect(Collectors.joining(", ", "[", "]"));
  }
}
