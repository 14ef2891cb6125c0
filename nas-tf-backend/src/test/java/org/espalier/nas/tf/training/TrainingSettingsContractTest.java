package org.espalier.nas.tf.training;

import org.espalier.nas.testkit.SettingsContract;

class TrainingSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return SettingsOf.defaults().settings();
  }
}
