package org.espalier.nas.data.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.espalier.nas.data.image.CifarReader;
import org.espalier.nas.data.image.IdxReader;
import org.espalier.nas.data.image.ImageFile;
import org.espalier.nas.data.image.LabelledImages;

/** A reader of the images of public data sets. */
final class CatalogueImages {
  private final CatalogueEntry entry;
  private final Reading.Images reading;

  CatalogueImages(CatalogueEntry entry, Reading.Images reading) {
    this.entry = entry;
    this.reading = reading;
  }

  /**
   * Reads the images.
   *
   * @param paths the files of the entry, in their order
   * @param progress receives the size of each file that was read, in bytes
   * @throws org.espalier.nas.api.InvalidDataException if they cannot be read
   */
  LabelledImages read(List<Path> paths, LongConsumer progress) {
    int classes = reading.classes().size();
    if (reading instanceof Reading.Cifar cifar) {
      CifarReader reader = new CifarReader(cifar.labels(), classes);
      int last = paths.size() - 1;
      return of(
          reader.read(paths.subList(0, last), progress),
          reader.read(paths.subList(last, last + 1), progress));
    }
    IdxReader reader = new IdxReader();
    ImageFile training = reader.read(paths.get(0), paths.get(1), classes);
    return paths.size() == 2
        ? new LabelledImages(entry.name(), reading.label(), reading.classes(), List.of(training))
        : of(training, reader.read(paths.get(2), paths.get(3), classes));
  }

  private LabelledImages of(ImageFile training, ImageFile test) {
    return LabelledImages.of(
        entry.name(), reading.label(), reading.classes(), training, null, test);
  }
}
