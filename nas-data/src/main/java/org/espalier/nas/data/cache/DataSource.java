package org.espalier.nas.data.cache;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.PreparedDataset;

/**
 * Files with data, and a reader that is called only if no prepared form of them is known.
 *
 * @param name name for display
 * @param files the files, at least one
 * @param settings all settings that the result depends on, except the preparation
 * @param verified true if names and settings determine the content of the files, since it was
 *     compared with a SHA-256 in the settings
 * @param table true if the files are texts, which are read twice
 * @param reader reads the files, and reports the number of bytes read since its last report; each
 *     file is read once or twice
 */
public record DataSource(
    String name,
    List<Path> files,
    List<? extends Record> settings,
    boolean verified,
    boolean table,
    Function<LongConsumer, Unprepared> reader) {

  /** Creates a source of files with any content. */
  public DataSource(
      String name,
      List<Path> files,
      List<? extends Record> settings,
      boolean table,
      Function<LongConsumer, Unprepared> reader) {
    this(name, files, settings, false, table, reader);
  }

  /** Data that were read and are to be prepared. */
  @FunctionalInterface
  public interface Unprepared {
    /**
     * Prepares the data.
     *
     * @param streams source of the split's seed, unless the split has its own
     * @throws org.espalier.nas.api.InvalidDataException if the data cannot be used as they are
     */
    PreparedDataset prepare(Preparation preparation, RandomStreams streams);
  }

  /** Copies the lists. */
  public DataSource {
    Objects.requireNonNull(name);
    files = List.copyOf(files);
    settings = List.copyOf(settings);
    Objects.requireNonNull(reader);
  }

  /** Returns this source, of files whose content was compared with a SHA-256 in the settings. */
  public DataSource ofVerifiedFiles() {
    return new DataSource(name, files, settings, true, table, reader);
  }
}
