package org.espalier.nas.searchspace.head;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.searchspace.hyperparameters.CategoricalParameter;
import org.espalier.nas.searchspace.hyperparameters.Parameter;
import org.espalier.nas.searchspace.hyperparameters.RealParameter;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class HeadSearchSpaceContractTest {
  private static final Parameter STEPS = new RealParameter(0.1, 0.8, 0.1, Scale.LINEAR, null);

  static HeadSettings settings(List<String> pooling, List<String> units, Parameter dropout) {
    return new HeadSettings(
        new CategoricalParameter(pooling, false, null),
        new CategoricalParameter(units, true, null),
        Activation.RELU,
        dropout);
  }

  @Nested
  class OfTheBook extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new HeadSearchSpace(
          settings(List.of("flatten"), List.of("0"), STEPS), Datasets.pictures(9, 9, 8));
    }
  }

  @Nested
  class WithEverything extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new HeadSearchSpace(
          settings(
              List.of("flatten", "global"),
              List.of("0", "16", "32"),
              new RealParameter(0, 0.5, null, Scale.LINEAR, null)),
          Datasets.pictures(3, 2, 5));
    }
  }

  @Nested
  class Settings extends SettingsContract {
    @Override
    protected Record settings() {
      return HeadSearchSpaceContractTest.settings(List.of("global"), List.of("0", "8"), STEPS);
    }
  }
}
