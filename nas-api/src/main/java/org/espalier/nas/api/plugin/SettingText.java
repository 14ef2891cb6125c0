package org.espalier.nas.api.plugin;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.InvalidSettingException;

/**
 * A parser of the value of a setting.
 *
 * @param path the path of the setting
 * @param component the component of the config record
 */
record SettingText(String path, RecordComponent component) {

  /**
   * Returns the value.
   *
   * @throws InvalidSettingException if the text is not a valid value
   */
  Object read(String text) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return text;
    } else if (type.isEnum()) {
      return constant(type, text);
    } else if (type == boolean.class || type == Boolean.class) {
      return truth(text);
    } else if (type == Path.class) {
      return file(text);
    }
    BigDecimal number = number(type, text);
    requireInRange(number.doubleValue(), text);
    return converted(type, number, text);
  }

  private BigDecimal number(Class<?> type, String text) {
    List<Class<?>> numbers =
        List.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class);
    if (!numbers.contains(type)) {
      throw new InvalidSettingException(
          path,
          path
              + " is no single value, which alone can be replaced"
              + (type.isRecord() || type.isSealed()
                  ? "; name a setting within it, such as " + within(type)
                  : "")
              + ".");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException none) {
      throw refused(text, "be a number");
    }
  }

  private String within(Class<?> type) {
    if (type.isSealed()) {
      return path + ".type";
    }
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 0 ? path : path + "." + components[0].getName();
  }

  private Object converted(Class<?> type, BigDecimal number, String text) {
    try {
      if (type == int.class || type == Integer.class) {
        return number.intValueExact();
      } else if (type == long.class || type == Long.class) {
        return number.longValueExact();
      }
      return number.doubleValue();
    } catch (ArithmeticException notWhole) {
      throw refused(text, "be a whole number of usual size");
    }
  }

  private void requireInRange(double number, String text) {
    Range range = component.getAnnotation(Range.class);
    if (range != null && !Interval.parse(range.value()).contains(number)) {
      throw refused(text, "lie in " + Interval.parse(range.value()));
    }
  }

  private Object truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw refused(text, "be true or false");
    }
    return text.equals("true");
  }

  private Object constant(Class<?> type, String text) {
    String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
    List<String> labels =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> SettingLabel.constant((Enum<?>) constant))
            .toList();
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new InvalidSettingException(path, noneOf(path, text, labels)));
  }

  /** Returns an error message for a text that is none of the labels. */
  static String noneOf(String path, String text, List<String> labels) {
    return "%s (%s) must be one of %s.%s"
        .formatted(path, text, String.join(", ", labels), Spelling.suggestion(text, labels));
  }

  private Object file(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException error) {
      throw refused(text, "be a path");
    }
  }

  private InvalidSettingException refused(String text, String rule) {
    return new InvalidSettingException(path, "%s (%s) must %s.".formatted(path, text, rule));
  }
}
