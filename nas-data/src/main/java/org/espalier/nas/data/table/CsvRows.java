package org.espalier.nas.data.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.plugin.Counts;
import org.jspecify.annotations.Nullable;

/** The rows of one file; each is checked for its number of values. */
final class CsvRows {
  private static final int MOST_COLUMNS = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A receiver of rows. */
  interface Row {
    /**
     * Receives a row.
     *
     * @param line the line at which the row starts, from 1
     * @param values the values; null is a missing value
     */
    void take(long line, @Nullable String[] values);
  }

  private final Path file;
  private final CsvFormat format;
  private final Set<String> missing;
  private final Set<String> lists;
  private final LongConsumer progress;

  CsvRows(
      Path file, CsvFormat format, Set<String> missing, Set<String> lists, LongConsumer progress) {
    this.progress = progress;
    this.file = file;
    this.format = format;
    this.missing = missing;
    this.lists = lists;
  }

  /** Reads all rows; fills an empty list of names, or compares a list of names with the file's. */
  void read(List<String> names, Row row) {
    try (Reader text = open();
        CsvReader<CsvRecord> records = parser(text)) {
      if (format.skipLines() > 0) {
        records.skipLines(format.skipLines());
      }
      boolean first = true;
      for (CsvRecord line : records) {
        if (first) {
          CsvRemedies.checkFirst(line, format, file + ":" + line.getStartingLineNumber());
          takeNames(names, line);
        }
        if (!first || !format.header()) {
          row.take(line.getStartingLineNumber(), values(line, names));
        }
        first = false;
      }
    } catch (CsvParseException e) {
      throw broken(e);
    } catch (UncheckedIOException e) {
      throw unreadable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CsvReader<CsvRecord> parser(Reader text) {
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(format.delimiter())
            .quoteCharacter(format.quote().charAt(0))
            .trimWhitespacesAroundQuotes(format.trim())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    String comment = format.comment();
    if (comment != null) {
      builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(comment.charAt(0));
    }
    return builder.build(CsvRecordHandler.builder().maxFields(MOST_COLUMNS).build(), text);
  }

  private Reader open() throws IOException {
    InputStream bytes = new CountedStream(Files.newInputStream(file), progress);
    try {
      InputStream plain =
          file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
              ? new GZIPInputStream(bytes)
              : bytes;
      PushbackReader text =
          new PushbackReader(
              new InputStreamReader(
                  plain,
                  format
                      .charset()
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .onUnmappableCharacter(CodingErrorAction.REPORT)));
      int start = text.read();
      if (start >= 0 && start != BYTE_ORDER_MARK) {
        text.unread(start);
      }
      return text;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private void takeNames(List<String> names, CsvRecord line) {
    List<String> own = format.header() ? header(line) : numbered(line.getFieldCount());
    if (names.isEmpty()) {
      names.addAll(own);
    } else if (format.header() && !names.equals(own)) {
      throw new InvalidDataException(
          "%s:%d: the columns %s must be those of the first file, %s."
              .formatted(file, line.getStartingLineNumber(), own, names));
    }
  }

  private List<String> header(CsvRecord line) {
    return IntStream.range(0, line.getFieldCount())
        .mapToObj(
            i -> {
              String name = line.getField(i).strip();
              return name.isEmpty() ? "column " + (i + 1) : name;
            })
        .toList();
  }

  private List<String> numbered(int count) {
    return format.columns().isEmpty()
        ? IntStream.rangeClosed(1, count).mapToObj(i -> "column " + i).toList()
        : format.columns();
  }

  private @Nullable String[] values(CsvRecord line, List<String> names) {
    int expected = names.size();
    if (line.getFieldCount() != expected) {
      throw new InvalidDataException(
          "%s:%d: expected %s, found %d. %s"
              .formatted(
                  file,
                  line.getStartingLineNumber(),
                  Counts.of(expected, "value"),
                  line.getFieldCount(),
                  CsvRemedies.count(line, expected, format)));
    }
    @Nullable String[] values = new String[expected];
    for (int i = 0; i < expected; i++) {
      String value = format.trim() ? line.getField(i).strip() : line.getField(i);
      boolean emptyList = value.isEmpty() && lists.contains(names.get(i));
      values[i] = missing.contains(value) && !emptyList ? null : value;
    }
    return values;
  }

  private InvalidDataException broken(CsvParseException cause) {
    if (cause.getCause() instanceof IOException io) {
      return unreadable(io);
    }
    return new InvalidDataException(
        "%s: %s. A quote (%s) may be open or doubled by mistake."
            .formatted(file, cause.getMessage(), format.quote()),
        cause);
  }

  private InvalidDataException unreadable(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return new InvalidDataException(
          "%s does not exist; the working folder is %s."
              .formatted(file, Path.of("").toAbsolutePath()),
          cause);
    }
    if (cause instanceof CharacterCodingException) {
      return new InvalidDataException(
          "%s is not %s text; set format.encoding to what it is, for example ISO-8859-1."
              .formatted(file, format.encoding()),
          cause);
    }
    if (cause instanceof ZipException) {
      return new InvalidDataException(file + " ends in .gz but is not a gzip file.", cause);
    }
    return new InvalidDataException("%s cannot be read: %s".formatted(file, cause), cause);
  }
}
