package org.espalier.nas.searchspace.hyperparameters;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Nested;

class CombinedSearchSpaceContractTest {

  @Nested
  class NetworksWithMixedHyperparameters extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return CombinedSearchSpace.of(networks(), Parameters.mixed());
    }
  }

  @Nested
  class SmallNetworksWithFewHyperparameters extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return CombinedSearchSpace.of(
          networks(), Parameters.of().truth("shuffle").whole("batch", 8, 16, 8).free());
    }
  }

  @Nested
  class AnythingWithHyperparameters extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return CombinedSearchSpace.of(
          ReferenceSpace.MIXED.space(), Parameters.of().real("l2", 0.1, 1, Scale.LOG).free());
    }
  }

  @Nested
  class HyperparametersTwice extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return CombinedSearchSpace.of(
          new HyperparametersSearchSpace(Parameters.of().whole("a", 1, 3, 1).free()),
          Parameters.of().whole("b", 1, 3, 1).bound("b != 2"));
    }
  }

  static SearchSpace networks() {
    return new MlpSearchSpace(
        new MlpSettings(List.of(8, 16), List.of(Activation.RELU), List.of(0.5, 0.75), 2, 3, null),
        new DatasetInfo.Tabular(
            "numbers",
            new Task.Regression("y"),
            TensorShape.of(2),
            List.of(Feature.raw("a"), Feature.raw("b")),
            Map.of(),
            "hash"));
  }
}
