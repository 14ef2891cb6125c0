package org.espalier.nas.experiment.file;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A setting given on the command line, which wins over the file's.
 *
 * @param flag the flag as it was typed, for messages
 * @param key the path to the setting, parts separated by dots
 * @param value in YAML
 */
public record SettingFlag(String flag, String key, String value) {
  private static final Pattern KEY = Pattern.compile("[^.\\s]+(\\.[^.\\s]+)*");

  /**
   * Reads {@code key=value}.
   *
   * @throws InvalidExperimentException if it has another form
   */
  public static SettingFlag parse(String assignment) {
    int equals = assignment.indexOf('=');
    String flag = "--set " + assignment;
    String key = equals < 0 ? assignment : assignment.substring(0, equals);
    if (equals < 0 || !KEY.matcher(key).matches()) {
      throw new InvalidExperimentException(
          new Place(Source.flag(flag), 0, 0), "Write a setting as key=value or outer.inner=value.");
    }
    return new SettingFlag(flag, key, assignment.substring(equals + 1));
  }

  /** The mapping that holds this setting and nothing else. */
  Optional<Setting.Mapping> settings(Problems problems) {
    Source source = Source.flag(flag);
    return new YamlReader(problems).flag(source, value).map(this::nested);
  }

  private Setting.Mapping nested(Setting innermost) {
    String[] keys = key.split("\\.", -1);
    Setting value = innermost;
    for (int i = keys.length - 1; i > 0; i--) {
      value = wrap(keys[i], value);
    }
    return wrap(keys[0], value);
  }

  private static Setting.Mapping wrap(String key, Setting value) {
    Place place = value.place();
    return new Setting.Mapping(place, Map.of(key, new Setting.Entry(place, value)));
  }
}
