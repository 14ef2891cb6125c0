package org.espalier.nas.controller;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/** Sequences of up to two of six letters, of which only the first matters: six are distinct. */
public record FoldedSpace() implements SearchSpace {
  /** The number of distinct architectures. */
  public static final int DISTINCT = 6;

  private static final SearchSpace SPACE = new TokenSpace(DISTINCT, 3);

  @Override
  public List<Decision> decisions() {
    return SPACE.decisions();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return SPACE.next(made);
  }

  @Override
  public Architecture canonical(Architecture architecture) {
    Architecture first = architecture.prefix(1);
    return first.with(next(first).orElseThrow().choose(DISTINCT));
  }
}
