package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.api.plugin.Range;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that each check fails for a config record that violates only this check. */
class SettingsContractTest {

  @Test
  void aSoundRecordPasses() {
    Suites.Unsuccessful sound = Suites.unsuccessful(Sound.class);
    assertThat(sound.failed()).isEmpty();
    assertThat(sound.aborted()).isEmpty();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongSettings.WithoutRange.class, "everyNumberSaysItsRange"),
        Arguments.of(WrongSettings.NestedWithoutRange.class, "everyNumberSaysItsRange"),
        Arguments.of(WrongSettings.UnreadableRange.class, "rangesCanBeRead"),
        Arguments.of(WrongSettings.DefaultOutside.class, "defaultsLieInTheirRange"),
        Arguments.of(WrongSettings.DefaultNoNumber.class, "defaultsLieInTheirRange"),
        Arguments.of(WrongSettings.TooStrict.class, "theConstructorAcceptsTheEndsOfTheRange"),
        Arguments.of(WrongSettings.ChecksNothing.class, "theConstructorRefusesWhatLiesOutside"),
        Arguments.of(WrongSettings.AcceptsNaN.class, "theConstructorRefusesWhatLiesOutside"),
        Arguments.of(WrongSettings.ThrowsAnything.class, "theConstructorRefusesWhatLiesOutside"),
        Arguments.of(WrongSettings.BlamesAnother.class, "theRefusalNamesTheSettingAndTheValue"),
        Arguments.of(WrongSettings.HidesTheValue.class, "theRefusalNamesTheSettingAndTheValue"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongRecordFails(Class<?> suite, String check) {
    assertThat(Suites.failures(suite)).contains(check);
  }

  static class Sound extends SettingsContract {
    @Override
    protected Record settings() {
      return new Everything(1, 9, List.of(0.5), Map.of("a", 1.0), new Part(0.5), null, "any");
    }

    @Override
    protected Set<String> boundedByOthers() {
      return Set.of("high");
    }
  }

  /** Numbers of every form. */
  record Everything(
      @Default("1") @Range("[1, 1024]") int low,
      @Range("(-inf, inf)") long high,
      @Default("[0.25, 0.5]") @Range("(0, 1]") List<Double> shares,
      @Default("{a: 1, b: 2.5}") @Range("[0, inf)") Map<String, Double> weights,
      @Default("{}") Part part,
      @Range("[-1, 1)") @Nullable Double shift,
      String name) {

    Everything {
      check("low", "[1, 1024]", low);
      shares.forEach(share -> check("shares", "(0, 1]", share));
      weights.values().forEach(weight -> check("weights", "[0, inf)", weight));
      if (shift != null) {
        check("shift", "[-1, 1)", shift);
      }
      if (high < low) {
        throw new InvalidSettingException(
            "high", "high (%d) must not be below low (%d).".formatted(high, low));
      }
    }
  }

  record Part(@Default("0.5") @Range("[0, 1]") double share) {}

  static void check(String setting, String range, double value) {
    if (!Interval.parse(range).contains(value)) {
      String text = value == Math.rint(value) ? Long.toString((long) value) : "";
      throw new InvalidSettingException(
          setting, "%s (%s, %s) must lie in %s.".formatted(setting, value, text, range));
    }
  }
}
