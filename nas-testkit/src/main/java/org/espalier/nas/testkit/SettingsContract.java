package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.api.plugin.Range;
import org.junit.jupiter.api.Test;

/**
 * The contract of every config record. A test class extends it, supplies a valid record and
 * inherits the checks: the constructor, which Java code calls, accepts exactly the numbers that the
 * experiment file accepts, those in their {@link Range}.
 */
public abstract class SettingsContract {

  /** Returns a valid record. */
  protected abstract Record settings();

  /**
   * Returns a valid record whose other settings allow a number to reach both ends of its range;
   * {@link #settings()} unless overridden.
   *
   * @param setting the name of the number
   */
  protected Record settingsFor(String setting) {
    return settings();
  }

  /**
   * Returns the numbers of which other settings always exclude an end of the range; none, unless
   * overridden.
   */
  protected Set<String> boundedByOthers() {
    return Set.of();
  }

  @Test
  void everyNumberSaysItsRange() {
    for (NumericSetting setting : NumericSetting.within(settings().getClass())) {
      Range range = setting.declared();
      assertThat(range).as("@Range of %s", setting).isNotNull();
    }
  }

  @Test
  void rangesCanBeRead() {
    for (NumericSetting setting : NumericSetting.within(settings().getClass())) {
      Range range = setting.declared();
      if (range != null) {
        assertThat(readable(range.value())).as("@Range of %s: %s", setting, range).isTrue();
      }
    }
  }

  @Test
  void defaultsLieInTheirRange() {
    for (NumericSetting setting : NumericSetting.within(settings().getClass())) {
      Default standard = setting.component().getAnnotation(Default.class);
      if (standard != null) {
        assertThat(numbers(standard.value()))
            .as("numbers in @Default(\"%s\") of %s", standard.value(), setting)
            .allMatch(setting.range()::contains, "in " + setting.range());
      }
    }
  }

  /**
   * Checks that the ends of a range are accepted; a conflict may still be reported under the name
   * of another setting.
   */
  @Test
  void theConstructorAcceptsTheEndsOfTheRange() {
    for (NumericSetting setting : NumericSetting.of(settings().getClass())) {
      if (!boundedByOthers().contains(setting.name())) {
        setting.ends().forEach(end -> assertAccepted(setting, end));
      }
    }
  }

  private void assertAccepted(NumericSetting setting, Number value) {
    try {
      setting.change(settingsFor(setting.name()), value);
    } catch (InvalidSettingException refused) {
      assertThat(refused.setting())
          .as("%s = %s lies in %s: %s", setting, value, setting.range(), refused.getMessage())
          .isNotEqualTo(setting.name());
    }
  }

  @Test
  void theConstructorRefusesWhatLiesOutside() {
    for (NumericSetting setting : NumericSetting.of(settings().getClass())) {
      for (Number value : setting.outside()) {
        assertThatThrownBy(() -> setting.change(settingsFor(setting.name()), value))
            .as("%s = %s", setting, value)
            .isInstanceOf(InvalidSettingException.class);
      }
    }
  }

  @Test
  void theRefusalNamesTheSettingAndTheValue() {
    for (NumericSetting setting : NumericSetting.of(settings().getClass())) {
      for (Number value : setting.outside()) {
        assertThatThrownBy(() -> setting.change(settingsFor(setting.name()), value))
            .as("%s = %s", setting, value)
            .hasMessageContaining(setting.name())
            .hasMessageContaining(value.toString())
            .asInstanceOf(InstanceOfAssertFactories.type(InvalidSettingException.class))
            .extracting(InvalidSettingException::setting)
            .isEqualTo(setting.name());
      }
    }
  }

  private static boolean readable(String range) {
    try {
      return Interval.parse(range).low() <= Double.POSITIVE_INFINITY;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  /** Returns the numbers of a default: a number, those of a list, or the values of a map. */
  private static List<Double> numbers(String yaml) {
    return Arrays.stream(yaml.split("[\\[\\]{},\\n]", -1))
        .map(item -> item.substring(item.lastIndexOf(':') + 1).replaceFirst("^\\s*- ", "").strip())
        .filter(item -> !item.isEmpty() && !item.equals("null") && !item.equals("~"))
        .map(SettingsContract::number)
        .toList();
  }

  /** Returns the number in a text; NaN, which no range contains, if it is not a number. */
  private static Double number(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }
}
