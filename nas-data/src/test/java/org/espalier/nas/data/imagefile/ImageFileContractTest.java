package org.espalier.nas.data.imagefile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.espalier.nas.data.image.BrokenFiles;
import org.espalier.nas.data.image.CifarLabels;
import org.espalier.nas.data.image.ImageColor;
import org.espalier.nas.data.image.ResizeMode;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.Split;
import org.espalier.nas.testkit.DatasetContract;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class ImageFileContractTest {

  /** The study's seed splits the data. */
  abstract static class OfTheSplit extends DatasetContract {
    @TempDir Path folder;

    abstract Dataset dataset(RandomStreams streams) throws IOException;

    @Override
    protected Dataset dataset() throws IOException {
      return dataset(new RandomStreams(7));
    }

    @Override
    protected Optional<Dataset> another() throws IOException {
      return Optional.of(dataset(new RandomStreams(8)));
    }
  }

  @Nested
  class OfCifar extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) throws IOException {
      SplittableRandom random = new SplittableRandom(1);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int i = 0; i < 30; i++) {
        bytes.write(i % 3);
        byte[] pixels = new byte[3072];
        random.nextBytes(pixels);
        bytes.writeBytes(pixels);
      }
      Path file = Files.write(folder.resolve("images.bin"), bytes.toByteArray());
      return new CifarDataset(
          cifar(file), streams, PreparedDataCache.inMemory(), DownloadListener.none());
    }
  }

  @Nested
  class OfAFolder extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) throws IOException {
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < 30; i++) {
        BufferedImage image = new BufferedImage(2 + i % 4, 3, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 3 * image.getWidth(); pixel++) {
          image.setRGB(pixel / 3, pixel % 3, random.nextInt());
        }
        Path own = Files.createDirectories(folder.resolve("class " + i % 3));
        ImageIO.write(image, "png", own.resolve(i + ".png").toFile());
      }
      return new ImageFolderDataset(
          folder(folder), streams, PreparedDataCache.inMemory(), DownloadListener.none());
    }
  }

  @Nested
  class OfArrays extends OfTheSplit {
    @Override
    Dataset dataset(RandomStreams streams) throws IOException {
      Path file = folder.resolve("arrays.npz");
      try (InputStream in = CifarLabels.class.getResourceAsStream("arrays.npz")) {
        Files.write(file, Objects.requireNonNull(in).readAllBytes());
      }
      return new NumpyDataset(
          numpy(file), streams, PreparedDataCache.inMemory(), DownloadListener.none());
    }
  }

  @Nested
  class NumpySettingsContract extends SettingsContract {
    @Override
    protected Record settings() {
      return numpy(Path.of("mnist.npz"));
    }
  }

  @Nested
  class CifarSettingsContract extends SettingsContract {
    @Override
    protected Record settings() {
      return cifar(Path.of("data_batch_1.bin"));
    }
  }

  @Nested
  class ImageFolderSettingsContract extends SettingsContract {
    @Override
    protected Record settings() {
      return folder(Path.of("flowers"));
    }
  }

  private static CifarSettings cifar(Path file) {
    return new CifarSettings(
        List.of(file),
        List.of(),
        CifarLabels.SINGLE,
        List.of("a", "b", "c"),
        null,
        Preparation.standard());
  }

  private static NumpySettings numpy(Path file) {
    Preparation halves = Preparation.standard().with(Split.random(0.5, 0.2, false, null));
    return new NumpySettings(file, "x_train", "y_train", null, null, null, null, List.of(), halves);
  }

  private static ImageFolderSettings folder(Path folder) {
    return new ImageFolderSettings(
        folder,
        null,
        null,
        List.of(3, 4),
        ResizeMode.CROP,
        ImageColor.RGB,
        BrokenFiles.ERROR,
        Preparation.standard());
  }
}
