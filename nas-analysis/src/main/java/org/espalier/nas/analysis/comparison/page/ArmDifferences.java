package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.analysis.comparison.ArmRecord;

/** The settings in which arms differ. */
final class ArmDifferences {

  private static final int SHOWN = 6;
  private static final Set<String> LABELS = Set.of("name", "description");

  private final List<ArmRecord> arms;
  private final List<String> keys;

  ArmDifferences(List<ArmRecord> arms) {
    this.arms = List.copyOf(arms);
    keys = new SettingGroups(arms).notCommon();
  }

  /** Two arms that differ in a single setting. */
  record Ablation(String first, String second, String setting) {}

  /** Returns the settings at or below some paths that are not equal in all arms. */
  List<String> under(List<String> roots) {
    return keys.stream()
        .filter(key -> roots.stream().anyMatch(r -> key.equals(r) || key.startsWith(r + ".")))
        .toList();
  }

  /**
   * Returns the pairs of arms that differ in a single setting, other than the type of the
   * controller.
   */
  List<Ablation> ablations() {
    List<Ablation> ablations = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      for (ArmRecord second : arms.subList(i + 1, arms.size())) {
        ArmRecord first = arms.get(i);
        Set<String> differing = between(first, second);
        if (differing.size() == 1 && !differing.contains("controller.type")) {
          ablations.add(new Ablation(first.name(), second.name(), differing.iterator().next()));
        }
      }
    }
    return ablations;
  }

  private static Set<String> between(ArmRecord first, ArmRecord second) {
    Set<String> keys = new TreeSet<>(first.settings().keySet());
    keys.addAll(second.settings().keySet());
    keys.removeAll(LABELS);
    keys.removeIf(key -> Objects.equals(first.settings().get(key), second.settings().get(key)));
    return keys;
  }

  static String listed(List<String> keys) {
    int shown = Math.min(SHOWN, keys.size());
    String text = String.join(", ", keys.subList(0, shown));
    return shown == keys.size() ? text : text + " and " + (keys.size() - shown) + " more";
  }
}
