package org.espalier.nas.testkit;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.space.TokenSpace;

/** The decisions of a correct space, with the interface's defaults for everything else. */
class Tokens implements SearchSpace {
  private final SearchSpace sound = new TokenSpace(3, 3);

  @Override
  public List<Decision> decisions() {
    return sound.decisions();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return sound.next(made);
  }
}
