package org.espalier.nas.data.imagefile;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.cache.DataSource;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.espalier.nas.data.image.ClassFolders;
import org.espalier.nas.data.image.ImageFolderReader;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.jspecify.annotations.Nullable;

/** PNG and JPEG files of any sizes in a folder for each class. */
@Description("PNG and JPEG images of any sizes, in a folder for each class.")
public final class ImageFolderDataset extends ForwardingDataset {

  /**
   * Reads and prepares the images, unless that was done before.
   *
   * @throws org.espalier.nas.api.InvalidDataException if they cannot be used as they are
   */
  @Inject
  public ImageFolderDataset(
      ImageFolderSettings settings,
      RandomStreams streams,
      PreparedDataCache cache,
      DownloadListener listener) {
    super(cache.dataset(source(settings), settings.prepare(), streams, listener));
  }

  /** The listed folders of the parts. */
  private record Parts(
      ClassFolders training, @Nullable ClassFolders validation, @Nullable ClassFolders test) {

    private static Parts of(ImageFolderSettings settings) {
      Path validation = settings.validationFolder();
      Path test = settings.testFolder();
      return new Parts(
          ClassFolders.of(settings.folder()),
          validation == null ? null : ClassFolders.of(validation),
          test == null ? null : ClassFolders.of(test));
    }

    private List<Path> files() {
      return Stream.of(training, validation, test)
          .filter(Objects::nonNull)
          .flatMap(part -> part.files().stream())
          .toList();
    }
  }

  private static DataSource source(ImageFolderSettings settings) {
    Parts parts = Parts.of(settings);
    String name = String.valueOf(settings.folder().getFileName());
    return new DataSource(
        name,
        parts.files(),
        List.of(settings.unprepared()),
        false,
        progress -> {
          LabelledImages images = read(name, settings, parts, progress);
          return (preparation, streams) -> PreparedDataset.of(images, preparation, streams);
        });
  }

  private static LabelledImages read(
      String name, ImageFolderSettings settings, Parts parts, LongConsumer progress) {
    return new ImageFolderReader(settings.layout(), progress)
        .read(name, parts.training(), parts.validation(), parts.test());
  }
}
