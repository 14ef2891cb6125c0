package org.espalier.nas.searchspace.nasbench101;

import java.util.Optional;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class NasBench101SearchSpaceContractTest {

  private static SearchSpace space(int vertices, int edges) {
    return new NasBench101SearchSpace(
        new NasBench101Settings(vertices, edges, 8, 1), Optional.of(Datasets.pictures(8, 9, 1)));
  }

  @Nested
  class AsPublished extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return NasBench101SearchSpaceContractTest.space(7, 9);
    }

    @Override
    protected int samples() {
      return 30;
    }
  }

  @Nested
  class WithFourVertices extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return NasBench101SearchSpaceContractTest.space(4, 4);
    }

    @Override
    protected int samples() {
      return 30;
    }

    @Override
    protected long reachLimit() {
      return 300;
    }
  }

  @Nested
  class OfTheSettings extends SettingsContract {
    @Override
    protected Record settings() {
      return new NasBench101Settings(7, 9, 128, 3);
    }
  }
}
