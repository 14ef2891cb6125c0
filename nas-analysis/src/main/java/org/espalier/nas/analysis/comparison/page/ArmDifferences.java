package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.analysis.comparison.ArmRecord;

/** In which settings arms differ, for a person. */
final class ArmDifferences {

  private static final int SHOWN = 6;
  private static final Set<String> LABELS = Set.of("name", "description");

  private final List<ArmRecord> arms;
  private final List<String> keys;

  ArmDifferences(List<ArmRecord> arms) {
    this.arms = List.copyOf(arms);
    keys = new SettingsView(arms).notCommon();
  }

  /** Two arms that one setting tells apart. */
  record Ablation(String first, String second, String setting) {}

  /** The settings at or below some paths in which not all arms agree. */
  List<String> under(List<String> roots) {
    return keys.stream()
        .filter(key -> roots.stream().anyMatch(r -> key.equals(r) || key.startsWith(r + ".")))
        .toList();
  }

  /**
   * The pairs of arms that differ in one setting alone. Another controller as a whole is none of
   * its parts.
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
