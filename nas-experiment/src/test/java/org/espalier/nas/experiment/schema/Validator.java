package org.espalier.nas.experiment.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.espalier.nas.experiment.plugin.Catalogue;

/** A validator for the schema of a catalogue. */
public final class Validator {
  private final Schema schema;

  /** Creates a validator for a catalogue's experiments. */
  public Validator(Catalogue catalogue) {
    this(new ExperimentSchema(catalogue).json());
  }

  private Validator(String json) {
    this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(json);
  }

  /** Creates a validator for a catalogue's comparisons. */
  public static Validator ofComparisons(Catalogue catalogue) {
    return new Validator(new ComparisonSchema(catalogue).json());
  }

  /** Returns the schema's errors in a document. */
  public List<String> complaints(JsonNode document) {
    return schema.validate(document).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
