package org.espalier.nas.api.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimizerSettingsTest {
  private static final RecordComponent[] COMPONENTS = OptimizerSettings.class.getRecordComponents();

  @ParameterizedTest
  @CsvSource({
    "learningRate, 0, learningRate (0.0) must be positive.",
    "learningRate, NaN, learningRate (NaN) must be positive.",
    "learningRate, Infinity, learningRate (Infinity) must be positive.",
    "epsilon, -1, epsilon (-1.0) must be positive.",
    "momentum, 1, 'momentum (1.0) must lie in [0, 1).'",
    "beta1, 1, 'beta1 (1.0) must lie in [0, 1).'",
    "beta2, -0.5, 'beta2 (-0.5) must lie in [0, 1).'",
    "rho, 1.5, 'rho (1.5) must lie in [0, 1).'",
    "weightDecay, -1, weightDecay (-1.0) must not be negative.",
    "initialAccumulator, -1, initialAccumulator (-1.0) must not be negative.",
    "l1, -1, l1 (-1.0) must not be negative.",
    "l2, NaN, l2 (NaN) must not be negative.",
    "clipNorm, -1, clipNorm (-1.0) must not be negative.",
  })
  void wrongConstantsAreNamed(String setting, double value, String message) {
    InvalidSettingException error =
        catchThrowableOfType(InvalidSettingException.class, () -> with(setting, value));

    assertThat(error).hasMessage(message);
    assertThat(error.setting()).isEqualTo(setting);
  }

  @Test
  void everySettingHasADescriptionAndTheUsualConstantsAreTheDefaults() throws Exception {
    OptimizerSettings usual = OptimizerSettings.of(OptimizerSettings.Type.ADAM, 0.001);
    for (RecordComponent component : COMPONENTS) {
      assertThat(component.getAnnotation(Description.class)).as(component.getName()).isNotNull();
      String stated = component.getAnnotation(Default.class).value();
      Object value = component.getAccessor().invoke(usual);
      if (value instanceof Double number) {
        assertThat(Double.parseDouble(stated)).as(component.getName()).isEqualTo(number);
      }
    }
    assertThat(usual.schedule()).isEqualTo(Schedule.constant());
    assertThat(usual.nesterov()).isFalse();
  }

  @Test
  void clippingChangesNothingElse() throws Exception {
    assertThat(OptimizerSettings.of(OptimizerSettings.Type.SGD, 0.1).clippedTo(1))
        .isEqualTo(with(OptimizerSettings.of(OptimizerSettings.Type.SGD, 0.1), "clipNorm", 1));
  }

  private static OptimizerSettings with(String setting, double value) throws Exception {
    return with(OptimizerSettings.of(OptimizerSettings.Type.ADAM, 0.001), setting, value);
  }

  private static OptimizerSettings with(OptimizerSettings base, String setting, double value)
      throws Exception {
    Object[] values = new Object[COMPONENTS.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          COMPONENTS[i].getName().equals(setting)
              ? value
              : COMPONENTS[i].getAccessor().invoke(base);
    }
    Class<?>[] types =
        Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<OptimizerSettings> constructor =
        OptimizerSettings.class.getDeclaredConstructor(types);
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
