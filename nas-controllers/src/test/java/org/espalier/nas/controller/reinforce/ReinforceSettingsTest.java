package org.espalier.nas.controller.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;

final class ReinforceSettingsTest {

  @Test
  void explorationDecaysFromBatchToBatch() {
    ReinforceSettings settings = Settings.usual().exploring(0.3).build();

    assertThat(settings.explorationOf(0)).isEqualTo(0.3);
    assertThat(settings.explorationOf(1)).isCloseTo(0.27, within(1e-12));
    assertThat(settings.explorationOf(10)).isCloseTo(0.3 * Math.pow(0.9, 10), within(1e-12));
  }

  @Test
  void publishedVariantsNeverExplore() {
    Settings exploring = Settings.usual().exploring(0.3);

    assertThat(exploring.variant(ReinforceSettings.Variant.AS_PUBLISHED).build().explorationOf(0))
        .isZero();
    assertThat(Settings.wallarm().exploring(0.3).build().explorationOf(0)).isZero();
  }

  @Test
  void thePublishedNasCellSearchHasNoPredictor() {
    Settings predicting = Settings.usual().predictor(ReinforceSettings.Predictor.LOG);

    assertThat(predicting.build().predicts()).isTrue();
    assertThat(Settings.usual().build().predicts()).isFalse();
    assertThat(Settings.wallarm().predictor(ReinforceSettings.Predictor.LOG).build().predicts())
        .isFalse();
  }

  @Test
  void thePublishedNasCellSearchLearnsAfterEachTrial() {
    assertThatThrownBy(Settings.wallarm().batch(10)::build)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("batch (10) must be 1: variant as-published-wallarm learns after each trial.");
  }

  @Test
  void thePublishedNasCellSearchRepeatsItself() {
    Settings unrepeated =
        Settings.usual().batch(1).variant(ReinforceSettings.Variant.AS_PUBLISHED_WALLARM);

    assertThatThrownBy(unrepeated::build)
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("repeats (false) must be true: variant as-published-wallarm");
  }
}
