package org.espalier.nas.experiment.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A setting given on the command line, which overrides the file's.
 *
 * @param flag flag as it was typed, for messages
 * @param key path to the setting, parts separated by dots
 * @param value value in YAML
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
    String key = equals < 0 ? assignment : assignment.substring(0, equals);
    // An address may have a password in it by mistake, which no message shows.
    boolean address = key.startsWith("store") || key.startsWith("artifacts");
    String flag = "--set " + (address ? key : assignment);
    if (equals < 0 || !KEY.matcher(key).matches()) {
      throw new InvalidExperimentException(
          new Place(Source.flag(flag), 0, 0), "Write a setting as key=value or outer.inner=value.");
    }
    return new SettingFlag(flag, key, assignment.substring(equals + 1));
  }

  /**
   * Returns a setting of a Java program.
   *
   * @param key the path to the setting, parts separated by dots
   * @param value a text, number, boolean, enum constant, duration or path, or a list or map of such
   * @throws InvalidExperimentException if {@code key} is not a path
   */
  public static SettingFlag of(String key, Object value) {
    String flag = "setting " + key;
    if (!KEY.matcher(key).matches()) {
      throw new InvalidExperimentException(
          new Place(Source.flag(flag), 0, 0),
          "key (%s) must be a path of keys, such as controller.batch.".formatted(key));
    }
    return new SettingFlag(flag, key, JavaValues.yaml(value));
  }

  /**
   * Returns the mapping that holds only this setting.
   *
   * @param base the settings that it overrides: if they have a key with dots, the flag means that
   *     key
   */
  Optional<Setting.Mapping> settings(Setting.Mapping base, Problems problems) {
    Source source = Source.flag(flag);
    return new YamlReader(problems).flag(source, value).map(innermost -> nested(base, innermost));
  }

  private Setting.Mapping nested(Setting.Mapping base, Setting innermost) {
    List<String> keys = keys(base);
    Setting value = innermost;
    for (int i = keys.size() - 1; i > 0; i--) {
      value = wrap(keys.get(i), value);
    }
    return wrap(keys.get(0), value);
  }

  private List<String> keys(Setting.Mapping base) {
    List<String> left = List.of(key.split("\\.", -1));
    List<String> keys = new ArrayList<>();
    Optional<Setting.Mapping> here = Optional.of(base);
    while (!left.isEmpty()) {
      List<String> path = left;
      int parts = here.map(mapping -> mapping.partsOfKey(path)).orElse(1);
      String next = String.join(".", left.subList(0, parts));
      keys.add(next);
      left = left.subList(parts, left.size());
      here =
          here.flatMap(mapping -> mapping.get(next))
              .filter(Setting.Mapping.class::isInstance)
              .map(Setting.Mapping.class::cast);
    }
    return keys;
  }

  private static Setting.Mapping wrap(String key, Setting value) {
    Place place = value.place();
    return new Setting.Mapping(place, Map.of(key, new Setting.Entry(place, value)));
  }
}
