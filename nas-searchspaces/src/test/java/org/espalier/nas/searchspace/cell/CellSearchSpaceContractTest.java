package org.espalier.nas.searchspace.cell;

import java.util.List;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.searchspace.cell.CellSettings.Combination;
import org.espalier.nas.searchspace.cell.CellSettings.OutputRule;
import org.espalier.nas.searchspace.cell.CellSettings.OutputStates;
import org.espalier.nas.searchspace.cell.CellSettings.Stem;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.junit.jupiter.api.Nested;

class CellSearchSpaceContractTest {
  private static SearchSpace space(CellTestSettings settings) {
    return new CellSearchSpace(settings.settings(), Datasets.pictures(8, 8, 3));
  }

  private abstract static class Contract extends SearchSpaceContract {
    @Override
    protected int samples() {
      return 16;
    }
  }

  @Nested
  class NasNet extends Contract {
    @Override
    protected SearchSpace space() {
      return CellSearchSpaceContractTest.space(
          CellTestSettings.of(3, "nasnet").combined(Combination.SEARCHED).identical(0.05));
    }

    @Override
    protected double identityMutation() {
      return 0.05;
    }
  }

  @Nested
  class Chapter extends Contract {
    @Override
    protected SearchSpace space() {
      return CellSearchSpaceContractTest.space(
          CellTestSettings.of(3, "chapter")
              .cellOnly()
              .combined(Combination.SEARCHED)
              .network(1, 4, Stem.NONE));
    }
  }

  @Nested
  class WithZeros extends Contract {
    @Override
    protected SearchSpace space() {
      return CellSearchSpaceContractTest.space(
          CellTestSettings.of(3, "darts", "conv-1x1")
              .combined(Combination.CONCAT)
              .outputs(OutputRule.ALL, null)
              .network(1, 8, Stem.IMAGENET)
              .regularised(true, 0.4));
    }
  }

  @Nested
  class WithUnusedBlocks extends Contract {
    @Override
    protected SearchSpace space() {
      return CellSearchSpaceContractTest.space(
          CellTestSettings.of(3, "enas", "none")
              .combined(Combination.SEARCHED)
              .outputs(OutputRule.UNUSED, new OutputStates(List.of(1, 4), List.of(0, 2))));
    }
  }

  @Nested
  class Small extends Contract {
    @Override
    protected SearchSpace space() {
      return CellSearchSpaceContractTest.space(
          CellTestSettings.of(1, "avg-3x3", "none").cellOnly().network(1, 2, Stem.CIFAR));
    }

    @Override
    protected long reachLimit() {
      return 256;
    }
  }
}
