package org.espalier.nas.cli.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginOrigin;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.espalier.nas.experiment.settings.SettingKey;
import org.espalier.nas.experiment.settings.SettingType;

/** The reference of a component: its description, its settings and an example. */
public final class ComponentReference {
  private final RegisteredComponent<?> component;
  private final ComponentExample example;

  /** Creates the reference of a component of a catalogue. */
  public ComponentReference(RegisteredComponent<?> component, Catalogue catalogue) {
    this.component = component;
    this.example = new ComponentExample(component, catalogue);
  }

  /** Returns the reference in lines of at most {@code width} characters. */
  public String text(int width) {
    PluginOrigin origin = component.origin();
    StringBuilder text = new StringBuilder();
    text.append(component.kind().key()).append('/').append(component.type()).append('\n');
    if (!component.description().isEmpty()) {
      Words.wrap(component.description(), width).forEach(line -> text.append(line).append('\n'));
    }
    String from =
        "From: %s (%s %s)"
            .formatted(ComponentListing.from(origin), origin.plugin(), origin.version());
    Words.wrap(from, width).forEach(line -> text.append(line).append('\n'));
    text.append('\n');
    List<SettingRow> rows = SettingRow.of(component.config());
    text.append(rows.isEmpty() ? "It has no settings.\n" : SettingTable.text(rows, width));
    if (rows.stream().anyMatch(SettingRow::mayBeAbsent)) {
      text.append("\n").append(SettingRow.ABSENT).append(" has no default and may be left out.\n");
    }
    return text.append("\nExample:\n\n").append(example.yaml()).toString();
  }

  /** Returns the reference as a tree, for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>(ComponentListing.tree(component));
    tree.put("settings", settings(component.config(), List.of()));
    tree.put("example", example.yaml());
    return tree;
  }

  /** Returns the settings of a record; recursive records are expanded once. */
  private static List<Object> settings(Class<? extends Record> record, List<Class<?>> above) {
    if (above.contains(record)) {
      return List.of();
    }
    List<Class<?>> within = new ArrayList<>(above);
    within.add(record);
    return SettingKey.of(record).stream().map(key -> (Object) tree(key, within)).toList();
  }

  private static Map<String, Object> tree(SettingKey key, List<Class<?>> within) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", key.name());
    tree.put("type", SettingRow.word(key.type(), false));
    tree.put("required", key.required());
    key.standardTree().ifPresent(standard -> tree.put("default", standard));
    if (key.range() != null) {
      tree.put("range", key.range().toString());
    }
    if (!SettingRow.words(key.type()).isEmpty()) {
      tree.put("values", SettingRow.words(key.type()));
    }
    tree.put("description", key.description());
    nested(tree, key.type(), within);
    return tree;
  }

  private static void nested(Map<String, Object> tree, SettingType type, List<Class<?>> within) {
    if (type instanceof SettingType.Nested nested) {
      tree.put("settings", settings(nested.record(), within));
    } else if (type instanceof SettingType.Items items) {
      nested(tree, items.item(), within);
    } else if (type instanceof SettingType.Entries entries) {
      nested(tree, entries.value(), within);
    } else if (type instanceof SettingType.Variants variants) {
      Map<String, Object> settings = new LinkedHashMap<>();
      variants.records().forEach((label, record) -> settings.put(label, settings(record, within)));
      tree.put("variants", settings);
    }
  }
}
