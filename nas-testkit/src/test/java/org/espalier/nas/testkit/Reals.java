package org.espalier.nas.testkit;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;

/** One real number. */
class Reals implements SearchSpace {
  final Decision decision = new Decision("rate", new RealRange(1e-4, 1, Scale.LOG));

  @Override
  public List<Decision> decisions() {
    return List.of(decision);
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return made.size() == 0 ? Optional.of(decision) : Optional.empty();
  }
}
