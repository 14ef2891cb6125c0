package org.espalier.nas.data.catalogue;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.cache.DataSource;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.prepare.DroppedColumns;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.RawData;
import org.espalier.nas.data.prepare.RepeatedPreparation;
import org.espalier.nas.data.table.ColumnRoles;
import org.espalier.nas.data.table.CsvTableReader;
import org.espalier.nas.data.table.RawTable;

/** A public data set by name. */
@Description("A public data set by name; fetched once, then kept.")
public final class CatalogueDataset extends ForwardingDataset {
  /**
   * Finds or downloads, reads and prepares the data set.
   *
   * @throws org.espalier.nas.api.InvalidDataException if it cannot be downloaded, or cannot be used
   *     with these settings
   */
  @Inject
  public CatalogueDataset(
      CatalogueSettings settings,
      RandomStreams streams,
      PreparedDataCache cache,
      DownloadListener listener) {
    this(
        settings,
        streams,
        cache,
        listener,
        DatasetCatalogue.bundled(),
        entry -> PublicFiles.ofSystem().fetch(entry, listener));
  }

  /**
   * Finds or downloads, reads and prepares the data set, whatever was prepared before.
   *
   * @throws org.espalier.nas.api.InvalidDataException if it cannot be downloaded, or cannot be used
   *     with these settings
   */
  public CatalogueDataset(
      CatalogueSettings settings, RandomStreams streams, DownloadListener listener) {
    this(settings, streams, PreparedDataCache.inMemory(), listener);
  }

  CatalogueDataset(
      CatalogueSettings settings,
      RandomStreams streams,
      DatasetCatalogue catalogue,
      Function<CatalogueEntry, List<Path>> files) {
    this(
        settings, streams, PreparedDataCache.inMemory(), DownloadListener.none(), catalogue, files);
  }

  private CatalogueDataset(
      CatalogueSettings settings,
      RandomStreams streams,
      PreparedDataCache cache,
      DownloadListener listener,
      DatasetCatalogue catalogue,
      Function<CatalogueEntry, List<Path>> files) {
    super(
        cache.dataset(
            source(settings, catalogue.find(settings.name()), files).ofVerifiedFiles(),
            settings.prepare(),
            streams,
            listener));
  }

  private static DataSource source(
      CatalogueSettings settings,
      CatalogueEntry entry,
      Function<CatalogueEntry, List<Path>> files) {
    if (entry.reading() instanceof Reading.Images reading) {
      if (!settings.onlyNamed()) {
        throw new InvalidDataException(
            entry.name()
                + " has images; of the settings only name and prepare can be used with them.");
      }
      List<Path> paths = files.apply(entry);
      return new DataSource(
          entry.name(),
          paths,
          List.of(entry, settings.unprepared()),
          false,
          progress -> {
            LabelledImages images = new CatalogueImages(entry, reading).read(paths, progress);
            return (preparation, streams) -> PreparedDataset.of(images, preparation, streams);
          });
    }
    Reading.Csv reading = (Reading.Csv) entry.reading();
    List<Path> paths = files.apply(entry);
    return new DataSource(
        entry.name(),
        paths,
        List.of(entry, settings.unprepared()),
        true,
        progress ->
            new RepeatedPreparation(table(entry, reading, settings, paths, progress))::prepare);
  }

  private static RawData table(
      CatalogueEntry entry,
      Reading.Csv reading,
      CatalogueSettings settings,
      List<Path> paths,
      LongConsumer progress) {
    DroppedColumns dropped = DroppedColumns.of(settings.drop(), settings.prepare().split());
    ColumnRoles roles = ColumnRoles.of(settings.categorical(), dropped.ofAnyKind());
    RawTable table = new CsvTableReader(reading.format()).read(paths, roles, progress);
    return new RawData(
        entry.name(),
        table.without(dropped.removed()),
        settings.label().isEmpty() ? List.of(reading.label()) : settings.label(),
        settings.labelRule(reading),
        table.firstRowOfLastFile(),
        dropped.unused());
  }
}
