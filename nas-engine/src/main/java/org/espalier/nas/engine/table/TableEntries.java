package org.espalier.nas.engine.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.data.CategoryEncoding;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.storage.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a table's file: JSON documents and NumPy arrays by name.
 *
 * <p>Dimensions of arrays: A architectures, S seeds, E measured epochs, F facts, 3 phases.
 */
final class TableEntries {
  /** The entry with the format's version and the definition; the first one of a file. */
  static final String DEFINITION = "table.json";

  /** The version that is written. */
  static final int VERSION = 1;

  private static final String ARCHITECTURES = "architectures.json";
  private static final String FACTS = "facts.npy";
  private static final String EPOCHS = "epochs.npy";
  private static final String FAILURES = "failures.json";
  private static final String SECONDS = "seconds.npy";
  private static final String PROVENANCE = "provenance.json";
  private static final String VERSION_KEY = "version";
  private static final String MEASURED = "measured";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addMixIn(Task.class, TaskType.class)
          .addMixIn(DatasetInfo.class, DataType.class)
          .addMixIn(Feature.class, FeatureType.class)
          .addMixIn(CategoryEncoding.class, EncodingType.class)
          .addMixIn(Choice.class, ChoiceType.class)
          .build();

  private static final TypeReference<ObjectNode> TREE = new TypeReference<>() {};
  private static final TypeReference<List<List<Choice>>> CHOICES = new TypeReference<>() {};
  private static final TypeReference<List<FailedRun>> FAILED_RUNS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Task.Classification.class, name = "classification"),
    @JsonSubTypes.Type(value = Task.MultiLabel.class, name = "multi-label"),
    @JsonSubTypes.Type(value = Task.Regression.class, name = "regression")
  })
  private interface TaskType {}

  /** Data with the key {@code features} are a table, those with {@code channels} are images. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({
    @JsonSubTypes.Type(DatasetInfo.Tabular.class),
    @JsonSubTypes.Type(DatasetInfo.Image.class)
  })
  private interface DataType {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Choice.Option.class, name = "option"),
    @JsonSubTypes.Type(value = Choice.Whole.class, name = "whole"),
    @JsonSubTypes.Type(value = Choice.Real.class, name = "real")
  })
  private interface ChoiceType {}

  /** A feature, most of which have no encoding. */
  private interface FeatureType {
    @SuppressWarnings("UnusedMethod") // Jackson reads its annotation.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable CategoryEncoding encoding();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = CategoryEncoding.Hashing.class, name = "hashing"),
    @JsonSubTypes.Type(value = CategoryEncoding.Frequency.class, name = "frequency")
  })
  private interface EncodingType {}

  /** A failed run as {@code failures.json} has it. */
  private record FailedRun(int architecture, int seed, TableFailure failure) {}

  private final Map<String, byte[]> contents;

  /**
   * Creates the entries of a file.
   *
   * @param contents the contents by name, as they were read
   */
  TableEntries(Map<String, byte[]> contents) {
    this.contents = new LinkedHashMap<>(contents);
  }

  /** Returns the entries that the same trainings reproduce to the byte, in the order of a file. */
  static Map<String, byte[]> results(BenchmarkTable table) {
    TableDefinition definition = table.definition();
    Results results = table.results();
    int architectures = table.architectures().size();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    ObjectNode head = JSON.createObjectNode().put(VERSION_KEY, VERSION);
    head.setAll((ObjectNode) JSON.valueToTree(definition));
    if (definition.measuresEveryEpoch()) {
      head.remove(MEASURED);
    }
    entries.put(DEFINITION, json(TREE, head));
    entries.put(
        ARCHITECTURES,
        json(CHOICES, table.architectures().stream().map(Architecture::choices).toList()));
    entries.put(FACTS, NumpyArray.of(results.facts, architectures, definition.facts().size()));
    entries.put(EPOCHS, NumpyArray.of(results.lengths, architectures, definition.seeds()));
    entries.put(FAILURES, json(FAILED_RUNS, failures(table)));
    for (int metric = 0; metric < definition.metrics().size(); metric++) {
      entries.put(
          values(definition.metrics().get(metric)),
          NumpyArray.of(
              results.values[metric],
              architectures,
              definition.seeds(),
              definition.measured().size()));
    }
    return entries;
  }

  /** Returns the entries that depend on a machine and an hour. */
  static Map<String, byte[]> circumstances(BenchmarkTable table) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    int seeds = table.definition().seeds();
    entries.put(
        SECONDS,
        NumpyArray.of(
            table.results().seconds, table.architectures().size(), seeds, Results.PHASES.length));
    entries.put(PROVENANCE, json(TEXTS, table.provenance()));
    return entries;
  }

  private static String values(String metric) {
    return "values/" + metric + ".npy";
  }

  private static List<FailedRun> failures(BenchmarkTable table) {
    int seeds = table.definition().seeds();
    List<FailedRun> failures = new ArrayList<>();
    table
        .results()
        .failures
        .forEach((run, failure) -> failures.add(new FailedRun(run / seeds, run % seeds, failure)));
    return failures;
  }

  /** Writes by the declared type, without which the kinds of choices would be lost. */
  private static byte[] json(TypeReference<?> type, Object value) {
    try {
      return JSON.writerFor(type).writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the version of the format.
   *
   * @throws IOException if the definition has none
   */
  int version() throws IOException {
    return read(
        DEFINITION,
        bytes -> {
          JsonNode version = JSON.readTree(bytes).path(VERSION_KEY);
          if (!version.isInt()) {
            throw new IOException("the key version is missing");
          }
          return version.intValue();
        });
  }

  /**
   * Returns the definition of the table.
   *
   * @throws IOException if it is missing or malformed
   */
  TableDefinition definition() throws IOException {
    return read(
        DEFINITION,
        bytes -> {
          ObjectNode tree = JSON.readValue(bytes, TREE);
          tree.remove(VERSION_KEY);
          if (!tree.has(MEASURED)) {
            tree.putArray(MEASURED);
          }
          for (JsonNode feature : tree.path("data").path("features")) {
            if (feature instanceof ObjectNode object && !object.has("encoding")) {
              object.putNull("encoding");
            }
          }
          return JSON.treeToValue(tree, TableDefinition.class);
        });
  }

  /**
   * Returns the whole table.
   *
   * @throws IOException if an entry is missing, malformed or of another size; the message names it
   */
  BenchmarkTable table() throws IOException {
    TableDefinition definition = definition();
    List<List<Choice>> choices = read(ARCHITECTURES, bytes -> JSON.readValue(bytes, CHOICES));
    int architectures = choices.size();
    int seeds = definition.seeds();
    float[][] values = new float[definition.metrics().size()][];
    for (int metric = 0; metric < values.length; metric++) {
      values[metric] =
          read(
              values(definition.metrics().get(metric)),
              bytes ->
                  NumpyArray.floats(bytes, architectures, seeds, definition.measured().size()));
    }
    Results results =
        new Results(
            definition.measured().size(),
            values,
            read(EPOCHS, bytes -> lengths(bytes, definition, architectures)),
            read(FACTS, b -> NumpyArray.doubles(b, architectures, definition.facts().size())),
            read(SECONDS, b -> NumpyArray.floats(b, architectures, seeds, Results.PHASES.length)));
    results.failures.putAll(read(FAILURES, bytes -> failures(bytes, definition, architectures)));
    Map<String, String> provenance = read(PROVENANCE, bytes -> JSON.readValue(bytes, TEXTS));
    return new BenchmarkTable(
        definition, choices.stream().map(Architecture::new).toList(), results, provenance);
  }

  private static int[] lengths(byte[] bytes, TableDefinition definition, int architectures)
      throws IOException {
    int[] lengths = NumpyArray.integers(bytes, architectures, definition.seeds());
    for (int length : lengths) {
      if (length < 0 || length > definition.measured().size()) {
        throw new IOException(
            "a training has %d epochs, expected 0 to %d"
                .formatted(length, definition.measured().size()));
      }
    }
    return lengths;
  }

  private static Map<Integer, TableFailure> failures(
      byte[] bytes, TableDefinition definition, int architectures) throws IOException {
    Map<Integer, TableFailure> failures = new LinkedHashMap<>();
    for (FailedRun run : JSON.readValue(bytes, FAILED_RUNS)) {
      if (run.architecture < 0
          || run.architecture >= architectures
          || run.seed < 0
          || run.seed >= definition.seeds()) {
        throw new IOException(
            "architecture %d with seed %d is not in the table"
                .formatted(run.architecture, run.seed));
      }
      failures.put(run.architecture * definition.seeds() + run.seed, run.failure);
    }
    return failures;
  }

  private interface Reading<T> {
    T of(byte[] bytes) throws IOException;
  }

  private <T> T read(String entry, Reading<T> reading) throws IOException {
    byte[] bytes = contents.get(entry);
    if (bytes == null) {
      throw new IOException("the entry " + entry + " is missing");
    }
    try {
      return reading.of(bytes);
    } catch (JsonProcessingException e) {
      throw malformed(entry, reason(e), e);
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw malformed(entry, IoReason.of(e), e);
    }
  }

  /**
   * Returns the message with the path of the value, which Jackson's own hides among class names.
   */
  private static String reason(JsonProcessingException error) {
    String path =
        error instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(
                    at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    return (path.isEmpty() ? "" : path + ": ") + error.getOriginalMessage();
  }

  private static IOException malformed(String entry, String reason, Exception cause) {
    return new IOException("the entry %s is malformed: %s".formatted(entry, reason), cause);
  }
}
