package org.espalier.nas.experiment.file;

import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.nas.api.plugin.SettingLabel;
import org.espalier.nas.api.plugin.Spelling;
import org.espalier.nas.experiment.text.Durations;
import org.espalier.nas.experiment.text.PathReason;

/**
 * A converter of single values to the type of a setting: numbers, texts, enums, durations, paths.
 */
final class ScalarBinder {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern AMBIGUOUS = Pattern.compile("[-+]?0\\d+");
  private static final Pattern INFINITE = Pattern.compile("(?i)[-+]?\\.?(inf|infinity|nan)");
  private static final List<String> TRUE = List.of("true", "yes", "on");
  private static final List<String> FALSE = List.of("false", "no", "off");

  private final Problems problems;

  ScalarBinder(Problems problems) {
    this.problems = problems;
  }

  /** Returns true if single values can be converted to the type. */
  static boolean binds(Class<?> type) {
    return type.isPrimitive()
        || type.isEnum()
        || Number.class.isAssignableFrom(type)
        || List.of(Boolean.class, String.class, Duration.class, Path.class).contains(type);
  }

  /** Returns true if a setting of exactly this type can be bound. */
  static boolean supports(Class<?> type) {
    return type.isEnum()
        || List.of(
                int.class,
                Integer.class,
                long.class,
                Long.class,
                double.class,
                Double.class,
                boolean.class,
                Boolean.class,
                String.class,
                Duration.class,
                Path.class)
            .contains(type);
  }

  /** Binds a value; a number must lie within the bounds. */
  Optional<Object> bind(Class<?> type, Setting.Scalar scalar, String name, Bounds bounds) {
    Optional<Object> bound = bind(type, scalar, name);
    if (bound.isEmpty() || bounds.allow(bound.get())) {
      return bound;
    }
    problems.add(
        scalar.place(),
        "%s (%s) must %s.".formatted(name, scalar.text(), bounds.rule(bound.get())));
    return Optional.empty();
  }

  private Optional<Object> bind(Class<?> type, Setting.Scalar scalar, String name) {
    if (type == int.class || type == Integer.class) {
      return whole(scalar, name, Integer.MIN_VALUE, Integer.MAX_VALUE)
          .map(value -> (Object) value.intValue());
    } else if (type == long.class || type == Long.class) {
      return whole(scalar, name, Long.MIN_VALUE, Long.MAX_VALUE)
          .map(value -> (Object) value.longValue());
    } else if (type == double.class || type == Double.class) {
      return real(scalar, name).map(value -> (Object) value);
    } else if (type == boolean.class || type == Boolean.class) {
      return truth(scalar, name).map(value -> (Object) value);
    } else if (type == String.class) {
      return Optional.of(scalar.text());
    } else if (type.isEnum()) {
      return constant(type, scalar, name);
    } else if (type == Duration.class) {
      return duration(scalar, name).map(value -> (Object) value);
    } else if (type == Path.class) {
      return path(scalar, name);
    }
    throw new IllegalStateException("Settings of type " + type.getName() + " are not supported.");
  }

  private Optional<BigInteger> whole(Setting.Scalar scalar, String name, long low, long high) {
    String digits = scalar.text().replace("_", "");
    if (scalar.quoted() || !number(digits)) {
      return wrong(scalar, name, "a whole number");
    }
    if (AMBIGUOUS.matcher(digits).matches()) {
      return ambiguous(scalar, name);
    }
    Optional<BigInteger> value = integer(digits);
    if (value.isEmpty()) {
      return wrong(scalar, name, "a whole number");
    }
    if (value.get().compareTo(BigInteger.valueOf(low)) < 0
        || value.get().compareTo(BigInteger.valueOf(high)) > 0) {
      problems.add(
          scalar.place(),
          "%s (%s) must lie between %d and %d.".formatted(name, scalar.text(), low, high));
      return Optional.empty();
    }
    return value;
  }

  private static boolean number(String digits) {
    return DECIMAL.matcher(digits).matches() || radix(digits) != 10;
  }

  private static int radix(String digits) {
    return digits.matches("[-+]?0x[0-9a-fA-F]+") ? 16 : digits.matches("[-+]?0o[0-7]+") ? 8 : 10;
  }

