package org.espalier.nas.experiment.settings;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A reader of a default or an example in an annotation, as the wanted type. */
final class StatedValue {

  private StatedValue() {}

  /** Returns the value as maps, lists and single values. */
  static Object read(SettingType type, String yaml) {
    Node node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
    return node == null ? "" : value(type, node);
  }

  private static Object value(SettingType type, Node node) {
    if (node instanceof SequenceNode sequence && type instanceof SettingType.Items items) {
      return sequence.getValue().stream().map(item -> value(items.item(), item)).toList();
    } else if (node instanceof MappingNode mapping) {
      return mapping(type, mapping);
    } else if (node instanceof ScalarNode scalar) {
      return single(type, scalar.getValue());
    }
    throw new IllegalStateException(node.getNodeId() + " is no value of " + type + ".");
  }

  private static Map<String, Object> mapping(SettingType type, MappingNode node) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      tree.put(key, value(inner(type, key), tuple.getValueNode()));
    }
    return tree;
  }

  private static SettingType inner(SettingType type, String key) {
    Stream<Class<? extends Record>> records = Stream.empty();
    if (type instanceof SettingType.Entries entries) {
      return entries.value();
    } else if (type instanceof SettingType.Nested nested) {
      records = Stream.of(nested.record());
    } else if (type instanceof SettingType.Variants variants) {
      records = variants.records().values().stream();
    }
    return records
        .flatMap(record -> SettingKey.of(record).stream())
        .filter(inner -> inner.name().equals(key))
        .findFirst()
        .map(SettingKey::type)
        .orElse(new SettingType.Text());
  }

  private static Object single(SettingType type, String text) {
    if (type instanceof SettingType.Whole || type instanceof SettingType.Real) {
      return new BigDecimal(text.replace("_", ""));
    } else if (type instanceof SettingType.Truth) {
      return List.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT));
    } else if (type instanceof SettingType.Choice) {
      return text.toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return text;
  }
}
