package org.espalier.nas.data.imagefile;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.data.cache.DataSource;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.image.NumpyReader;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;

/** Images in NumPy arrays. */
@Description("Images and labels in NumPy arrays: a .npz file, or a folder of .npy files.")
public final class NumpyDataset extends ForwardingDataset {

  /**
   * Reads and prepares the arrays, unless that was done before.
   *
   * @throws org.espalier.nas.api.InvalidDataException if they cannot be used as they are
   */
  @Inject
  public NumpyDataset(
      NumpySettings settings,
      RandomStreams streams,
      PreparedDataCache cache,
      DownloadListener listener) {
    super(cache.dataset(source(settings), settings.prepare(), streams, listener));
  }

  private static DataSource source(NumpySettings settings) {
    return new DataSource(
        String.valueOf(settings.file().getFileName()),
        files(settings.file()),
        List.of(settings.unprepared()),
        false,
        progress -> {
          LabelledImages images =
              new NumpyReader(settings.classNames())
                  .read(
                      settings.file(), settings.training(), settings.validation(), settings.test());
          return (preparation, streams) -> PreparedDataset.of(images, preparation, streams);
        });
  }

  private static List<Path> files(Path file) {
    if (!Files.isDirectory(file)) {
      return List.of(file);
    }
    try (Stream<Path> files = Files.list(file)) {
      return files.filter(own -> own.toString().endsWith(".npy")).sorted().toList();
    } catch (IOException e) {
      throw new InvalidDataException("%s cannot be read: %s.".formatted(file, IoReason.of(e)), e);
    }
  }
}
