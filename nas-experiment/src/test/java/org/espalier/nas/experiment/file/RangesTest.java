package org.espalier.nas.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.engine.study.StudySettings;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Test that every number in an experiment file states its range, and that the record's constructor,
 * which a caller from Java uses, agrees with it.
 */
class RangesTest {
  private static final Catalogue CATALOGUE = Catalogue.load(RangesTest.class.getClassLoader());

  /** Settings that a record needs besides its defaults. */
  private static final Map<String, String> REQUIRED =
      Map.ofEntries(
          Map.entry("CsvSettings", "{file: data.csv}"),
          Map.entry("ImageFolderSettings", "{folder: images}"),
          Map.entry("CatalogueSettings", "{name: iris}"),
          Map.entry("StudySettings", "{name: study}"),
          Map.entry("FactObjectiveSettings", "{name: energy}"),
          Map.entry("MnasNetSettings", "{target: 1}"),
          Map.entry("PenaltySettings", "{limits: [energy <= 1]}"),
          Map.entry("WeightedSumSettings", "{weights: [1]}"),
          Map.entry("ChebyshevSettings", "{weights: [1], ideal: [0]}"),
          Map.entry("OutputStates", "{normal: [1], reduction: [1]}"),
          Map.entry("SparkExecutorSettings", "{master: yarn}"),
          Map.entry("IntegerParameter", "{low: 1, high: 9}"),
          Map.entry("RealParameter", "{low: 0, high: 1}"),
          Map.entry("TabularSettings", "{table: wine-mlp}"),
          Map.entry("TestFunctionSettings", "{function: branin}"),
          Map.entry("ConditionalFunctionSettings", "{function: tree}"),
          Map.entry("TimeDecaySchedule", "{decay: 0.1}"),
          Map.entry("ExponentialSchedule", "{decay: 0.9}"),
          Map.entry(
              "Experiment",
              "{name: x, searchSpace: {type: mlp}, controller: {type: random},"
                  + " evaluator: {type: hidden-architecture}}"));

  /** Other settings with which a number can reach the ends of its range. */
  private static final Map<String, String> COMPANIONS =
      Map.of(
          "BlobsSettings.samples", "{classes: 2}",
          "InformativeSettings.samples", "{classes: 2}",
          "InformativeSettings.features", "{informative: 1, redundant: 0, classes: 2, clusters: 1}",
          "InformativeSettings.informative", "{classes: 2, clusters: 1}",
          "MlpSettings.dropoutPositions", "{maxLength: 1000}",
          "IntegerParameter.high", "{low: -1000000000000, high: 1}",
          "ClassWeighting.weights", "{type: given, weights: {high: 1}}",
          "LatencySettings.timeout", "{command: [measure]}",
          "Split.test", "{validation: 1e-300}");

  /** Numbers whose minimum depends on another setting. */
  private static final Set<String> BOUNDED_BY_OTHERS =
      Set.of("ReinforceSettings.scoreHigh", "RealParameter.high");

  /** A number, list of numbers or map of numbers that a file can hold. */
  private record Numeric(Class<? extends Record> owner, RecordComponent component) {

    Interval range() {
      return Interval.parse(component.getAnnotation(Range.class).value());
    }

    @Override
    public String toString() {
      return owner.getSimpleName() + "." + component.getName();
    }
  }

  static Stream<Numeric> settings() {
    Set<Class<? extends Record>> records = new LinkedHashSet<>();
    collect(Experiment.class, records);
    collect(StudySettings.class, records);
    for (RegisteredComponent<?> component : CATALOGUE.components()) {
      collect(component.config(), records);
    }
    return records.stream()
        .flatMap(
            owner ->
                Arrays.stream(owner.getRecordComponents())
                    .map(component -> new Numeric(owner, component)))
        .filter(setting -> isNumber(numberType(setting.component().getGenericType())));
  }

