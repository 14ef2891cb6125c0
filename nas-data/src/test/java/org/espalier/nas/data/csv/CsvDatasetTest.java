package org.espalier.nas.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.CsvFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDatasetTest {
  @TempDir private Path folder;
  private Path wine;

  @BeforeEach
  void writeFile() throws IOException {
    StringBuilder text = new StringBuilder("acid,kind,quality\n");
    for (int i = 0; i < 60; i++) {
      text.append(i * 37 % 60).append(i % 2 == 0 ? ",a," : ",b,").append(3 + i % 7).append('\n');
    }
    wine = Files.writeString(folder.resolve("wine.csv"), text);
  }

  @Test
  void aNumericLabelIsPutIntoNamedBinsInTheirOrder() {
    Dataset dataset = open(settings(wine, "quality", null, bins("..5", "6..7", "8.."), List.of()));
    assertThat(dataset.info().task())
        .isEqualTo(new Task.Classification("quality", List.of("low", "medium", "high")));
    assertThat(Described.features(dataset))
        .extracting(Feature::name)
        .containsExactly("acid", "kind=a", "kind=b");
    assertThat(dataset.info().sizes())
        .containsEntry(Part.TRAINING, 42)
        .containsEntry(Part.VALIDATION, 6)
        .containsEntry(Part.TEST, 12);
  }

  @Test
  void theLabelIsTheLastColumnUnlessSaidOtherwise() {
    assertThat(target(settings(wine, null, null, Map.of(), List.of()))).isEqualTo("quality");
    assertThat(target(settings(wine, null, 2, Map.of(), List.of()))).isEqualTo("kind");
    assertThat(target(settings(wine, null, -3, Map.of(), List.of()))).isEqualTo("acid");
    assertThat(target(settings(wine, "kind", null, Map.of(), List.of()))).isEqualTo("kind");
  }

  @Test
  void aNumberIsThePositionOfTheLabelIfThereIsNoHeader() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("headless.csv"), "1,a,3.5\n2,b,4\n3,a,4\n4,b,1\n".repeat(9));
    assertThat(target(headless(file, "2"))).isEqualTo("column 2");
    assertThat(target(headless(file, "-1"))).isEqualTo("column 3");
    assertThat(target(headless(file, "column 1"))).isEqualTo("column 1");
    fails(headless(file, "21"), "label (21) must name one of the 3 columns of headless.csv.");
    fails(
        settings(wine, "3", null, Map.of(), List.of()),
        "wine.csv has no column 3. Its columns are acid, kind, quality.");
  }

  private static CsvSettings headless(Path file, String label) {
    CsvFormat format =
        new CsvFormat(
            false, List.of(), ",", "\"", null, 0, true, "UTF-8", List.of(""), ".", null, List.of());
    return new CsvSettings(
        file,
        null,
        format,
        List.of(label),
        null,
        null,
        TaskChoice.AUTO,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        Preparation.standard());
  }

  @Test
  void droppedColumnsAreNotFeatures() {
    Dataset dataset = open(settings(wine, "quality", null, Map.of(), List.of("kind")));
    assertThat(Described.features(dataset)).extracting(Feature::name).containsExactly("acid");
  }

  @Test
  void rowsOfATestFileAreTheTestPart() throws IOException {
    Path test = Files.writeString(folder.resolve("test.csv"), "acid,kind,quality\n1,a,5\n2,b,6\n");
    Dataset dataset =
        open(
            new CsvSettings(
                wine,
                test,
                CsvFormat.commaSeparated(),
                List.of("quality"),
                null,
                null,
                TaskChoice.AUTO,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Preparation.standard()));
    assertThat(dataset.info().sizes())
        .containsEntry(Part.TRAINING, 54)
        .containsEntry(Part.VALIDATION, 6)
        .containsEntry(Part.TEST, 2);
    assertThat(dataset.examples(Part.TEST).target(0)).isEqualTo(2);
  }

  @Test
  void whatIsWrongWithTheDataIsSaid() {
    fails(
        settings(wine, "qualty", null, Map.of(), List.of()),
        "wine.csv has no column qualty. Did you mean quality? Its columns are acid, kind,"
            + " quality.");
    fails(
        settings(wine, null, 4, Map.of(), List.of()),
        "labelPosition (4) must name one of the 3 columns of wine.csv.");
    fails(
        settings(wine, "quality", null, Map.of(), List.of("acids")),
        "wine.csv has no column acids. Did you mean acid? Its columns are acid, kind, quality.");
    fails(
        settings(wine, "quality", null, Map.of(), List.of("acid", "kind")),
        "wine.csv has no column but the label quality; a prediction needs features.");
    fails(
        settings(wine, "quality", null, bins("..5", "7..7", "8.."), List.of()),
        wine + ":5: quality (6) lies in none of the bins low (..5), medium (7..7), high (8..).");
    fails(
        settings(wine, "kind", null, bins("..5", "6..7", "8.."), List.of()),
        "label kind of wine.csv is text, for example a; bins need numbers.");
    fails(
        settings(wine, "quality", null, bins("..9", "10..11", "12.."), List.of()),
        "No row of wine.csv has a quality in the bin medium; the bins are low (..9), medium"
            + " (10..11), high (12..).");
  }

  @Test
  void oneClassIsNotEnough() throws IOException {
    Path file = Files.writeString(folder.resolve("one.csv"), "x,y\n1,a\n2,a\n3,a\n");
    fails(
        settings(file, "y", null, Map.of(), List.of()),
        "label y of one.csv has one class only (a) in 3 rows; a classification needs two or more.");
  }

  @Test
  void tenThousandColumnsBecomeTenThousandFeatures() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 40; row++) {
      for (int column = 0; column < 10_000; column++) {
        text.append(random.nextInt(1000)).append(',');
      }
      text.append(row % 2).append('\n');
    }
    Path file = Files.writeString(folder.resolve("wide.csv"), text);
    CsvFormat headless =
        new CsvFormat(
            false, List.of(), ",", "\"", null, 0, true, "UTF-8", List.of(""), ".", null, List.of());
    Dataset wide =
        open(
            new CsvSettings(
                file,
                null,
                headless,
                List.of(),
                null,
                null,
                TaskChoice.AUTO,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Preparation.standard()));
    assertThat(wide.info().input().size()).isEqualTo(10_000);
    assertThat(wide.info().task().target()).isEqualTo("column 10001");
    assertThat(wide.audit()).isEmpty();
  }

  @Test
  void contradictorySettingsAreNamed() {
    assertThatThrownBy(() -> settings(wine, "quality", 3, Map.of(), List.of()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("labelPosition (3) and label (quality) cannot both be given.");
    assertThatThrownBy(() -> settings(wine, null, 0, Map.of(), List.of()))
        .hasMessage("labelPosition (0) must count from 1, or from -1 for the last column.");
    assertThatThrownBy(() -> settings(wine, "kind", null, Map.of(), List.of("kind")))
        .hasMessage("drop [kind] must not hold the label kind.");
  }

  private static Map<String, String> bins(String low, String medium, String high) {
    Map<String, String> bins = new LinkedHashMap<>();
    bins.put("low", low);
    bins.put("medium", medium);
    bins.put("high", high);
    return bins;
  }

  private static CsvSettings settings(
      Path file, String label, Integer position, Map<String, String> bins, List<String> drop) {
    return new CsvSettings(
        file,
        null,
        CsvFormat.commaSeparated(),
        label == null ? List.of() : List.of(label),
        position,
        null,
        TaskChoice.AUTO,
        bins,
        Map.of(),
        drop,
        List.of(),
        Map.of(),
        Preparation.standard());
  }

  private static Dataset open(CsvSettings settings) {
    return new CsvDataset(settings, new RandomStreams(1));
  }

  private static String target(CsvSettings settings) {
    return open(settings).info().task().target();
  }

  private static void fails(CsvSettings settings, String message) {
    assertThatThrownBy(() -> open(settings))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(message);
  }
}
