package org.espalier.nas.engine.objective;

import static org.espalier.nas.engine.objective.ConstrainedSpaces.cells;
import static org.espalier.nas.engine.objective.ConstrainedSpaces.chains;
import static org.espalier.nas.engine.objective.ConstrainedSpaces.masked;
import static org.espalier.nas.engine.objective.ConstrainedSpaces.perceptrons;

import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.junit.jupiter.api.Nested;

class ConstrainedSpaceContractTest {

  @Nested
  class Perceptrons extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return masked(perceptrons(4, 2, 8, 32), "parameters <= 150");
    }
  }

  @Nested
  class FewPerceptrons extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return masked(perceptrons(4, 2, 8, 32), "parameters <= 60", "flops <= 100");
    }
  }

  @Nested
  class LongPerceptrons extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return masked(perceptrons(40, 8, 16, 64), "parameters <= 5000");
    }

    @Override
    protected int samples() {
      return 20;
    }
  }

  @Nested
  class Chains extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return masked(chains(), "parameters <= 250");
    }

    @Override
    protected int samples() {
      return 40;
    }
  }

  @Nested
  class Cells extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return masked(cells(), "parameters <= 6500", "flops <= 2e6");
    }

    @Override
    protected int samples() {
      return 40;
    }

    @Override
    protected long enumerationLimit() {
      return 0; // Enumerated in ConstraintMasksTest.
    }
  }
}
