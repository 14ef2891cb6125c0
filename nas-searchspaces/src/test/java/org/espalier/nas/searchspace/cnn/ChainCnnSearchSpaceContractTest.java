package org.espalier.nas.searchspace.cnn;

import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.junit.jupiter.api.Nested;

class ChainCnnSearchSpaceContractTest {

  @Nested
  class Standard extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new ChainCnnSearchSpace(
          ChainSettings.preset(Preset.STANDARD, 1, 2, false), Datasets.pictures(28, 28, 1));
    }
  }

  @Nested
  class Wallarm extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new ChainCnnSearchSpace(
          ChainSettings.preset(Preset.WALLARM, 2, 2, false), Datasets.pictures(28, 28, 1));
    }
  }

  @Nested
  class WithSkips extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new ChainCnnSearchSpace(
          ChainSettings.preset(Preset.STANDARD, 2, 3, true), Datasets.pictures(5, 3, 3));
    }
  }

  @Nested
  class WithEverything extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new ChainCnnSearchSpace(ChainSettings.everything(), Datasets.pictures(3, 2, 1));
    }
  }
}
