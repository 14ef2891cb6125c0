package org.espalier.nas.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/**
 * A search space of decisions in a fixed order, some of which are skipped.
 *
 * @param asked the decisions
 */
record ConditionalSpace(List<ConditionalDecision> asked) implements SearchSpace {

  ConditionalSpace {
    asked = List.copyOf(asked);
  }

  static ConditionalSpace of(ConditionalDecision... asked) {
    return new ConditionalSpace(List.of(asked));
  }

  @Override
  public List<Decision> decisions() {
    return asked.stream().map(ConditionalDecision::decision).toList();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return asked.stream()
        .skip(made.size() == 0 ? 0 : position(made) + 1L)
        .filter(candidate -> candidate.applies(made))
        .findFirst()
        .map(ConditionalDecision::decision);
  }

  private int position(Architecture made) {
    String last = made.choices().get(made.size() - 1).decision();
    return IntStream.range(0, asked.size())
        .filter(i -> asked.get(i).name().equals(last))
        .findFirst()
        .orElseThrow();
  }
}
