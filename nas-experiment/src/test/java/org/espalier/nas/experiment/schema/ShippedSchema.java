package org.espalier.nas.experiment.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A schema in the folder of the files that it describes. */
record ShippedSchema(Path file) {

  /** Checks that the schema is up to date; {@code -Dgolden.write=true} rewrites it. */
  void assertIs(String schema) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, schema);
    }

    assertThat(schema)
        .as("run this test with -Dgolden.write=true")
        .isEqualTo(Files.readString(file));
  }

  void assertValid() throws IOException {
    Schema draft7 =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

    assertThat(draft7.validate(new ObjectMapper().readTree(Files.readString(file)))).isEmpty();
  }

  /** Checks that a shipped file names the schema and is valid. */
  void assertAccepted(Path shipped, Validator validator) throws IOException {
    assertThat(validator.complaints(EditorYaml.read(shipped))).isEmpty();
    assertThat(Files.readString(shipped))
        .startsWith("# yaml-language-server: $schema=" + file.getFileName() + "\n");
  }
}
