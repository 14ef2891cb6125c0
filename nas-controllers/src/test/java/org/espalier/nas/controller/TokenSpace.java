package org.espalier.nas.controller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/**
 * Sequences of letters closed by an "end": at most {@code length} decisions, the end never first,
 * the last always an end.
 */
public record TokenSpace(int letters, int length) implements SearchSpace {

  private List<String> options() {
    List<String> options = new ArrayList<>();
    IntStream.range(0, letters).forEach(letter -> options.add("letter" + letter));
    options.add("end");
    return options;
  }

  @Override
  public List<Decision> decisions() {
    return IntStream.rangeClosed(1, length)
        .mapToObj(position -> new Decision("position " + position, Categorical.of(options())))
        .toList();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    int position = made.size() + 1;
    boolean ended = made.choices().stream().map(Choice::text).anyMatch(text -> text.equals("end"));
    if (ended) {
      return Optional.empty();
    }
    int first = position == length ? letters : 0;
    int last = position == 1 && length > 1 ? letters - 1 : letters;
    List<Integer> allowed = IntStream.rangeClosed(first, last).boxed().toList();
    return Optional.of(new Decision("position " + position, new Categorical(options(), allowed)));
  }
}
