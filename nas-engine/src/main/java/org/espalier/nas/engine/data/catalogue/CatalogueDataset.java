package org.espalier.nas.engine.data.catalogue;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.engine.data.image.IdxReader;
import org.espalier.nas.engine.data.image.ImageFile;
import org.espalier.nas.engine.data.image.LabelledImages;
import org.espalier.nas.engine.data.prepare.ForwardingDataset;
import org.espalier.nas.engine.data.prepare.PreparedDataset;
import org.espalier.nas.engine.data.prepare.RawData;
import org.espalier.nas.engine.data.table.CsvTableReader;
import org.espalier.nas.engine.data.table.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A public data set by name. */
@Description("A public data set by name; fetched once, then kept.")
public final class CatalogueDataset extends ForwardingDataset {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueDataset.class);

  /**
   * Finds or fetches, reads and prepares the data set.
   *
   * @throws org.espalier.nas.api.InvalidDataException if it cannot be fetched, or cannot be used
   *     with these settings
   */
  @Inject
  public CatalogueDataset(CatalogueSettings settings, RandomStreams streams) {
    this(settings, streams, Catalogue.bundled(), PublicFiles.ofSystem());
  }

  CatalogueDataset(
      CatalogueSettings settings, RandomStreams streams, Catalogue catalogue, PublicFiles files) {
    super(prepare(settings, streams, catalogue.find(settings.name()), files));
  }

  private static Dataset prepare(
      CatalogueSettings settings, RandomStreams streams, CatalogueEntry entry, PublicFiles files) {
    if (entry.reading() instanceof Reading.Idx reading) {
      if (!settings.onlyNamed()) {
        throw new InvalidDataException(
            entry.name()
                + " has images; of the settings only name and prepare can be used with them.");
      }
      List<Path> paths = files.fetch(entry, CatalogueDataset::log);
      return PreparedDataset.of(images(entry, reading, paths), settings.prepare(), streams);
    }
    Reading.Csv reading = (Reading.Csv) entry.reading();
    List<Path> paths = files.fetch(entry, CatalogueDataset::log);
    return PreparedDataset.of(table(entry, reading, settings, paths), settings.prepare(), streams);
  }

  private static RawData table(
      CatalogueEntry entry, Reading.Csv reading, CatalogueSettings settings, List<Path> paths) {
    Table table = new CsvTableReader(reading.format()).read(paths, settings.categorical());
    String label = settings.label();
    return new RawData(
        entry.name(),
        table.without(settings.drop()),
        label == null ? reading.label() : label,
        settings.labelRule(reading),
        table.firstRowOfLastFile());
  }

  private static LabelledImages images(
      CatalogueEntry entry, Reading.Idx reading, List<Path> paths) {
    List<ImageFile> images = new ArrayList<>();
    for (int i = 0; i + 1 < paths.size(); i += 2) {
      images.add(new IdxReader().read(paths.get(i), paths.get(i + 1), reading.classes().size()));
    }
    return new LabelledImages(entry.name(), reading.label(), reading.classes(), images);
  }

  private static void log(CatalogueFile file, long received) {
    if (received == 0) {
      LOG.info("Fetching {} ({} bytes).", file.address(), file.bytes());
    }
  }
}
