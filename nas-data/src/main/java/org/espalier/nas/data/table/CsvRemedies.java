package org.espalier.nas.data.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidDataException;

/** Messages about lines that do not fit the format of a file, with the settings that help. */
final class CsvRemedies {
  private static final String EXCEL = "sep=";

  private CsvRemedies() {}

  /**
   * Rejects a first line that cannot name the columns: the line {@code sep=;} that Excel writes, or
   * a line with another delimiter.
   *
   * @param place file and line, for the message
   */
  static void checkFirst(CsvRecord line, CsvFormat format, String place) {
    String text = String.join(format.delimiter(), line.getFields()).strip();
    if (text.toLowerCase(Locale.ROOT).startsWith(EXCEL) && text.length() <= EXCEL.length() + 1) {
      String delimiter =
          text.length() == EXCEL.length() ? format.delimiter() : text.substring(EXCEL.length());
      throw new InvalidDataException(
          "%s: %s is a line for Excel, not data. Set format.skipLines to %d and format.delimiter to '%s'."
              .formatted(place, text, format.skipLines() + 1, shown(delimiter)));
    }
    if (line.getFieldCount() == 1) {
      delimiter(line.getField(0), format)
          .ifPresent(
              other -> {
                throw new InvalidDataException(
                    "%s: one column only (%s). Set format.delimiter to '%s'."
                        .formatted(place, text, shown(other)));
              });
    }
  }

  /** Returns the remedy for a line with another number of values than the first one. */
  static String count(CsvRecord line, int expected, CsvFormat format) {
    if (line.getFieldCount() == 1) {
      return delimiter(line.getField(0), format)
          .map(other -> "Set format.delimiter to '%s'.".formatted(shown(other)))
          .orElse("Is format.delimiter (" + shown(format.delimiter()) + ") the right one?");
    }
    return line.getFieldCount() > expected
        ? "If a value contains the delimiter (%s), for example as a decimal sign, put it in quotes (%s); otherwise fix or remove the row."
            .formatted(shown(format.delimiter()), format.quote())
        : "Fix or remove the row.";
  }

  private static Optional<String> delimiter(String line, CsvFormat format) {
    return Stream.of(";", "\t", "|", ",")
        .filter(other -> !other.equals(format.delimiter()) && line.contains(other))
        .findFirst();
  }

  private static String shown(String delimiter) {
    return delimiter.equals("\t") ? "\\t" : delimiter;
  }
}
