package org.espalier.nas.api.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  @Test
  void aConstantScheduleNeverChanges() {
    assertThat(Schedule.constant().factor(0)).isEqualTo(1);
    assertThat(Schedule.constant().factor(1_000_000)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "10,0.5", "30,0.25", "90,0.1"})
  void timeDecayDividesByOnePlusDecayTimesIteration(long iteration, double factor) {
    assertThat(new Schedule.TimeDecaySchedule(0.1).factor(iteration))
        .isCloseTo(factor, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "500,0.979795897113271239", "1000,0.96", "2000,0.9216"})
  void exponentialDecayMultipliesOnceInSteps(long iteration, double factor) {
    assertThat(new Schedule.ExponentialSchedule(0.96, 1000).factor(iteration))
        .isCloseTo(factor, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "25,0.868198051533946386", "50,0.55", "100,0.1", "1000,0.1"})
  void cosineFallsToTheFloorAndStaysThere(long iteration, double factor) {
    assertThat(new Schedule.CosineSchedule(100, 0.1).factor(iteration))
        .isCloseTo(factor, within(1e-15));
  }

  @Test
  void wrongConstantsAreNamed() {
    assertWrong(
        () -> new Schedule.TimeDecaySchedule(-0.1), "decay", "decay (-0.1) must not be negative.");
    assertWrong(
        () -> new Schedule.TimeDecaySchedule(Double.NaN),
        "decay",
        "decay (NaN) must not be negative.");
    assertWrong(
        () -> new Schedule.ExponentialSchedule(0, 1000), "decay", "decay (0.0) must be positive.");
    assertWrong(
        () -> new Schedule.ExponentialSchedule(0.5, 0), "steps", "steps (0) must be positive.");
    assertWrong(() -> new Schedule.CosineSchedule(0, 0), "steps", "steps (0) must be positive.");
    assertWrong(
        () -> new Schedule.CosineSchedule(10, 1.1), "floor", "floor (1.1) must lie in [0, 1].");
  }

  private static void assertWrong(Runnable creation, String setting, String message) {
    InvalidSettingException error =
        catchThrowableOfType(InvalidSettingException.class, creation::run);
    assertThat(error).hasMessage(message);
    assertThat(error.setting()).isEqualTo(setting);
  }
}
