package org.espalier.nas.data.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.CsvFormat;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class CsvSettingsContractTest {

  @Nested
  class OfTheData extends SettingsContract {
    @Override
    protected Record settings() {
      return new CsvSettings(
          Path.of("flowers.csv"),
          null,
          CsvFormat.commaSeparated(),
          List.of(),
          -1,
          null,
          TaskChoice.AUTO,
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          Map.of(),
          Preparation.standard());
    }
  }

  @Nested
  class OfTheFormat extends SettingsContract {
    @Override
    protected Record settings() {
      return CsvFormat.commaSeparated();
    }
  }
}
