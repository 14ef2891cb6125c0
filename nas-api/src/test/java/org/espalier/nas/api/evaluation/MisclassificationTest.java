package org.espalier.nas.api.evaluation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisclassificationTest {

  @Test
  void refusesCorrectPredictions() {
    assertThatThrownBy(() -> new Misclassification(3, 2, 2, 0.5))
        .hasMessage(
            "example (3), actual (2) and predicted (2) must not be negative, and the last two"
                + " differ.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesWhatIsNoProbability(double probability) {
    assertThatThrownBy(() -> new Misclassification(0, 0, 1, probability))
        .hasMessage("probability (" + probability + ") must be from 0 to 1.");
  }
}
