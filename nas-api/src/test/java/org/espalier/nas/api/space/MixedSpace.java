package org.espalier.nas.api.space;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A small conditional space: a convolution also has a kernel, a dense layer does not; with or
 * without a learning rate at the end.
 */
record MixedSpace(boolean withRate) implements SearchSpace {
  static final Decision KIND = new Decision("kind", Categorical.of(List.of("conv", "dense")));
  static final Decision KERNEL = new Decision("kernel", new IntegerRange(1, 5, 2, Scale.LINEAR));
  static final Decision UNITS = new Decision("units", new IntegerRange(1, 8, 1, Scale.LOG));
  static final Decision RATE = new Decision("rate", new RealRange(1e-4, 1, Scale.LOG));

  @Override
  public List<Decision> decisions() {
    return withRate ? List.of(KIND, KERNEL, UNITS, RATE) : List.of(KIND, KERNEL, UNITS);
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    boolean conv = made.choice("kind").filter(kind -> kind.text().equals("conv")).isPresent();
    Stream<Decision> asked = decisions().stream().filter(d -> conv || !d.equals(KERNEL));
    return asked.skip(made.size()).findFirst();
  }
}
