package org.espalier.nas.searchspace.mlp;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.testkit.SettingsContract;

class MlpSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new MlpSettings(
        List.of(8, 16), List.of(Activation.RELU), List.of(0.2), 2, 1000, List.of(2));
  }
}
