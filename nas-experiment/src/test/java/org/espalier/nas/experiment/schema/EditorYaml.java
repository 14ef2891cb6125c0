package org.espalier.nas.experiment.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A reader of YAML as editors read it before they apply a schema: by the core schema of YAML 1.2.
 */
public final class EditorYaml {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
  private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
  private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NOT_IN_JSON =
      Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  /** Thrown for a text that an editor rejects without any schema. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  private EditorYaml() {}

  /** Reads a file. */
  public static JsonNode read(Path file) throws IOException {
    try {
      return read(Files.readString(file));
    } catch (CharacterCodingException notUtf8) {
      throw new Unreadable("not UTF-8");
    }
  }

  /** Reads a text. */
  public static JsonNode read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(1000);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      return root == null ? JSON.nullNode() : value(root);
    } catch (YAMLException error) {
      throw new Unreadable(String.valueOf(error.getMessage()));
    }
  }

  private static JsonNode value(Node node) {
    if (!node.getTag().startsWith(Tag.PREFIX) || node.getTag().getValue().contains("java")) {
      throw new Unreadable("unknown tag " + node.getTag());
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping);
    } else if (node instanceof SequenceNode sequence) {
      ArrayNode items = JSON.arrayNode();
      sequence.getValue().forEach(item -> items.add(value(item)));
      return items;
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? plain(scalar.getValue())
        : JSON.textNode(scalar.getValue());
  }

  private static ObjectNode mapping(MappingNode node) {
    ObjectNode mapping = JSON.objectNode();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || mapping.has(key.getValue())) {
        throw new Unreadable("a key that is no text, or stands twice");
      }
      mapping.set(key.getValue(), value(tuple.getValueNode()));
    }
    return mapping;
  }

  private static JsonNode plain(String text) {
    if (NULL.matcher(text).matches()) {
      return JSON.nullNode();
    } else if (TRUE.matcher(text).matches() || FALSE.matcher(text).matches()) {
      return JSON.booleanNode(TRUE.matcher(text).matches());
    } else if (DECIMAL.matcher(text).matches()) {
      return JSON.numberNode(new BigInteger(text));
    } else if (OCTAL.matcher(text).matches()) {
      return JSON.numberNode(new BigInteger(text.substring(2), 8));
    } else if (HEXADECIMAL.matcher(text).matches()) {
      return JSON.numberNode(new BigInteger(text.substring(2), 16));
    } else if (FLOAT.matcher(text).matches()) {
      return JSON.numberNode(new BigDecimal(text));
    } else if (NOT_IN_JSON.matcher(text).matches()) {
      throw new Unreadable(text + " does not exist in JSON");
    }
    return JSON.textNode(text);
  }
}