  private static Optional<BigInteger> integer(String digits) {
    int radix = radix(digits);
    if (radix != 10) {
      return Optional.of(new BigInteger(digits.replaceFirst("0[xo]", ""), radix));
    }
    return digits.matches("[-+]?\\d+") ? Optional.of(new BigInteger(digits)) : Optional.empty();
  }

  private Optional<Double> real(Setting.Scalar scalar, String name) {
    String digits = scalar.text().replace("_", "");
    if (!scalar.quoted() && INFINITE.matcher(digits).matches()) {
      problems.add(scalar.place(), "%s (%s) must be finite.".formatted(name, scalar.text()));
      return Optional.empty();
    }
    if (scalar.quoted() || !number(digits)) {
      return wrong(scalar, name, "a number");
    }
    if (AMBIGUOUS.matcher(digits).matches()) {
      return ambiguous(scalar, name);
    }
    double value =
        radix(digits) == 10
            ? Double.parseDouble(digits)
            : integer(digits).orElseThrow().doubleValue();
    if (Double.isInfinite(value)) {
      problems.add(scalar.place(), "%s (%s) is too large a number.".formatted(name, scalar.text()));
      return Optional.empty();
    }
    return Optional.of(value);
  }

  private Optional<Boolean> truth(Setting.Scalar scalar, String name) {
    String text = scalar.text().toLowerCase(Locale.ROOT);
    if (!scalar.quoted() && TRUE.contains(text)) {
      return Optional.of(true);
    }
    return !scalar.quoted() && FALSE.contains(text)
        ? Optional.of(false)
        : wrong(scalar, name, "true or false");
  }

  private Optional<Object> constant(Class<?> type, Setting.Scalar scalar, String name) {
    String wanted = scalar.text().toUpperCase(Locale.ROOT).replace('-', '_');
    Object[] constants = type.getEnumConstants();
    for (Object constant : constants) {
      if (((Enum<?>) constant).name().equals(wanted)) {
        return Optional.of(constant);
      }
    }
    List<String> labels = Arrays.stream(constants).map(ScalarBinder::label).toList();
    problems.add(
        scalar.place(),
        "%s (%s) must be one of %s.%s"
            .formatted(
                name,
                scalar.text(),
                String.join(", ", labels),
                Spelling.suggestion(scalar.text(), labels)));
    return Optional.empty();
  }

  /** Returns a constant as experiment files spell it. */
  static String label(Object constant) {
    return SettingLabel.constant((Enum<?>) constant);
  }

  private Optional<Duration> duration(Setting.Scalar scalar, String name) {
    Optional<Duration> duration = Durations.parse(scalar.text());
    if (duration.isPresent()) {
      return duration;
    }
    if (scalar.text().matches("\\d+")) {
      problems.add(
          scalar.place(),
          "%s (%s) needs a unit: %2$ss, %2$sm or %2$sh.".formatted(name, scalar.text()));
      return Optional.empty();
    }
    return wrong(scalar, name, "a duration such as 90s, 10m or 1h30m");
  }

  private Optional<Object> path(Setting.Scalar scalar, String name) {
    try {
      Source source = scalar.place().source();
      return Optional.of(source.folder().resolve(scalar.text()).toAbsolutePath().normalize());
    } catch (InvalidPathException error) {
      problems.add(scalar.place(), "%s is no path: %s.".formatted(name, PathReason.of(error)));
      return Optional.empty();
    }
  }

  private <T> Optional<T> ambiguous(Setting.Scalar scalar, String name) {
    problems.add(
        scalar.place(),
        "%s (%s) is ambiguous: remove the leading zero, or write 0o… for an octal number."
            .formatted(name, scalar.text()));
    return Optional.empty();
  }

  private <T> Optional<T> wrong(Setting.Scalar scalar, String name, String wanted) {
    String found =
        scalar.quoted() && number(scalar.text())
            ? "the text \"" + scalar.text() + "\"; remove the quotes"
            : number(scalar.text()) ? scalar.text() : "the text \"" + scalar.text() + "\"";
    problems.add(scalar.place(), "%s must be %s, not %s.".formatted(name, wanted, found));
    return Optional.empty();
  }
}
