package org.espalier.nas.data.imagefile;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.cache.DataSource;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.espalier.nas.data.image.CifarLabels;
import org.espalier.nas.data.image.CifarReader;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;

/** Images in the binary format of CIFAR-10 and CIFAR-100. */
@Description("Files in the binary format of CIFAR-10 and CIFAR-100: 32×32 colour images.")
public final class CifarDataset extends ForwardingDataset {
  private static final int CIFAR_10 = 10;
  private static final int CIFAR_100 = 100;
  private static final int GROUPS = 20;

  /**
   * Reads and prepares the files, unless that was done before.
   *
   * @throws org.espalier.nas.api.InvalidDataException if they cannot be used as they are
   */
  @Inject
  public CifarDataset(
      CifarSettings settings,
      RandomStreams streams,
      PreparedDataCache cache,
      DownloadListener listener) {
    super(cache.dataset(source(settings), settings.prepare(), streams, listener));
  }

  private static DataSource source(CifarSettings settings) {
    List<Path> files = new ArrayList<>(settings.files());
    files.addAll(settings.testFiles());
    Path names = settings.classFile();
    if (names != null) {
      files.add(names);
    }
    return new DataSource(
        String.valueOf(settings.files().get(0).getFileName()),
        files,
        List.of(settings.unprepared()),
        false,
        progress -> {
          LabelledImages images = read(settings, progress);
          return (preparation, streams) -> PreparedDataset.of(images, preparation, streams);
        });
  }

  private static LabelledImages read(CifarSettings settings, LongConsumer progress) {
    CifarLabels labels = settings.labels();
    int standard =
        switch (labels) {
          case SINGLE -> CIFAR_10;
          case COARSE -> GROUPS;
          case FINE -> CIFAR_100;
        };
    List<String> classes = ClassList.of(settings.classNames(), settings.classFile(), standard);
    CifarReader reader = new CifarReader(labels, classes.size());
    return LabelledImages.of(
        String.valueOf(settings.files().get(0).getFileName()),
        "class",
        classes,
        reader.read(settings.files(), progress),
        null,
        settings.testFiles().isEmpty() ? null : reader.read(settings.testFiles(), progress));
  }
}
