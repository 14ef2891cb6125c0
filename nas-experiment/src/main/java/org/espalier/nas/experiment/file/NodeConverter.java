package org.espalier.nas.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A converter of the nodes of a YAML document to settings, which notes what an experiment may not
 * hold.
 */
final class NodeConverter {
  /**
   * Maximum number of nodes; aliases are expanded, so that a short file could stand for an enormous
   * one.
   */
  private static final int NODE_LIMIT = 50_000;

  private final Source source;
  private final boolean lines;
  private final Problems problems;
  private int nodes;

  NodeConverter(Source source, boolean lines, Problems problems) {
    this.source = source;
    this.lines = lines;
    this.problems = problems;
  }

  Optional<Setting> convert(Node root) {
    try {
      return Optional.of(setting(root));
    } catch (TooManyNodes tooMany) {
      problems.add(
          place(root),
          "The file holds more than %d values, aliases written out; no experiment needs that many."
              .formatted(NODE_LIMIT));
      return Optional.empty();
    }
  }

  private Setting setting(Node node) {
    if (++nodes > NODE_LIMIT) {
      throw new TooManyNodes();
    }
    if (!node.getTag().startsWith(Tag.PREFIX)) {
      problems.add(place(node), "The tag " + node.getTag() + " is not known here; remove it.");
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping);
    }
    if (node instanceof SequenceNode sequence) {
      return new Setting.Items(
          place(node), sequence.getValue().stream().map(this::setting).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
    return new Setting.Scalar(place(node), scalar.getValue(), quoted);
  }

  private Setting.Mapping mapping(MappingNode node) {
    Map<String, Setting.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Place at = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(at, "A key must be a single word, not a list or mapping.");
        continue;
      }
      if (key.getValue().equals("<<")) {
        problems.add(at, "Merge keys (<<) are not supported; use extends, or write the keys out.");
        continue;
      }
      Setting.Entry before = entries.get(key.getValue());
      if (before != null) {
        problems.add(
            at,
            "The key %s stands here a second time; the first is at line %d."
                .formatted(key.getValue(), before.key().line()));
        continue;
      }
      entries.put(key.getValue(), new Setting.Entry(at, setting(tuple.getValueNode())));
    }
    return new Setting.Mapping(place(node), entries);
  }

  private Place place(Node node) {
    Mark mark = node.getStartMark();
    return lines
        ? new Place(source, mark.getLine() + 1, mark.getColumn() + 1)
        : new Place(source, 0, 0);
  }

  /**
   * Thrown to end the conversion of a document that aliases blow up; caught in {@link #convert}.
   */
  private static final class TooManyNodes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyNodes() {
      super(null, null, false, false);
    }
  }
}
