package org.espalier.nas.data.csv;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.cache.DataSource;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.RawData;
import org.espalier.nas.data.prepare.RepeatedPreparation;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.CsvTableReader;
import org.espalier.nas.data.table.RawTable;
import org.jspecify.annotations.Nullable;

/** A data set in a text file. */
@BehaviourVersion("006d02b1c0d8e9ea")
@Description("A text file with a row for each example and a column for each feature.")
public final class CsvDataset extends ForwardingDataset {

  /**
   * Reads and prepares the file, unless that was done before.
   *
   * @throws InvalidDataException if it cannot be used as it is
   */
  @Inject
  public CsvDataset(
      CsvSettings settings,
      RandomStreams streams,
      PreparedDataCache cache,
      DownloadListener listener) {
    super(cache.dataset(source(settings), settings.prepare(), streams, listener));
  }

  /**
   * Reads and prepares the file, whatever was prepared before.
   *
   * @throws InvalidDataException if it cannot be used as it is
   */
  public CsvDataset(CsvSettings settings, RandomStreams streams) {
    this(settings, streams, PreparedDataCache.inMemory(), DownloadListener.none());
  }

  private static DataSource source(CsvSettings settings) {
    return new DataSource(
        String.valueOf(settings.file().getFileName()),
        files(settings),
        List.of(settings.unprepared()),
        true,
        progress -> new RepeatedPreparation(read(settings, progress))::prepare);
  }

  private static List<Path> files(CsvSettings settings) {
    List<Path> files = new ArrayList<>();
    files.add(settings.file());
    Path testFile = settings.testFile();
    if (testFile != null) {
      files.add(testFile);
    }
    return files;
  }

  /**
   * Reads the file without preparing it.
   *
   * @throws InvalidDataException if it is missing, empty or malformed
   */
  static RawData read(CsvSettings settings, LongConsumer progress) {
    RawTable table =
        new CsvTableReader(settings.format()).read(files(settings), settings.roles(), progress);
    return new RawData(
        table.name(),
        table.without(settings.dropped().removed()),
        labels(table, settings),
        settings.labelRule(),
        table.firstRowOfLastFile(),
        settings.dropped().unused());
  }

  private static List<String> labels(RawTable table, CsvSettings settings) {
    return settings.label().isEmpty()
        ? List.of(at(table.columns(), settings.labelPosition(), table, "labelPosition"))
        : settings.label().stream().map(name -> label(name, table, settings)).toList();
  }

  private static String label(String name, RawTable table, CsvSettings settings) {
    List<Column> columns = table.columns();
    boolean named = columns.stream().anyMatch(column -> column.name().equals(name));
    return !named && !settings.format().header() && name.matches("-?[1-9]\\d{0,6}")
        ? at(columns, Integer.valueOf(name), table, "label")
        : table.column(name).name();
  }

  private static String at(
      List<Column> columns, @Nullable Integer position, RawTable table, String setting) {
    int wanted = position == null ? -1 : position;
    int index = wanted < 0 ? columns.size() + wanted : wanted - 1;
    if (index < 0 || index >= columns.size()) {
      throw new InvalidDataException(
          "%s (%d) must name one of the %d columns of %s."
              .formatted(setting, wanted, columns.size(), table.name()));
    }
    return columns.get(index).name();
  }
}