  private static void collect(Type type, Set<Class<? extends Record>> found) {
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() != Component.class) {
        Arrays.stream(generic.getActualTypeArguments()).forEach(held -> collect(held, found));
      }
    } else if (type instanceof Class<?> raw && raw.isSealed()) {
      Arrays.stream(raw.getPermittedSubclasses()).forEach(variant -> collect(variant, found));
    } else if (type instanceof Class<?> raw && raw.isRecord()) {
      if (found.add(raw.asSubclass(Record.class))) {
        Arrays.stream(raw.getRecordComponents())
            .forEach(component -> collect(component.getGenericType(), found));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everyNumberSaysItsRange(Numeric setting) {
    assertThat(setting.component().getAnnotation(Range.class)).isNotNull();
    assertThat(setting.range().toString())
        .isEqualTo(setting.component().getAnnotation(Range.class).value());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void theDefaultLiesInTheRange(Numeric setting) {
    Default standard = setting.component().getAnnotation(Default.class);
    if (standard != null) {
      Problems problems = new Problems();
      var yaml = new YamlReader(problems).flag(Source.flag("test"), standard.value()).orElseThrow();

      new Binder(CATALOGUE, problems)
          .value(
              setting.component().getGenericType(),
              yaml,
              setting.component().getName(),
              Bounds.of(setting.component()));

      assertThat(problems.sorted()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void theConstructorAcceptsWhatLiesInTheRange(Numeric setting) {
    for (Number value : inside(setting)) {
      try {
        make(setting, value);
      } catch (InvalidSettingException refused) {
        assertThat(refused.setting())
            .as("%s: %s", setting, refused.getMessage())
            .isNotEqualTo(setting.component().getName());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void theConstructorRefusesWhatLiesOutside(Numeric setting) {
    for (Number value : outside(setting)) {
      assertThatThrownBy(() -> make(setting, value))
          .as("%s = %s", setting, value)
          .isInstanceOf(InvalidSettingException.class);
    }
  }

  @Test
  void thereAreSettingsOfEveryForm() {
    assertThat(settings().map(Numeric::toString))
        .contains(
            "Experiment.workers",
            "Budget.trials",
            "MlpSettings.nodes",
            "Sgd.learningRate",
            "ClassWeighting.weights",
            "Split.seed");
  }

  @Test
  void theExceptionsAreStillThere() {
    List<String> known = settings().map(Numeric::toString).toList();

    assertThat(known).containsAll(COMPANIONS.keySet()).containsAll(BOUNDED_BY_OTHERS);
  }

  private static List<Number> inside(Numeric setting) {
    Interval range = setting.range();
    List<Number> values = new ArrayList<>();
    boolean bounded = BOUNDED_BY_OTHERS.contains(setting.toString());
    if (whole(setting)) {
      if (Double.isFinite(range.low())) {
        values.add((long) range.low());
      } else if (!bounded) {
        values.add(-largest(setting));
      }
      if (Double.isFinite(range.high())) {
        values.add((long) range.high());
      } else if (!bounded) {
        values.add(largest(setting));
      }
      return values;
    }
    DoubleStream.of(
            range.includesLow() ? range.low() : Math.nextUp(range.low()),
            range.includesHigh() ? range.high() : Math.nextDown(range.high()))
        .filter(end -> !bounded || Math.abs(end) < Double.MAX_VALUE)
        .forEach(values::add);
    return values;
  }

  private static List<Number> outside(Numeric setting) {
    Interval range = setting.range();
    List<Number> values = new ArrayList<>();
    if (whole(setting)) {
      if (Double.isFinite(range.low())) {
        values.add((long) range.low() - 1);
      }
      if (Double.isFinite(range.high())) {
        values.add((long) range.high() + 1);
      }
      return values;
    }
    values.add(range.includesLow() ? Math.nextDown(range.low()) : range.low());
    values.add(range.includesHigh() ? Math.nextUp(range.high()) : range.high());
    values.add(Double.POSITIVE_INFINITY);
    values.add(Double.NEGATIVE_INFINITY);
    values.add(Double.NaN);
    return values;
  }

  private static long largest(Numeric setting) {
    Class<?> type = numberType(setting.component().getGenericType());
    return type == int.class || type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
  }

  private static boolean whole(Numeric setting) {
    Class<?> type = numberType(setting.component().getGenericType());
    return type != double.class && type != Double.class;
  }

  /**
   * Creates the record with one number set, and its other settings at their defaults or as
   * companions.
   */
  private static void make(Numeric setting, Number value) {
    Record base = base(setting);
    RecordComponent[] components = setting.owner().getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] =
          components[i].getName().equals(setting.component().getName())
              ? holding(setting.component().getGenericType(), value)
              : read(components[i], base);
    }
    construct(setting.owner(), arguments);
  }

  private static Record base(Numeric setting) {
    String yaml =
        COMPANIONS.getOrDefault(
            setting.toString(), REQUIRED.getOrDefault(setting.owner().getSimpleName(), "{}"));
    Problems problems = new Problems();
    var mapping =
        (Setting.Mapping) new YamlReader(problems).flag(Source.flag("test"), yaml).orElseThrow();
    var made = new Binder(CATALOGUE, problems).record(setting.owner(), mapping, "test", Set.of());
    assertThat(problems.sorted()).isEmpty();
    return made.orElseThrow();
  }

  private static Object holding(Type type, Number value) {
    if (type instanceof ParameterizedType generic) {
      Object held = holding(numberType(generic), value);
      return generic.getRawType() == List.class ? List.of(held) : Map.of("high", held);
    }
    return type == int.class || type == Integer.class
        ? (Object) value.intValue()
        : type == long.class || type == Long.class
            ? (Object) value.longValue()
            : (Object) value.doubleValue();
  }

  private static Class<?> numberType(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] held = generic.getActualTypeArguments();
      return numberType(held[held.length - 1]);
    }
    return (Class<?>) type;
  }

  private static boolean isNumber(Class<?> type) {
    return Number.class.isAssignableFrom(type)
        || type == int.class
        || type == long.class
        || type == double.class;
  }

  private static Object read(RecordComponent component, Record from) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(from);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static void construct(Class<? extends Record> type, Object[] arguments) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new AssertionError(e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
