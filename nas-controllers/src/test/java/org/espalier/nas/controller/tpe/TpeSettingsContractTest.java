package org.espalier.nas.controller.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Test;

class TpeSettingsContractTest extends SettingsContract {
  @Override
  protected TpeSettings settings() {
    return new TpeSettings(10, 24, 0.1, 25, 1, true, true, false, true, 1);
  }

  @Test
  void aShareOfTheResultsIsGoodUpToAMaximum() {
    assertThat(IntStream.of(1, 10, 11, 100, 1000).map(settings()::good))
        .containsExactly(1, 1, 2, 10, 25);
  }
}
