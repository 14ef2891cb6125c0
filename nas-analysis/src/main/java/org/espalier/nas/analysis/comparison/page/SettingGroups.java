package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.espalier.nas.analysis.comparison.ArmRecord;

/** The settings of the arms, grouped by agreement. */
final class SettingGroups {

  private static final List<String> LABELS = List.of("name", "description");

  private final List<ArmRecord> arms;
  private final Map<String, String> common = new LinkedHashMap<>();
  private final Map<String, String> ofMost = new LinkedHashMap<>();
  private final List<String> differing = new ArrayList<>();
  private final List<String> own = new ArrayList<>();

  SettingGroups(List<ArmRecord> arms) {
    this.arms = List.copyOf(arms);
    Set<String> keys = new LinkedHashSet<>();
    arms.forEach(arm -> keys.addAll(arm.settings().keySet()));
    keys.removeAll(LABELS);
    for (String key : keys) {
      List<String> values = values(key);
      boolean same = Set.copyOf(values).size() == 1;
      if (same && values.size() == arms.size()) {
        common.put(key, values.get(0));
      } else if (2 * values.size() > arms.size()) {
        if (same) {
          ofMost.put(key, values.get(0));
        } else {
          differing.add(key);
        }
      } else {
        own.add(key);
      }
    }
  }

  /** Returns the settings that are equal in all arms. */
  Map<String, String> common() {
    return common;
  }

  /** Returns the settings that most arms have with one value and the others lack. */
  Map<String, String> ofMost() {
    return ofMost;
  }

  /** Returns the settings that most arms have, with different values. */
  List<String> differing() {
    return differing;
  }

  /** Returns all settings that are not equal in all arms. */
  List<String> notCommon() {
    List<String> all = new ArrayList<>(differing);
    all.addAll(ofMost.keySet());
    all.addAll(own);
    return all;
  }

  /** Returns the settings of an arm that at most half of the arms have. */
  Map<String, String> own(ArmRecord arm) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String key : own) {
      String value = arm.settings().get(key);
      if (value != null) {
        settings.put(key, value);
      }
    }
    return settings;
  }

  /** Returns the value that more than half of the arms have, if any. */
  Optional<String> usual(String key) {
    Map<String, Integer> counts = new TreeMap<>();
    values(key).forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(count -> 2 * count.getValue() > arms.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<String> values(String key) {
    List<String> values = new ArrayList<>();
    for (ArmRecord arm : arms) {
      String value = arm.settings().get(key);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
