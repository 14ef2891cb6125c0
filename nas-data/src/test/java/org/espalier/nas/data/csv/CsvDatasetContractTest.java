package org.espalier.nas.data.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.MissingValues;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.Split;
import org.espalier.nas.data.prepare.SplitRule;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.CsvFormat;
import org.espalier.nas.testkit.DatasetContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class CsvDatasetContractTest {

  @Nested
  class OfClasses extends OfAFile {
    OfClasses() {
      super("kind", TaskChoice.AUTO);
    }
  }

  @Nested
  class OfNumbers extends OfAFile {
    OfNumbers() {
      super("quality", TaskChoice.REGRESSION);
    }
  }

  @Nested
  class OfFolds extends OfAFile {
    OfFolds() {
      super("quality", TaskChoice.REGRESSION, Split.standard().withFolds(4));
    }
  }

  @Nested
  class OfDates extends OfAFile {
    OfDates() {
      super(
          "quality",
          TaskChoice.REGRESSION,
          new Split(SplitRule.DATE, "number", 0.1, 0.2, true, null, null));
    }

    /** The seed does not change a split by date. */
    @Override
    protected Optional<Dataset> another() {
      return Optional.empty();
    }
  }

  /** Numbers and names, some of them missing. */
  abstract static class OfAFile extends DatasetContract {
    private final String label;
    private final TaskChoice task;
    private final Split split;
    @TempDir Path folder;

    OfAFile(String label, TaskChoice task) {
      this(label, task, Split.standard());
    }

    OfAFile(String label, TaskChoice task, Split split) {
      this.label = label;
      this.task = task;
      this.split = split;
    }

    @Override
    protected Dataset dataset() throws IOException {
      return dataset(new RandomStreams(1));
    }

    @Override
    protected Optional<Dataset> another() throws IOException {
      return Optional.of(dataset(new RandomStreams(2)));
    }

    private Dataset dataset(RandomStreams streams) throws IOException {
      StringBuilder text = new StringBuilder("acid,colour,kind,number,quality\n");
      for (int i = 0; i < 60; i++) {
        text.append(i % 9 == 4 ? "" : Integer.toString(i * 37 % 60));
        text.append(i % 3 == 0 ? ",red" : ",white");
        text.append(i % 2 == 0 ? ",a," : ",b,")
            .append(i * i)
            .append(',')
            .append(3 + i % 7)
            .append('\n');
      }
      Path file = Files.writeString(folder.resolve("wine.csv"), text);
      Preparation prepare = Preparation.standard().with(MissingValues.IMPUTE).with(split);
      CsvFormat format = CsvFormat.commaSeparated();
      return new CsvDataset(
          new CsvSettings(
              file,
              null,
              format,
              List.of(label),
              null,
              null,
              task,
              Map.of(),
              Map.of(),
              List.of(),
              List.of(),
              Map.of(),
              prepare),
          streams);
    }
  }
}
