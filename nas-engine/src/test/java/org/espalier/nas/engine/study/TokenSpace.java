package org.espalier.nas.engine.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/** So many tokens, each one of the same letters. */
public record TokenSpace(int length, List<String> letters) implements SearchSpace {

  public static TokenSpace ofLength(int length) {
    return new TokenSpace(length, List.of("a", "b", "c", "d", "e"));
  }

  @Override
  public List<Decision> decisions() {
    return IntStream.range(0, length).mapToObj(this::decision).toList();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return made.size() < length ? Optional.of(decision(made.size())) : Optional.empty();
  }

  private Decision decision(int position) {
    return new Decision("token " + (position + 1), Categorical.of(letters));
  }
}
