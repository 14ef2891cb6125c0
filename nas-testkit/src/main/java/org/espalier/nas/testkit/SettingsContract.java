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
 * What every config record must hold to. A test class extends it, supplies a valid record and
 * inherits the checks: what the experiment file says of a number, which is what its {@link Range}
 * says, is what the constructor, which Java code meets, says too.
 */
public abstract class SettingsContract {

  /** A valid record. */
  protected abstract Record settings();

  /**
   * A valid record whose other settings let a number reach both ends of its range; {@link
   * #settings()} unless overridden.
   *
   * @param setting the name of the number
   */
  protected Record settingsFor(String setting) {
    return settings();
  }

  /** The numbers of which other settings exclude an end of the range whatever they are; none. */
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

  /** It may still refuse what then does not fit, under the name of that other setting. */
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

  /** The numbers of a default: of one number, of a list or of the values of a map. */
  private static List<Double> numbers(String yaml) {
    return Arrays.stream(yaml.split("[\\[\\]{},\\n]", -1))
        .map(item -> item.substring(item.lastIndexOf(':') + 1).replaceFirst("^\\s*- ", "").strip())
        .filter(item -> !item.isEmpty() && !item.equals("null") && !item.equals("~"))
        .map(SettingsContract::number)
        .toList();
  }

  /** NaN, which no range holds, for what is no number. */
  private static Double number(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }
}
