package org.espalier.nas.searchspace.hyperparameters;

import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.junit.jupiter.api.Nested;

class HyperparametersSearchSpaceContractTest {

  @Nested
  class Plain extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return space(
          Parameters.of().real("x1", -5, 10, Scale.LINEAR).real("x2", 1e-3, 15, Scale.LOG).free());
    }

    private SearchSpace space(HyperparametersSettings settings) {
      return new HyperparametersSearchSpace(settings);
    }
  }

  @Nested
  class MixedWithConditionsAndConstraints extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new HyperparametersSearchSpace(Parameters.mixed());
    }
  }

  @Nested
  class FiniteWithConditions extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new HyperparametersSearchSpace(
          Parameters.of()
              .optionsWhen("depth > 1 and not quick", "second", "a", "b", "c")
              .truth("quick")
              .whole("depth", 1, 3, 1)
              .optionsWhen("second in [a, c]", "third", "d", "e")
              .free());
    }
  }

  @Nested
  class FiniteWithConstraints extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new HyperparametersSearchSpace(
          Parameters.of()
              .whole("a", 1, 6, 1)
              .whole("b", 1, 6, 1)
              .wholeWhen("a % 2 == 0", "c", 0, 3)
              .truth("flag")
              .bound("a + b == 7 or a == b", "c != 1", "flag or a < 5"));
    }
  }

  @Nested
  class LinkedRealNumbers extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new HyperparametersSearchSpace(
          Parameters.of()
              .real("x", 0, 1, Scale.LINEAR)
              .real("y", 0, 1, Scale.LINEAR)
              .real("z", 1e-4, 1, Scale.LOG)
              .bound("x < y", "x + y + z <= 1.5"));
    }
  }

  @Nested
  class LargeRangeOfWholeNumbers extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new HyperparametersSearchSpace(
          Parameters.of()
              .whole("width", 1, 100_000, 1)
              .whole("depth", 1, 40, 1)
              .bound("width * depth <= 100000"));
    }
  }

  @Nested
  class SteppedAndOrdered extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new HyperparametersSearchSpace(
          Parameters.of()
              .with("rate", new RealParameter(0, 0.5, 0.1, Scale.LINEAR, null))
              .optionsWhen("rate > 0.25", "kind", "small", "large")
              .bound("rate != 0.2"));
    }
  }

  @Nested
  class WithOneMember extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new HyperparametersSearchSpace(
          Parameters.of().whole("a", 1, 4, 1).whole("b", 1, 4, 1).bound("a * b == 16"));
    }
  }

  @Nested
  class HugeAndFinite extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      Parameters parameters = Parameters.of();
      for (int i = 0; i < 40; i++) {
        parameters.whole("p" + i, 0, 1_000_000, 1);
      }
      return new HyperparametersSearchSpace(parameters.optionsWhen("p3 > 5", "q", "a", "b").free());
    }
  }
}
