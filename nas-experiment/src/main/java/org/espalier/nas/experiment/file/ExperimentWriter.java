package org.espalier.nas.experiment.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.espalier.nas.api.plugin.SettingLabel;
import org.espalier.nas.experiment.text.Durations;
import org.jspecify.annotations.Nullable;

/** A writer of experiments with all defaults filled in; a written experiment reads back equal. */
public final class ExperimentWriter {
  private final YAMLMapper yaml =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  private final @Nullable Path folder;

  /** Creates a writer of absolute paths. */
  public ExperimentWriter() {
    this.folder = null;
  }

  /** Creates a writer of paths relative to a folder, such as that of the experiment's file. */
  public ExperimentWriter(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Returns the experiment as YAML, in the order of the records' components. */
  public String yaml(Experiment experiment) {
    return yaml(experiment, key -> true);
  }

  /** Returns the wanted keys of the experiment as YAML. */
  public String yaml(Experiment experiment, Predicate<String> wanted) {
    Map<String, Object> tree = tree(experiment);
    tree.keySet().removeIf(wanted.negate());
    return text(tree);
  }

  /** Returns maps, lists and single values as YAML. */
  public String text(Map<String, Object> tree) {
    try {
      return yaml.writeValueAsString(tree);
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException(tree.keySet() + " cannot be written as YAML.", error);
    }
  }

  /** Returns the experiment as maps, lists and single values. */
  public Map<String, Object> tree(Record settings) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (settings.getClass().getInterfaces().length > 0
        && settings.getClass().getInterfaces()[0].isSealed()) {
      tree.put(Binder.TYPE, SettingLabel.variant(settings.getClass()));
    }
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Object value = read(settings, component);
      if (value != null) {
        tree.put(component.getName(), value(value));
      }
    }
    return tree;
  }

  private Object value(Object value) {
    if (value instanceof Component<?> component) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put(Binder.TYPE, component.type());
      tree.putAll(tree(component.config()));
      return tree;
    } else if (value instanceof Record settings) {
      return tree(settings);
    } else if (value instanceof List<?> items) {
      return items.stream().map(this::value).toList();
    } else if (value instanceof Map<?, ?> entries) {
      Map<String, Object> tree = new LinkedHashMap<>();
      entries.forEach((key, held) -> tree.put(String.valueOf(key), value(held)));
      return tree;
    } else if (value instanceof Enum<?>) {
      return ScalarBinder.label(value);
    } else if (value instanceof Duration duration) {
      return Durations.format(duration);
    }
    return value instanceof Path path ? shown(path) : value;
  }

  private String shown(Path path) {
    Path base = folder;
    return base == null || !path.isAbsolute()
        ? path.toString()
        : base.relativize(path).toString().replace(File.separatorChar, '/');
  }

  private static @Nullable Object read(Record settings, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(settings);
    } catch (IllegalAccessException | InvocationTargetException error) {
      throw new IllegalStateException(component + " cannot be read.", error);
    }
  }
}
