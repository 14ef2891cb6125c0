package org.espalier.nas.data.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.data.cache.DataFolders;
import org.espalier.nas.data.image.CifarLabels;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.table.CsvFormat;
import org.espalier.nas.testkit.DatasetContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class CatalogueDatasetContractTest {

  /** A table of 40 rows. */
  @Nested
  class OfATable extends OfLocalFiles {
    @Override
    CatalogueEntry entry() throws IOException {
      StringBuilder text = new StringBuilder("width,height,kind\n");
      for (int i = 0; i < 40; i++) {
        text.append(i * 7 % 40).append(',').append(i * 3 % 11);
        text.append(i % 2 == 0 ? ",a\n" : ",b\n");
      }
      CatalogueFile file = file("table.csv", text.toString().getBytes(StandardCharsets.UTF_8));
      return entry(
          "iris",
          List.of(file),
          new Reading.Csv(CsvFormat.commaSeparated(), "kind", LabelRule.plain()));
    }
  }

  /** 40 images of 3 × 2 pixels. */
  @Nested
  class OfImages extends OfLocalFiles {
    @Override
    CatalogueEntry entry() throws IOException {
      ByteArrayOutputStream images = new ByteArrayOutputStream();
      images.writeBytes(header(0x0803, 40, 3, 2));
      ByteArrayOutputStream labels = new ByteArrayOutputStream();
      labels.writeBytes(header(0x0801, 40));
      for (int i = 0; i < 40; i++) {
        labels.write(i % 2);
        for (int pixel = 0; pixel < 6; pixel++) {
          images.write(i * 5 + pixel * 7);
        }
      }
      return entry(
          "mnist",
          List.of(file("images", images.toByteArray()), file("labels", labels.toByteArray())),
          new Reading.Idx("kind", List.of("a", "b")));
    }

    private static byte[] header(int... numbers) {
      ByteBuffer header = ByteBuffer.allocate(Integer.BYTES * numbers.length);
      header.asIntBuffer().put(numbers);
      return header.array();
    }
  }

  /** 40 colour images in two files, the second being the test part. */
  @Nested
  class OfCifar extends OfLocalFiles {
    @Override
    CatalogueEntry entry() throws IOException {
      return entry(
          "cifar-10",
          List.of(file("train.bin", images(30, 0)), file("test.bin", images(10, 30))),
          new Reading.Cifar("kind", List.of("a", "b"), CifarLabels.SINGLE));
    }

    private static byte[] images(int count, int first) {
      ByteArrayOutputStream images = new ByteArrayOutputStream();
      for (int i = first; i < first + count; i++) {
        images.write(i % 2);
        for (int pixel = 0; pixel < 3072; pixel++) {
          images.write(i * 5 + pixel * 7);
        }
      }
      return images.toByteArray();
    }
  }

  /** The contract of an entry under a known name with the test's own files. */
  abstract static class OfLocalFiles extends DatasetContract {
    @TempDir Path folder;

    abstract CatalogueEntry entry() throws IOException;

    @Override
    protected Dataset dataset() throws IOException {
      return dataset(new RandomStreams(1));
    }

    @Override
    protected Optional<Dataset> another() throws IOException {
      return Optional.of(dataset(new RandomStreams(2)));
    }

    private Dataset dataset(RandomStreams streams) throws IOException {
      CatalogueEntry entry = entry();
      return new CatalogueDataset(
          CatalogueSettings.of(entry.name(), Preparation.standard()),
          streams,
          new DatasetCatalogue(List.of(entry)),
          wanted ->
              new PublicFiles(new DataFolders(null, folder))
                  .fetch(wanted, DownloadListener.none()));
    }

    CatalogueEntry entry(String name, List<CatalogueFile> files, Reading reading) {
      return new CatalogueEntry(name, "Made up", "none", "nowhere", 40, files, null, reading);
    }

    CatalogueFile file(String name, byte[] content) throws IOException {
      Path path = Files.write(folder.resolve(name), content);
      String sum = Sha256.of(content);
      return new CatalogueFile(name, sum, content.length, path.toUri(), null);
    }
  }
}
