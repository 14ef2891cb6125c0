package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nas plugins}, {@code nas plugins describe} and {@code nas schema}. */
class PluginsCommandTest {
  private final Terminal terminal =
      new Terminal(() -> Catalogue.load(PluginsCommandTest.class.getClassLoader()));

  @TempDir private Path folder;

  @Test
  void aKindListsItsComponentsOnly() {
    assertThat(terminal.run("plugins", "--kind", "controller")).isZero();

    assertThat(terminal.out())
        .matches("(?s)KIND +ID +FROM +DESCRIPTION\n.*")
        .containsPattern("controller +reinforce +built-in +")
        .doesNotContain("dataset");
  }

  @Test
  void anUnknownKindOrComponentIsBadInput() {
    assertThat(terminal.run("plugins", "--kind", "contoller")).isEqualTo(2);
    assertThat(terminal.err()).contains("Did you mean controller?");
    assertThat(terminal.run("plugins", "describe", "rienforce")).isEqualTo(2);
    assertThat(terminal.err()).contains("Did you mean reinforce?");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void aComponentIsDescribedForPeople() {
    assertThat(terminal.run("plugins", "describe", "controller/reinforce")).isZero();

    assertThat(terminal.out())
        .contains("SETTING", "[0, 1]", "Discount over the steps of a", "Example:");
  }

  @Test
  void aComponentIsDescribedForPrograms() throws JsonProcessingException {
    assertThat(terminal.run("plugins", "describe", "reinforce", "--json")).isZero();

    JsonNode answer = new ObjectMapper().readTree(terminal.out());
    assertThat(answer.at("/kind").asText()).isEqualTo("controller");
    assertThat(answer.at("/builtIn").asBoolean()).isTrue();
    assertThat(answer.at("/settings/2/name").asText()).isEqualTo("batch");
    assertThat(answer.at("/settings/2/default").asInt()).isEqualTo(10);
    assertThat(answer.at("/settings/2/range").asText()).isEqualTo("[1, inf)");
    assertThat(answer.at("/settings/5/settings/0/values/0").asText()).isEqualTo("constant");
    assertThat(answer.at("/example").asText()).startsWith("controller:\n  type: reinforce\n");
  }

  @Test
  void theSchemaGoesToAFileOrToStandardOutput() throws IOException {
    Path file = folder.resolve("experiment.schema.json");

    assertThat(terminal.run("schema", "--out", file)).isZero();
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.run("schema")).isZero();

    assertThat(Files.readString(file)).isEqualTo(terminal.out()).endsWith("}\n");
  }

  @Test
  void comparisonsHaveASchemaOfTheirOwn() throws IOException {
    Path file = folder.resolve("comparison.schema.json");

    assertThat(terminal.run("schema", "--comparison", "--out", file)).isZero();
    assertThat(terminal.run("schema", "--comparison")).isZero();

    assertThat(Files.readString(file))
        .isEqualTo(terminal.out())
        .contains("\"title\" : \"Espalier comparison\"");
  }

  @Test
  void aSchemaThatCannotBeWrittenNamesTheFile() {
    Path file = folder.resolve("missing").resolve("experiment.schema.json");

    assertThat(terminal.run("schema", "--out", file)).isEqualTo(1);
    assertThat(terminal.err()).contains(file + " cannot be written");
  }
}
