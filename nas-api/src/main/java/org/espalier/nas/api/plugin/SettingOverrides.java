package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.espalier.nas.api.InvalidSettingException;

/**
 * Replacements for settings of a config record, as texts by path. They carry the values of a {@link
 * org.espalier.nas.api.space.HyperparameterSpace} to an evaluator.
 *
 * <p>A path names a component of the record, or one of a record in it: {@code
 * optimizer.learningRate}. Numbers, booleans, enums by their label ({@code time-decay}), texts and
 * paths can be replaced; lists, maps and whole records cannot.
 *
 * <p>If a component is one of several records ({@code optimizer}), the path that ends in {@code
 * type} selects another one. It keeps the settings that both have, by name and type; the others
 * have their defaults.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class SettingOverrides {
  private final Map<String, String> texts;

  private SettingOverrides(Map<String, String> texts) {
    this.texts = new LinkedHashMap<>(texts);
  }

  /**
   * Returns the settings by path.
   *
   * @param texts the values as written in an experiment file
   */
  public static SettingOverrides of(Map<String, String> texts) {
    return new SettingOverrides(texts);
  }

  /**
   * Returns a copy of a record with these settings replaced.
   *
   * @param <R> the record's class
   * @param settings the record to copy, not changed
   * @return a copy accepted by its constructor and the {@link Range} of each number
   * @throws InvalidSettingException if a path names no single setting, or a value is rejected; its
   *     {@linkplain InvalidSettingException#setting setting} is the path
   */
  @SuppressWarnings("unchecked") // The copy has the class of the record.
  public <R extends Record> R applyTo(R settings) {
    return (R) new RecordReplacement("", texts).of(settings);
  }
}
