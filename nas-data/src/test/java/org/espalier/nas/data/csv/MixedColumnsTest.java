package org.espalier.nas.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.prepare.MissingValues;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.Scaling;
import org.espalier.nas.data.prepare.TargetPreparation;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.CsvFormat;
import org.espalier.nas.data.table.NumericColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of columns that people read as numbers or dates and the defaults do not. */
class MixedColumnsTest {
  private static final List<String> MARKERS = CsvFormat.commaSeparated().missingMarkers();
  private static final Preparation STANDARD = Preparation.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "thousands|,|spent|2|30 of 30|1,000 (30): set format.thousands to ',' (or format.decimal, if the comma is the decimal sign).",
        "thousands-apostrophe|,|spent|2|30 of 30|1'000 (30): set format.thousands to '''.",
        "thousands-point|;|spent|2|30 of 30|1.000,00 (30): set format.decimal to ',' and format.thousands to '.'.",
        "decimal-comma|;|spent|2|30 of 30|0,0 (30): set format.decimal to ','.",
        "decimal-comma-quoted|,|spent|2|30 of 30|-0,05 (30): set format.decimal to ','.",
        "decimal-comma-gaps|;|spent|2|27 of 29|0,0 (27): set format.decimal to ','.",
        "percent|,|share|2|30 of 30|0% (30): add '%' to format.affixes.",
        "euros|,|spent|2|30 of 30|0 € (30): add '€' to format.affixes.",
        "dollars|,|spent|2|30 of 30|$1,000.50 (30): add '$' to format.affixes and set format.thousands to ','.",
        "marker-none|,|age|9|1 of 30|None (1): if that marks a missing value, add 'None' to format.missingMarkers.",
        "marker-dash|,|age|9|2 of 30|- (2): if that marks a missing value, add '-' to format.missingMarkers.",
        "label-unknown|,|price|7|1 of 60|unknown (1): if that marks a missing value, add 'unknown' to format.missingMarkers.",
        "dates-iso|,|signed|2|30 of 30|2024-01-01 (30): set dates to {signed: yyyy-MM-dd}.",
        "dates-german|;|signed|2|30 of 30|01.01.2024 (30): set dates to {signed: dd.MM.yyyy}.",
      })
  void aColumnOfWhichMostValuesAreNumbersIsRejectedWithTheRemedy(
      String file, String delimiter, String column, int line, String share, String remedy) {
    assertThatThrownBy(() -> open(file, format(delimiter), STANDARD, Map.of(), Map.of()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "%s:%d: %s values of %s %s. %s If %s holds categories, add it to categorical; if it is of no use, to drop."
                .formatted(
                    path(file),
                    line,
                    share,
                    column,
                    share.startsWith("1 ") ? "is not read as a number" : "are not read as numbers",
                    remedy,
                    column));
  }

  @ParameterizedTest
  @CsvSource({
    "one-marker, age, 9, 1 of 30",
    "marker-null, age, 7, 2 of 30",
    "marker-spreadsheet, age, 13, 1 of 30",
    "price-label, price, 7, 1 of 60",
    "label-null, price, 10, 1 of 60",
    "nan-class, label, 5, 3 of 40",
    "null-class, label, 5, 3 of 40",
    "missing-class, label, 4, 3 of 40",
  })
  void aUsualMarkerIsAMissingValue(String file, String column, int line, String share) {
    assertThatThrownBy(() -> open(file, format(","), STANDARD, Map.of(), Map.of()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "%s:%d: %s is missing; %s values of the column %s. Set prepare.missing to drop or impute, or drop the column."
                .formatted(path(file), line, column, share, share.startsWith("1 ") ? "is" : "are"));
    Preparation unscaled =
        STANDARD.with(MissingValues.DROP).with(new TargetPreparation(TargetScale.Kind.NONE));
    Dataset dropped = open(file, format(","), unscaled, Map.of(), Map.of());
    assertThat(Described.features(dropped)).extracting(Feature::category).containsOnlyNulls();
    assertThat(dropped.info().task())
        .isEqualTo(
            column.equals("price")
                ? new Task.Regression("price")
                : new Task.Classification("label", List.of("x", "y")));
    String[] counts = share.split(" of ");
    assertThat(dropped.info().sizes().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(Integer.parseInt(counts[1]) - Integer.parseInt(counts[0]));
  }

  @Test
  void theSettingsThatTheMessagesNameReadTheNumbers() {
    assertThat(read("thousands", format(",").with(".", ",", List.of()), 29)).isEqualTo(2073);
    assertThat(read("thousands", format(",").with(",", null, List.of()), 29)).isEqualTo(2.073);
    assertThat(read("thousands-apostrophe", format(",").with(".", "'", List.of()), 1))
        .isEqualTo(1037);
    assertThat(read("thousands-point", format(";").with(",", ".", List.of()), 2))
        .isEqualTo(3074.02);
    assertThat(read("decimal-comma", format(";").with(",", null, List.of()), 29)).isEqualTo(29.9);
    assertThat(read("decimal-comma-quoted", format(",").with(",", null, List.of()), 11))
        .isEqualTo(-11.15);
    assertThat(read("decimal-comma-gaps", format(";").with(",", null, List.of()), 13))
        .isEqualTo(13);
    assertThat(read("percent", format(",").with(".", null, List.of("%")), 29)).isEqualTo(87);
    assertThat(read("euros", format(",").with(".", null, List.of("€")), 29)).isEqualTo(87);
    assertThat(read("dollars", format(",").with(".", ",", List.of("$")), 2)).isEqualTo(3022.5);
  }

  @Test
  void datesAreDaysSince1970() {
    Map<String, String> iso = Map.of("signed", "yyyy-MM-dd");
    Dataset dataset = open("dates-iso", format(","), STANDARD.with(Scaling.NONE), Map.of(), iso);
    assertThat(Described.features(dataset)).containsExactly(Feature.raw("signed"));
    assertThat(dataset.examples(Part.TRAINING).features().get(0)).isBetween(19_723f, 20_089f);
    assertThat(
            number(
                settings(
                    "dates-german",
                    format(";"),
                    STANDARD,
                    Map.of(),
                    Map.of("signed", "dd.MM.yyyy")),
                1))
        .isEqualTo(19_755);
    Map<String, String> american = Map.of("signed", "MM/dd/yyyy");
    assertThatThrownBy(() -> open("dates-iso", format(","), STANDARD, Map.of(), american))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            path("dates-iso")
                + ":2: signed (2024-01-01) must be a date of the form MM/dd/yyyy. Change dates.signed, or add a text that marks a missing value to format.missingMarkers.");
    assertThatThrownBy(
            () -> settings("dates-iso", format(","), STANDARD, Map.of(), Map.of("signed", "HH:mm")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "dates.signed (HH:mm) must be a pattern with year, month and day: yyyy-MM-dd, dd.MM.yyyy, yyyy-MM-dd HH:mm:ss.");
    assertThatThrownBy(
            () -> open("dates-iso", format(","), STANDARD, Map.of(), Map.of("sined", "yyyy-MM-dd")))
        .hasMessage(
            path("dates-iso")
                + " has no column sined, which is said to be a date. Did you mean signed?");
  }

  private static double read(String file, CsvFormat format, int row) {
    return number(settings(file, format, STANDARD, Map.of(), Map.of()), row);
  }

  private static double number(CsvSettings settings, int row) {
    Column column = CsvDataset.read(settings, bytes -> {}).features().get(0);
    assertThat(column).isInstanceOf(NumericColumn.class);
    return ((NumericColumn) column).value(row);
  }

  private static Dataset open(
      String file,
      CsvFormat format,
      Preparation preparation,
      Map<String, String> classNames,
      Map<String, String> dates) {
    return new CsvDataset(
        settings(file, format, preparation, classNames, dates), new RandomStreams(1));
  }

  private static CsvSettings settings(
      String file,
      CsvFormat format,
      Preparation preparation,
      Map<String, String> classNames,
      Map<String, String> dates) {
    return new CsvSettings(
        path(file),
        null,
        format,
        List.of(),
        null,
        null,
        TaskChoice.AUTO,
        Map.of(),
        classNames,
        List.of(),
        List.of(),
        dates,
        preparation);
  }

  private static CsvFormat format(String delimiter) {
    return new CsvFormat(
        true, List.of(), delimiter, "\"", null, 0, true, "UTF-8", MARKERS, ".", null, List.of());
  }

  private static Path path(String file) {
    try {
      return Path.of(
          Objects.requireNonNull(MixedColumnsTest.class.getResource(file + ".csv")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
