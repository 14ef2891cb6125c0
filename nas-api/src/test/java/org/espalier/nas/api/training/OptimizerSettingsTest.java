package org.espalier.nas.api.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.SettingLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerSettingsTest {

  static Stream<Class<?>> optimizers() {
    return Arrays.stream(OptimizerSettings.class.getPermittedSubclasses());
  }

  @Test
  void theLabelsAreThoseOfExperimentFiles() {
    assertThat(optimizers().map(SettingLabel::variant))
        .containsExactly(
            "sgd", "adam", "adamw", "nadam", "adamax", "rmsprop", "adagrad", "adadelta", "ftrl");
  }

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
  void wrongConstantsAreNamed(String setting, double value, String message) throws Exception {
    List<Class<?>> owners = new ArrayList<>();
    for (Class<?> optimizer : optimizers().toList()) {
      if (names(optimizer).contains(setting)) {
        owners.add(optimizer);
        InvalidSettingException error =
            catchThrowableOfType(
                InvalidSettingException.class, () -> with(optimizer, setting, value));
        assertThat(error).as(optimizer.getName()).hasMessage(message);
        assertThat(error.setting()).isEqualTo(setting);
      }
    }
    assertThat(owners).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void theUsualConstantsAreTheDefaults(Class<?> optimizer) throws Exception {
    OptimizerSettings usual = usual(optimizer);
    for (RecordComponent component : optimizer.getRecordComponents()) {
      assertThat(component.getAnnotation(Description.class)).as(component.getName()).isNotNull();
      String stated = component.getAnnotation(Default.class).value();
      Object value = component.getAccessor().invoke(usual);
      if (value instanceof Double number) {
        assertThat(Double.parseDouble(stated)).as(component.getName()).isEqualTo(number);
      } else if (value instanceof Schedule schedule) {
        assertThat(stated).isEqualTo("{type: " + SettingLabel.variant(schedule.getClass()) + "}");
      } else {
        assertThat(stated).isEqualTo(value.toString());
      }
    }
  }

  @Test
  void theSlotsAreThoseOfTheFormulas() {
    assertThat(new Sgd(0.1).slots()).isZero();
    assertThat(new Sgd(0.1, Schedule.constant(), 0.9, false, 0).slots()).isOne();
    assertThat(new Rmsprop(0.1).slots()).isOne();
    assertThat(new Rmsprop(0.1, Schedule.constant(), 0.9, 0.9, 1e-7, 0).slots()).isEqualTo(2);
    assertThat(new Adam(0.1).slots()).isEqualTo(2);
  }

  private static Set<String> names(Class<?> optimizer) {
    return Set.copyOf(
        Arrays.stream(optimizer.getRecordComponents()).map(RecordComponent::getName).toList());
  }

  private static OptimizerSettings usual(Class<?> optimizer) throws Exception {
    return (OptimizerSettings) optimizer.getConstructor(double.class).newInstance(0.001);
  }

  private static Object with(Class<?> optimizer, String setting, double value) throws Exception {
    RecordComponent[] components = optimizer.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          components[i].getName().equals(setting)
              ? value
              : components[i].getAccessor().invoke(usual(optimizer));
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = optimizer.getDeclaredConstructor(types);
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
