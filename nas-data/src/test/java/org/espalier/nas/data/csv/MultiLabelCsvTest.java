package org.espalier.nas.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.CsvFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose rows have several labels. */
class MultiLabelCsvTest {
  @TempDir Path folder;

  private Path file(String header, String rows) throws IOException {
    return Files.writeString(folder.resolve("a.csv"), header + "\n" + rows.repeat(10));
  }

  private static CsvSettings settings(
      Path file, List<String> label, String separator, TaskChoice task, List<String> drop) {
    return new CsvSettings(
        file,
        null,
        CsvFormat.commaSeparated(),
        label,
        null,
        separator,
        task,
        Map.of(),
        Map.of(),
        drop,
        List.of(),
        Map.of(),
        Preparation.standard());
  }

  private static Dataset open(Path file, List<String> label, String separator) {
    return new CsvDataset(
        settings(file, label, separator, TaskChoice.AUTO, List.of()), new RandomStreams(1));
  }

  @Test
  void aListOfColumnsIsAMultiLabelTask() throws IOException {
    Path file = file("news,length,sport", "0,1.5,yes\n1,2.5,no\n0,3.5,no\n");
    Dataset dataset = open(file, List.of("sport", "news"), null);

    assertThat(dataset.info().task())
        .isEqualTo(new Task.MultiLabel("sport, news", List.of("sport", "news")));
    assertThat(Described.features(dataset)).hasSize(1);
    assertThat(dataset.examples(Part.TRAINING).targetsPerExample()).isEqualTo(2);
  }

  @Test
  void anUnknownLabelIsNamed() throws IOException {
    Path file = file("news,length,sport", "0,1.5,yes\n1,2.5,no\n");
    assertThatThrownBy(() -> open(file, List.of("news", "sports"), null))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "a.csv has no column sports. Did you mean sport? Its columns are news, length, sport.");
    assertThatThrownBy(() -> open(file, List.of("sports"), "|"))
        .hasMessage(
            "a.csv has no column sports. Did you mean sport? Its columns are news, length, sport.");
  }

  /** Numbers as labels, and rows without one, in a column that looks numeric. */
  @Test
  void aColumnOfSeparatedLabelsIsTextAndMayBeEmpty() throws IOException {
    Path file = file("length,tags", "1.5,7\n2.5,7|12\n3.5,\n4.5,12\n");
    Dataset dataset = open(file, List.of("tags"), "|");

    assertThat(dataset.info().task()).isEqualTo(new Task.MultiLabel("tags", List.of("12", "7")));
    assertThat(dataset.info().sizes().values().stream().mapToInt(size -> size).sum()).isEqualTo(40);
  }

  @Test
  void otherMarkersOfMissingValuesAreMissingLabels() throws IOException {
    Path file = file("length,tags", "1.5,a\n2.5,a|b\n3.5,NA\n4.5,b\n");
    assertThatThrownBy(() -> open(file, List.of("tags"), "|"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("a.csv:4: tags is missing; 10 of 40 values of the column are.");
  }

  @Test
  void contradictorySettingsAreNamed() throws IOException {
    Path file = file("length,tags", "1.5,a\n");
    refused(
        "labelSeparator (|) needs the name of the label column in label.", file, List.of(), "|");
    refused("labelSeparator (|) needs one label column, not a, b.", file, List.of("a", "b"), "|");
    refused("label [a, a] must name each column once.", file, List.of("a", "a"), null);
    assertThatThrownBy(
            () -> settings(file, List.of("a", "b"), null, TaskChoice.AUTO, List.of("c", "b")))
        .hasMessage("drop [c, b] must not hold the label b.");
    assertThatThrownBy(
            () -> settings(file, List.of("a", "b"), null, TaskChoice.REGRESSION, List.of()))
        .hasMessageStartingWith("task (regression) needs one label column");
  }

  private static void refused(String message, Path file, List<String> label, String separator) {
    assertThatThrownBy(() -> settings(file, label, separator, TaskChoice.AUTO, List.of()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(message);
  }

  @Test
  void nothingButLabelsIsAnError() throws IOException {
    Path file = file("news,sport", "0,1\n1,0\n");
    assertThatThrownBy(() -> open(file, List.of("news", "sport"), null))
        .hasMessage("a.csv has no column but the label news, sport; a prediction needs features.");
  }
}
