package org.espalier.nas.cli.reference;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.espalier.nas.experiment.settings.SettingKey;
import org.espalier.nas.experiment.settings.SettingType;
import org.jspecify.annotations.Nullable;

/** A component as an experiment file may name it, in YAML: required keys, others as comments. */
public final class ComponentExample {
  private static final int KEYS_SHOWN_WITHIN = 2;

  private final RegisteredComponent<?> component;
  private final Catalogue catalogue;

  /** Creates an example of a component of a catalogue. */
  public ComponentExample(RegisteredComponent<?> component, Catalogue catalogue) {
    this.component = component;
    this.catalogue = catalogue;
  }

  /** Returns the example; each line ends with a line break. */
  public String yaml() {
    boolean listed =
        List.of(ComponentKind.CALLBACK, ComponentKind.OBJECTIVE).contains(component.kind());
    String indent = listed ? "    " : "  ";
    StringBuilder yaml = new StringBuilder();
    yaml.append(component.kind().key()).append(":\n");
    yaml.append(listed ? "  - " : "  ").append("type: ").append(component.type()).append('\n');
    for (SettingKey key : SettingKey.of(component.config())) {
      if (key.required()) {
        yaml.append(indent).append(key.name()).append(": ").append(value(key)).append('\n');
      } else if (key.standard() != null || key.example() != null) {
        yaml.append(indent).append("# ").append(key.name()).append(": ");
        yaml.append(optional(key)).append('\n');
      }
    }
    return yaml.toString();
  }

  private String optional(SettingKey key) {
    return key.type() instanceof SettingType.Nested nested && "{}".equals(key.standard())
        ? flow(firstKeys(nested.record()))
        : value(key);
  }

  /** Returns a few example settings of a component without required settings. */
  private static Stream<SettingKey> firstKeys(Class<? extends Record> record) {
    return SettingKey.of(record).stream()
        .filter(key -> key.standard() != null && !key.standard().equals("{}"))
        .limit(KEYS_SHOWN_WITHIN);
  }

  private String flow(Stream<SettingKey> keys) {
    return keys.map(key -> key.name() + ": " + value(key))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String value(SettingKey key) {
    if (key.standard() != null) {
      return key.standard();
    }
    return key.example() != null ? key.example() : value(key.type(), key.range());
  }

  private String value(SettingType type, @Nullable Interval range) {
    if (type instanceof SettingType.Whole) {
      return Long.toString((long) within(range, 1));
    } else if (type instanceof SettingType.Real) {
      return Double.toString(within(range, 0.5));
    } else if (type instanceof SettingType.Truth) {
      return "true";
    } else if (type instanceof SettingType.TimeSpan) {
      return "10m";
    } else if (type instanceof SettingType.Choice choice) {
      return choice.labels().get(0);
    } else if (type instanceof SettingType.Items items) {
      return "[" + value(items.item(), range) + "]";
    } else if (type instanceof SettingType.Entries entries) {
      return "{example: " + value(entries.value(), range) + "}";
    } else if (type instanceof SettingType.Nested nested) {
      return flow(required(nested.record()));
    } else if (type instanceof SettingType.Variants variants) {
      return variant(variants);
    } else if (type instanceof SettingType.Part part) {
      return part(part.kind());
    }
    return "example";
  }

  private static Stream<SettingKey> required(Class<? extends Record> record) {
    return SettingKey.of(record).stream().filter(SettingKey::required);
  }

  private String variant(SettingType.Variants variants) {
    Map.Entry<String, Class<? extends Record>> first =
        variants.records().entrySet().iterator().next();
    String keys =
        required(first.getValue())
            .map(key -> ", " + key.name() + ": " + value(key))
            .collect(Collectors.joining());
    return "{type: " + first.getKey() + keys + "}";
  }

  private String part(ComponentKind<?> kind) {
    List<String> types = catalogue.types(kind);
    return types.isEmpty() ? "{}" : "{type: " + types.get(0) + "}";
  }

  /** Returns a simple number in an interval. */
  private static double within(@Nullable Interval range, double usual) {
    if (range == null || range.contains(usual)) {
      return usual;
    }
    double low = Math.ceil(range.low());
    return Stream.of(low, low + 1, Math.floor(range.high()), (range.low() + range.high()) / 2)
        .filter(range::contains)
        .findFirst()
        .orElse(usual);
  }
}
