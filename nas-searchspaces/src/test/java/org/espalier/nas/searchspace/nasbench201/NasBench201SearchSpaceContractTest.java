package org.espalier.nas.searchspace.nasbench201;

import java.util.Optional;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class NasBench201SearchSpaceContractTest {

  private static SearchSpace space(CellEquivalence equivalence) {
    return new NasBench201SearchSpace(
        new NasBench201Settings(4, 1, equivalence), Optional.of(Datasets.pictures(8, 9, 1)));
  }

  @Nested
  class AsPublished extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return NasBench201SearchSpaceContractTest.space(CellEquivalence.PUBLISHED);
    }

    @Override
    protected int samples() {
      return 40;
    }
  }

  @Nested
  class WithoutZeros extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return NasBench201SearchSpaceContractTest.space(CellEquivalence.ZEROS);
    }

    @Override
    protected int samples() {
      return 20;
    }

    @Override
    protected long enumerationLimit() {
      return 0; // Enumerated as AsPublished.
    }
  }

  @Nested
  class OfTheSettings extends SettingsContract {
    @Override
    protected Record settings() {
      return new NasBench201Settings(16, 5, CellEquivalence.PUBLISHED);
    }
  }
}
