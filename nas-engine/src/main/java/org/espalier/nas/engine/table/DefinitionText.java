package org.espalier.nas.engine.table;

import java.io.IOException;
import org.espalier.nas.api.data.DatasetInfo;

/** Writes the definition of a table as text. */
final class DefinitionText {

  private DefinitionText() {}

  static String write(TableDefinition definition) {
    KeyedText text =
        new KeyedText()
            .put("name", definition.name())
            .put("experiment", definition.experiment())
            .put("experiment.sha256", definition.experimentHash())
            .put("space.count", definition.space().count().toString())
            .put("space.decisions", definition.space().decisions())
            .put("sample", String.valueOf(definition.sample()))
            .put("seeds", String.valueOf(definition.seeds()))
            .put("epochs", String.valueOf(definition.epochs()))
            .put("metrics", definition.metrics())
            .put("facts", definition.facts());
    DatasetInfo data = definition.data();
    if (data != null) {
      DatasetText.write(data, text);
    }
    return text.toString();
  }

  static TableDefinition read(String written) throws IOException {
    KeyedText text = KeyedText.parse(written);
    return new TableDefinition(
        text.text("name"),
        text.text("experiment"),
        new SpaceOutline(text.list("space.decisions"), text.number("space.count")),
        Boolean.parseBoolean(text.text("sample")),
        text.count("seeds"),
        text.count("epochs"),
        text.list("metrics"),
        text.list("facts"),
        DatasetText.read(text));
  }
}
