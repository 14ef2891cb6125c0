package org.espalier.nas.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableReaderTest {
  @TempDir private Path folder;

  @Test
  void columnsOfNumbersAreNumericAndAllOthersText() throws IOException {
    RawTable table = read("a,b,c,d\n1,x,-1.5e3,1f\n.5,,+2,0x1p3\n", CsvFormat.commaSeparated());
    assertThat(table.columns().get(0)).isInstanceOf(NumericColumn.class);
    assertThat(table.columns().get(1)).isInstanceOf(TextColumn.class);
    assertThat(table.columns().get(2)).isInstanceOf(NumericColumn.class);
    assertThat(table.columns().get(3)).isInstanceOf(TextColumn.class);
    assertThat(((NumericColumn) table.column("c")).value(0)).isEqualTo(-1500);
    assertThat(table.column("b").missing(1)).isTrue();
    assertThat(table.column("b").missingCount()).isEqualTo(1);
  }

  @Test
  void aByteOrderMarkAndEmptyLinesAreSkipped() throws IOException {
    RawTable table = read("\uFEFFa,b\n\n1,2\n\n3,4\n\n", CsvFormat.commaSeparated());
    assertThat(names(table)).containsExactly("a", "b");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.place(1)).endsWith("t.csv:5");
  }

  @Test
  void quotesHoldDelimitersAndLineBreaks() throws IOException {
    RawTable table = read("a;b\n'x;y';1\n'it''s\nhere' ; 2\n", format(true, ";", "'", null, 0));
    assertThat(table.column("a").text(0)).isEqualTo("x;y");
    assertThat(table.column("a").text(1)).isEqualTo("it's\nhere");
    assertThat(((NumericColumn) table.column("b")).value(1)).isEqualTo(2);
  }

  @Test
  void commentsAndLeadingLinesAreSkippedAndStillCounted() throws IOException {
    RawTable table =
        read("made by hand\n# note\na\tb\n1\t2\n# 9\t9\n3\t4\n", format(true, "\t", "\"", "#", 1));
    assertThat(names(table)).containsExactly("a", "b");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.place(1)).endsWith(":6");
  }

  @Test
  void withoutAHeaderColumnsAreNumberedOrNamed() throws IOException {
    assertThat(names(read("1,2\n", format(false, ",", "\"", null, 0))))
        .containsExactly("column 1", "column 2");
    CsvFormat named =
        new CsvFormat(
            false,
            List.of("x", "y"),
            ",",
            "\"",
            null,
            0,
            true,
            "UTF-8",
            List.of("", "?", "NA"),
            ".",
            null,
            List.of());
    assertThat(names(read("1,2\n", named))).containsExactly("x", "y");
    assertThat(names(read(",b\n1,2\n", CsvFormat.commaSeparated())))
        .containsExactly("column 1", "b");
  }

  @Test
  void whiteSpaceIsDroppedUnlessItMatters() throws IOException {
    assertThat(read("a,b\n1, ?\n2, x \n", CsvFormat.commaSeparated()).column("b"))
        .satisfies(
            column -> {
              assertThat(column.missing(0)).isTrue();
              assertThat(column.text(1)).isEqualTo("x");
            });
    CsvFormat exact =
        new CsvFormat(
            true,
            List.of(),
            ",",
            "\"",
            null,
            0,
            false,
            "UTF-8",
            List.of("", "?"),
            ".",
            null,
            List.of());
    assertThat(read("a,b\n1, ?\n2, x \n", exact).column("b"))
        .satisfies(
            column -> {
              assertThat(column.missing(0)).isFalse();
              assertThat(column.text(1)).isEqualTo(" x ");
            });
  }

  @Test
  void packedFilesAreUnpacked() throws IOException {
    Path file = folder.resolve("t.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(file, CsvFormat.commaSeparated()).rows()).isEqualTo(1);
    Path plain = Files.writeString(folder.resolve("plain.gz"), "a,b\n1,2\n");
    assertThatThrownBy(() -> read(plain, CsvFormat.commaSeparated()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(plain + " ends in .gz but is not a gzip file.");
  }

  @Test
  void otherEncodingsAreReadAndWrongOnesNoticed() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "größe,y\n1,ä\n".getBytes(Charset.forName("ISO-8859-1")));
    CsvFormat latin =
        new CsvFormat(
            true,
            List.of(),
            ",",
            "\"",
            null,
            0,
            true,
            "ISO-8859-1",
            List.of(""),
            ".",
            null,
            List.of());
    assertThat(names(read(file, latin))).containsExactly("größe", "y");
    assertThatThrownBy(() -> read(file, CsvFormat.commaSeparated()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            file
                + " is not UTF-8 text; set format.encoding to what it is, for example ISO-8859-1.");
  }

  @Test
  void numbersOfACategoricalColumnAreNames() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "zip,y\n007,1\n7,2\n");
    RawTable table =
        new CsvTableReader(CsvFormat.commaSeparated())
            .read(List.of(file), ColumnRoles.of(List.of("zip"), List.of()));
    assertThat(((TextColumn) table.column("zip")).categories()).containsExactly("007", "7");
    assertThatThrownBy(
            () ->
                new CsvTableReader(CsvFormat.commaSeparated())
                    .read(List.of(file), ColumnRoles.of(List.of("zap"), List.of())))
        .hasMessage(
            file + " has no column zap, which is said to be categorical. Did you mean zip?");
  }

  @Test
  void aBrokenRowIsNamedWithItsLineAndCounts() throws IOException {
    fails("a,b,c\n1,2,3\n4,5\n", ":3: expected 3 values, found 2. Fix or remove the row.");
    fails(
        "a,b,c\n1,2,3\n4,5,6,7\n",
        ":3: expected 3 values, found 4. If a value contains the delimiter (,), for example as a"
            + " decimal sign, put it in quotes (\"); otherwise fix or remove the row.");
    fails("a,b\n1;2\n", ":2: expected 2 values, found 1. Set format.delimiter to ';'.");
    fails("a,b\n1 2\n", ":2: expected 2 values, found 1. Is format.delimiter (,) the right one?");
    fails(
        "a,b\n1,\"2\"x\n",
        ": Unexpected character after closing quote: 'x' (0x78) (record starting at line 2). A"
            + " quote (\") may be open or doubled by mistake.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a;b!one column only (a;b). Set format.delimiter to ';'.",
        "a\tb!one column only (a\tb). Set format.delimiter to '\\t'.",
        "a|b!one column only (a|b). Set format.delimiter to '|'.",
        "sep=;!sep=; is a line for Excel, not data. Set format.skipLines to 1 and format.delimiter to ';'.",
        "SEP=,!SEP=, is a line for Excel, not data. Set format.skipLines to 1 and format.delimiter to ','.",
      })
  void aFirstLineInAnotherFormatIsNamedWithTheSettings(String line, String message)
      throws IOException {
    fails(line + "\n1;2\n", ":1: " + message);
  }

  @Test
  void emptyAndMissingFilesAreNamed() throws IOException {
    fails("", " has no rows; a data set needs some.");
    fails("a,b\n", " has no rows; a data set needs some.");
    Path nowhere = folder.resolve("nowhere.csv");
    assertThatThrownBy(() -> read(nowhere, CsvFormat.commaSeparated()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            nowhere
                + " does not exist; the working folder is "
                + Path.of("").toAbsolutePath()
                + ".");
    assertThatThrownBy(() -> read(folder, CsvFormat.commaSeparated()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith(folder + " cannot be read: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NAN", "Infinity", "-inf", "1e999"})
  void numbersThatAreNotFiniteAreNamed(String value) throws IOException {
    fails(
        "a,b\n1,2\n" + value + ",3\n",
        (":3: 1 of 2 values of a is not read as a number. %s (1): if that marks a missing value,"
                + " add '%s' to format.missingMarkers. If a holds categories, add it to"
                + " categorical; if it is of no use, to drop.")
            .formatted(value, value));
    assertThat(read("a,b\nword,2\n" + value + ",3\n", CsvFormat.commaSeparated()).column("a"))
        .isInstanceOf(TextColumn.class);
  }

  @Test
  void columnNamesMustBeDistinctAndThoseOfTheFirstFile() throws IOException {
    assertThatThrownBy(() -> read("a,b,a\n1,2,3\n", CsvFormat.commaSeparated()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("t.csv has two columns named a; names must be distinct.");
    Path first = Files.writeString(folder.resolve("1.csv"), "a,b\n1,2\n");
    Path second = Files.writeString(folder.resolve("2.csv"), "a,c\n1,2\n");
    assertThatThrownBy(
            () ->
                new CsvTableReader(CsvFormat.commaSeparated())
                    .read(List.of(first, second), ColumnRoles.of(List.of(), List.of())))
        .hasMessage(second + ":1: the columns [a, c] must be those of the first file, [a, b].");
  }

  @Test
  void aColumnIsOfOneTypeInAllFiles() throws IOException {
    Path first = Files.writeString(folder.resolve("1.csv"), "a\n1\ny\n");
    Path second = Files.writeString(folder.resolve("2.csv"), "a\nx\n");
    RawTable table =
        new CsvTableReader(CsvFormat.commaSeparated())
            .read(List.of(first, second), ColumnRoles.of(List.of(), List.of()));
    assertThat(((TextColumn) table.column("a")).categories()).containsExactly("1", "x", "y");
    assertThat(table.firstRowOfLastFile()).isEqualTo(2);
    assertThat(table.place(2)).isEqualTo(second + ":2");
  }

  @Test
  void tenThousandColumnsAreRead() throws IOException {
    int columns = 10_000;
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder();
    text.append(
        IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(",")));
    double[][] values = new double[20][columns];
    for (double[] row : values) {
      text.append('\n');
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextDouble();
        text.append(i == 0 ? "" : ",").append(row[i]);
      }
    }
    RawTable table = read(text.toString(), CsvFormat.commaSeparated());
    assertThat(table.columns()).hasSize(columns);
    assertThat(((NumericColumn) table.column("c9999")).value(19)).isEqualTo(values[19][9999]);
    assertThatThrownBy(() -> table.column("d123"))
        .hasMessageStartingWith(
            "t.csv has no column d123. Did you mean c123? Its columns are c0, c1,")
        .hasMessageEndingWith(" and 9980 more.");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "delimiter; ab; delimiter (ab) must be one character of a line.",
        "quote; ``; quote () must be one character of a line.",
        "quote; `,`; quote (,) must differ from delimiter.",
        "encoding; UTF-88; encoding (UTF-88) must be one that Java knows: UTF-8, ISO-8859-1, windows-1252.",
        "decimal; x; decimal (x) must be a point or a comma.",
        "thousands; -; thousands (-) must be one of , . ' _ or a space.",
        "thousands; .; thousands (.) must differ from decimal.",
        "affixes; 5; affixes (5) must be a text without digits and signs: $, %, kg.",
      },
      delimiter = ';')
  void settingsThatCannotWorkAreNamed(String setting, String value, String message) {
    assertThatThrownBy(
            () ->
                new CsvFormat(
                    true,
                    List.of(),
                    setting.equals("delimiter") ? value : ",",
                    setting.equals("quote") ? value : "\"",
                    null,
                    0,
                    true,
                    setting.equals("encoding") ? value : "UTF-8",
                    List.of(),
                    setting.equals("decimal") ? value : ".",
                    setting.equals("thousands") ? value : null,
                    setting.equals("affixes") ? List.of(value) : List.of()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(message);
  }

  private static CsvFormat format(
      boolean header, String delimiter, String quote, String comment, int skip) {
    return new CsvFormat(
        header,
        List.of(),
        delimiter,
        quote,
        comment,
        skip,
        true,
        "UTF-8",
        List.of("", "?", "NA"),
        ".",
        null,
        List.of());
  }

  private RawTable read(String text, CsvFormat format) throws IOException {
    return read(Files.writeString(folder.resolve("t.csv"), text), format);
  }

  private static RawTable read(Path file, CsvFormat format) {
    return new CsvTableReader(format).read(List.of(file), ColumnRoles.of(List.of(), List.of()));
  }

  private void fails(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    assertThatThrownBy(() -> read(file, CsvFormat.commaSeparated()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(file + message);
  }

  private static List<String> names(RawTable table) {
    return table.columns().stream().map(Column::name).toList();
  }
}
