package org.espalier.nas.engine.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.engine.stopping.ThresholdSettings.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThresholdStoppingTest {

  private static Optional<String> ask(ThresholdSettings settings, String metric, double... values) {
    return new ThresholdStopping(settings)
        .reasonToStop(Situations.trial(1), new Situations(metric).measured(values), List.of());
  }

  private static ThresholdSettings bounds(
      String metric, @Nullable Double below, @Nullable Double above, int from) {
    return new ThresholdSettings(metric, below, above, from, null, Reference.FIRST);
  }

  private static ThresholdSettings divergence(double factor, Reference reference) {
    return new ThresholdSettings("loss", null, null, 1, factor, reference);
  }

  @Test
  void stopsWhatLeavesTheBounds() {
    ThresholdSettings settings = bounds("validation.auc", 0.5, 0.99, 1);

    assertThat(ask(settings, "validation.auc", 0.49))
        .contains("validation.auc (0.4900) is below 0.5 after epoch 1");
    assertThat(ask(settings, "validation.auc", 0.6, 0.995))
        .contains("validation.auc (0.9950) is above 0.99 after epoch 2");
    assertThat(ask(settings, "validation.auc", 0.5, 0.99)).isEmpty();
  }

  @Test
  void boundsHoldFromAnEpochOn() {
    ThresholdSettings settings = bounds("validation.auc", 0.5, null, 3);

    assertThat(ask(settings, "validation.auc", 0.4, 0.4)).isEmpty();
    assertThat(ask(settings, "validation.auc", 0.4, 0.4, 0.4)).isPresent();
    assertThat(ask(settings, "validation.auc", 0.4, 0.4, 0.6)).isEmpty();
  }

  @Test
  void stopsWhatIsNoNumber() {
    ThresholdSettings settings = bounds("auto", null, null, 9);
    List<Measurement> infinite =
        List.of(
            new Measurement(
                1,
                Map.of(
                    Measurement.VALIDATION_ACCURACY,
                    0.5,
                    Measurement.VALIDATION_LOSS,
                    Double.POSITIVE_INFINITY)));

    assertThat(ask(settings, Measurement.VALIDATION_ACCURACY, Double.NaN))
        .contains("validation.accuracy is NaN after epoch 1");
    assertThat(
            new ThresholdStopping(settings).reasonToStop(Situations.trial(1), infinite, List.of()))
        .contains("validation.loss is Infinity after epoch 1");
    assertThat(ask(settings, Measurement.VALIDATION_ACCURACY, 0.0)).isEmpty();
  }

  @Test
  void divergenceIsGrowthOfTheLoss() {
    assertThat(ask(divergence(2, Reference.FIRST), "loss", 0.7, 0.2, 1.39)).isEmpty();
    assertThat(ask(divergence(2, Reference.FIRST), "loss", 0.7, 0.2, 1.41))
        .contains("loss (1.4100) is more than 2.0 times the first one (0.7000)");
    assertThat(ask(divergence(2, Reference.BEST), "loss", 0.7, 0.2, 0.41))
        .contains("loss (0.4100) is more than 2.0 times the best so far (0.2000)");
  }

  @Test
  void aLossOfNothingHasNoMultiple() {
    assertThat(ask(divergence(2, Reference.FIRST), "loss", 0, 0.5)).isEmpty();
    assertThat(ask(divergence(2, Reference.BEST), "loss", -1, 0.5)).isEmpty();
  }

  @Test
  void checksItsSettings() {
    assertThatThrownBy(() -> bounds("auto", 0.6, 0.5, 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "below (0.6) must not be greater than above (0.5): every trial would be stopped.");
  }
}
