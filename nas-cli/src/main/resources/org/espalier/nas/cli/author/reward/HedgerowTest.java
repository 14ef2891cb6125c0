package org.example.hedgerow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.testkit.RewardContract;
import org.junit.jupiter.api.Test;

/** Tests the contract of rewards. */
class HedgerowTest extends RewardContract {
  private static final String ACCURACY = Measurement.VALIDATION_ACCURACY;

  @Override
  protected Reward reward() {
    return new Hedgerow(new HedgerowSettings(ACCURACY, 1000, -0.07));
  }

  @Override
  protected List<Measurement> usual() {
    return List.of(
        new Measurement(1, Map.of(ACCURACY, 0.6)), new Measurement(2, Map.of(ACCURACY, 0.8)));
  }

  @Override
  protected List<Measurement> better() {
    return List.of(
        new Measurement(1, Map.of(ACCURACY, 0.6)), new Measurement(2, Map.of(ACCURACY, 0.9)));
  }

  @Override
  protected Set<String> needed() {
    return Set.of(ACCURACY);
  }

  @Override
  protected Map<String, Double> facts() {
    return Map.of("parameters", 2000.0);
  }

  @Test
  void aNetworkOfTheTargetSizeKeepsItsAccuracy() {
    assertThat(reward().of(outcome(Map.of("parameters", 1000.0)))).isEqualTo(0.8);
  }

  @Test
  void twiceTheParametersCostFivePercent() {
    assertThat(reward().of(outcome(Map.of("parameters", 2000.0))))
        .isCloseTo(0.8 * 0.9526, within(1e-4));
  }

  @Test
  void withoutTheNumberOfParametersItSaysSo() {
    assertThatThrownBy(() -> reward().of(outcome(Map.of())))
        .isInstanceOf(NasException.class)
        .hasMessageContaining("number of parameters");
  }

  private Outcome outcome(Map<String, Double> facts) {
    return new Outcome.Completed(usual(), new Account(facts, Map.of()));
  }
}
