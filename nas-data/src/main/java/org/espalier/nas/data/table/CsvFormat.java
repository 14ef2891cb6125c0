package org.espalier.nas.data.table;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.jspecify.annotations.Nullable;

/**
 * The format of a text file with delimited columns. A file whose name ends in {@code .gz} is
 * decompressed; a byte order mark and empty lines are skipped.
 *
 * @param header true if the first line names the columns
 * @param columns names of the columns if there is no header; empty: {@code column 1}, {@code column
 *     2}, …
 * @param delimiter character between values
 * @param quote character around quoted values
 * @param comment character at the start of a comment line; absent: no comments
 * @param skipLines number of lines before the header, or before the data if there is no header
 * @param trim true if white space around a value is removed
 * @param encoding character encoding
 * @param missingMarkers values that stand for a missing one
 * @param decimal decimal sign of numbers, a point or a comma
 * @param thousands separator between thousands of numbers; absent: none
 * @param affixes texts before or after a number that are ignored, such as currency signs
 */
public record CsvFormat(
    @Default("true") @Description("Read the columns' names from the first line.") boolean header,
    @Default("[]") @Description("Names of the columns if there is no header.") List<String> columns,
    @Default("','") @Description("Character between values.") String delimiter,
    @Default("'\"'") @Description("Character around quoted values.") String quote,
    @Nullable @Description("Character at the start of a comment line.") String comment,
    @Default("0")
        @Description("Number of lines to skip at the start of the file.")
        @Range("[0, inf)")
        int skipLines,
    @Default("true") @Description("Remove white space around values.") boolean trim,
    @Default("UTF-8") @Description("Character encoding.") String encoding,
    @Default("['', '?', 'NA', 'N/A', '#N/A', 'n/a', 'NaN', 'nan', 'NULL', 'null']")
        @Description("Values that stand for a missing one.")
        List<String> missingMarkers,
    @Default("'.'") @Description("Decimal sign of numbers: . or ,") String decimal,
    @Nullable @Description("Separator between the thousands of numbers.") String thousands,
    @Default("[]") @Description("Texts around numbers that are ignored: ['$', '%'].")
        List<String> affixes) {

  private static final List<String> MARKERS =
      List.of("", "?", "NA", "N/A", "#N/A", "n/a", "NaN", "nan", "NULL", "null");

  /** Checks the characters, the encoding and the names. */
  public CsvFormat {
    columns = List.copyOf(columns);
    missingMarkers = List.copyOf(missingMarkers);
    affixes = List.copyOf(affixes);
    character("delimiter", delimiter);
    character("quote", quote);
    if (comment != null) {
      character("comment", comment);
    }
    distinct("quote", quote, "delimiter", delimiter);
    distinct("comment", comment, "delimiter", delimiter);
    distinct("comment", comment, "quote", quote);
    SettingRanges.check(
        CsvFormat.class,
        header,
        columns,
        delimiter,
        quote,
        comment,
        skipLines,
        trim,
        encoding,
        missingMarkers,
        decimal,
        thousands,
        affixes);
    numbers(decimal, thousands, affixes);
    if (header && !columns.isEmpty()) {
      throw new InvalidSettingException(
          "columns", "columns " + columns + " can only be named where header is false.");
    }
    charset(encoding);
  }

  /** Returns the default: comma-separated UTF-8 with a header. */
  public static CsvFormat commaSeparated() {
    return new CsvFormat(
        true, List.of(), ",", "\"", null, 0, true, "UTF-8", MARKERS, ".", null, List.of());
  }

  /** Returns the character encoding. */
  public Charset charset() {
    return charset(encoding);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InvalidSettingException(
          "encoding",
          "encoding (" + name + ") must be one that Java knows: UTF-8, ISO-8859-1, windows-1252.");
    }
  }

  private static void numbers(String decimal, @Nullable String thousands, List<String> affixes) {
    if (!decimal.equals(".") && !decimal.equals(",")) {
      throw new InvalidSettingException(
          "decimal", "decimal (" + decimal + ") must be a point or a comma.");
    }
    if (thousands != null) {
      if (thousands.length() != 1 || ",.' _".indexOf(thousands.charAt(0)) < 0) {
        throw new InvalidSettingException(
            "thousands", "thousands (" + thousands + ") must be one of , . ' _ or a space.");
      }
      distinct("thousands", thousands, "decimal", decimal);
    }
    for (String affix : affixes) {
      if (affix.isBlank()
          || affix.chars().anyMatch(c -> Character.isDigit(c) || "+-.,".indexOf(c) >= 0)) {
        throw new InvalidSettingException(
            "affixes",
            "affixes (" + affix + ") must be a text without digits and signs: $, %, kg.");
      }
    }
  }

  /** Returns this format with another notation of numbers. */
  public CsvFormat with(String newDecimal, @Nullable String newThousands, List<String> newAffixes) {
    return new CsvFormat(
        header,
        columns,
        delimiter,
        quote,
        comment,
        skipLines,
        trim,
        encoding,
        missingMarkers,
        newDecimal,
        newThousands,
        newAffixes);
  }

  private static void character(String setting, String value) {
    if (value.length() != 1 || value.charAt(0) == '\n' || value.charAt(0) == '\r') {
      throw new InvalidSettingException(
          setting, setting + " (" + value.strip() + ") must be one character of a line.");
    }
  }

  private static void distinct(
      String setting, @Nullable String value, String other, String otherValue) {
    if (Objects.equals(value, otherValue)) {
      throw new InvalidSettingException(
          setting, setting + " (" + value + ") must differ from " + other + ".");
    }
  }
}
