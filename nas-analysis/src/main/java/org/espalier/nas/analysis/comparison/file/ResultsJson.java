package org.espalier.nas.analysis.comparison.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.text.Assumptions;
import org.espalier.nas.analysis.comparison.text.Verdict;

/**
 * The content of {@code results.json}: the records of {@link ComparisonResults} with the names of
 * their components. Missing values, infinite values and NaN are null.
 */
final class ResultsJson {

  /** Version of the format, to be raised when a member changes or disappears. */
  private static final int VERSION = 2;

  private static final double LARGEST_INTEGER = 1e15;

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(
              new SimpleModule()
                  .addSerializer(Double.class, new NumberSerializer())
                  .addSerializer(double.class, new NumberSerializer())
                  .addSerializer(Enum.class, new EnumSerializer()));

  private ResultsJson() {}

  /** Returns the content of the file. */
  static String of(ComparisonResults results) {
    ComparisonRecord comparison = results.comparison();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", VERSION);
    root.put("name", comparison.name());
    root.put("description", comparison.description());
    root.set("protocol", MAPPER.valueToTree(comparison.protocol()));
    root.set("problems", MAPPER.valueToTree(comparison.problems()));
    root.set("arms", MAPPER.valueToTree(comparison.arms()));
    root.set("results", MAPPER.valueToTree(results.arms()));
    root.set("pairs", MAPPER.valueToTree(results.pairs()));
    root.set("ranks", MAPPER.valueToTree(results.ranks()));
    root.set("verdict", MAPPER.valueToTree(Verdict.of(results)));
    root.set("assumptions", MAPPER.valueToTree(Assumptions.of(results)));
    root.set("facts", MAPPER.valueToTree(comparison.facts()));
    root.put("file", comparison.yaml());
    try {
      return MAPPER.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The results cannot be written as JSON.", e);
    }
  }

  /** Writes integers without a fraction, and null for values that are not JSON numbers. */
  private static final class NumberSerializer extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (!Double.isFinite(value)) {
        json.writeNull();
      } else if (value == Math.rint(value) && Math.abs(value) < LARGEST_INTEGER) {
        json.writeNumber(value.longValue());
      } else {
        json.writeNumber(value);
      }
    }
  }

  /** Writes constants in lower case. */
  @SuppressWarnings("rawtypes")
  private static final class EnumSerializer extends JsonSerializer<Enum> {
    @Override
    public void serialize(Enum value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.name().toLowerCase(Locale.ROOT));
    }
  }
}
