package org.espalier.nas.engine.study;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.engine.steering.SteeringCommand.EnqueueArchitecture;

/**
 * An architecture that a person typed: its name, the texts of its choices, or these as {@link
 * Architecture#summary} shows them, with names of decisions and groups in parentheses.
 *
 * @param texts the texts
 */
record TypedArchitecture(List<String> texts) {

  private static final Pattern NAME = Pattern.compile("^[^\\s=()\\[\\]]+=");

  /** Returns the architecture; empty if there is none of these choices in the space. */
  Optional<Architecture> in(SearchSpace space) {
    if (texts.size() == 1 && space.named().containsKey(texts.get(0))) {
      return Optional.of(space.named().get(texts.get(0)));
    }
    List<String> unnamed = texts.stream().map(text -> NAME.matcher(text).replaceFirst("")).toList();
    List<String> single = unnamed.stream().flatMap(TypedArchitecture::members).toList();
    return Stream.of(texts, unnamed, single)
        .map(choices -> parse(space, choices))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Returns the members of a group in parentheses, or the text itself. */
  private static Stream<String> members(String text) {
    return text.startsWith("(") && text.endsWith(")")
        ? EnqueueArchitecture.parse(text.substring(1, text.length() - 1)).architecture().stream()
        : Stream.of(text);
  }

  private static Optional<Architecture> parse(SearchSpace space, List<String> choices) {
    try {
      return space.parse(choices).filter(space::contains);
    } catch (NasException | IllegalArgumentException invalid) {
      return Optional.empty();
    }
  }
}
