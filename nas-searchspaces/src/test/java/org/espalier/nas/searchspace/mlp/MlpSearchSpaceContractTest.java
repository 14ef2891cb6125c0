package org.espalier.nas.searchspace.mlp;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.junit.jupiter.api.Nested;

class MlpSearchSpaceContractTest {

  @Nested
  class Published extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new MlpSearchSpace(MlpSettings.published(), Datasets.wine());
    }
  }

  @Nested
  class WithoutDropout extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new MlpSearchSpace(settings(List.of(), 2, 6, null), Datasets.binary());
    }
  }

  @Nested
  class OfOneLength extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new MlpSearchSpace(settings(List.of(0.2), 4, 4, null), Datasets.images());
    }
  }

  @Nested
  class WithEquivalentDropouts extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new MlpSearchSpace(
          settings(List.of(0.5, 0.0, 0.75), 3, 6, null), Datasets.regression());
    }
  }

  /** Contract of a space small enough to enumerate, with architectures of the same meaning. */
  @Nested
  class Small extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new MlpSearchSpace(
          settings(List.of(0.5, 0.0, 0.75), 2, 4, null), Datasets.regression());
    }

    @Override
    protected long reachLimit() {
      return 500;
    }
  }

  @Nested
  class WithDropoutAtSomePositions extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new MlpSearchSpace(
          settings(List.of(0.5, 0.75), 2, 7, List.of(2, 5, 6)), Datasets.wine());
    }
  }

  @Nested
  class WithOneMember extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      MlpSettings settings =
          new MlpSettings(List.of(8), List.of(Activation.RELU), List.of(0.2), 2, 2, null);
      return new MlpSearchSpace(settings, Datasets.wine());
    }
  }

  @Nested
  class Huge extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new MlpSearchSpace(
          settings(List.of(0.1, 0.2, 0.3, 0.5, 0.75), 2, 60, null), Datasets.wine());
    }
  }

  private static MlpSettings settings(
      List<Double> dropout, int minLength, int maxLength, List<Integer> positions) {
    return new MlpSettings(
        List.of(8, 16), List.of(Activation.RELU), dropout, minLength, maxLength, positions);
  }
}
