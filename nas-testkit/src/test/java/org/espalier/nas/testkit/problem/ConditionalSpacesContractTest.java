package org.espalier.nas.testkit.problem;

import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.problem.ConditionalProblems;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.junit.jupiter.api.Nested;

/**
 * The contract of the conditional spaces; in this module, as nas-problems cannot use the contracts
 * of a module that uses it.
 */
class ConditionalSpacesContractTest {

  @Nested
  class Tree extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return ConditionalProblems.tree(1).space();
    }
  }

  @Nested
  class Optimizer extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return ConditionalProblems.optimizer(1).space();
    }
  }
}
