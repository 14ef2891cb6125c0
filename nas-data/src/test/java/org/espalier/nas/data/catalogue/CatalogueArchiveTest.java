package org.espalier.nas.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.data.cache.DataFolders;
import org.espalier.nas.data.image.CifarLabels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Test of entries whose files come from an archive; nothing is downloaded. */
class CatalogueArchiveTest {
  private static final byte[] TRAIN =
      "training images ".repeat(100).getBytes(StandardCharsets.UTF_8);
  private static final byte[] TEST = "test".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path temporary;
  private Path own;
  private Path cache;

  @BeforeEach
  void create() throws IOException {
    own = Files.createDirectories(temporary.resolve("own"));
    cache = temporary.resolve("cache");
  }

  @Test
  void filesAreExtractedFromTheArchiveOnce() throws IOException {
    Path archive = archive(member("bin/", '5', new byte[0]), train(), readme(), test());
    CatalogueEntry entry = entry(archive, TRAIN);
    List<Path> files = fetch(entry);
    assertThat(files)
        .containsExactly(cache.resolve("toy/train.bin"), cache.resolve("toy/test.bin"));
    assertThat(files.get(0)).hasBinaryContent(TRAIN);
    assertThat(files.get(1)).hasBinaryContent(TEST);
    assertThat(archive).as("the archive in the user's folder").exists();
    assertThat(leftIn(cache.resolve("toy"))).containsExactlyInAnyOrder("train.bin", "test.bin");

    Files.delete(archive);
    assertThat(fetch(entry)).isEqualTo(files);
  }

  @Test
  void anArchiveInTheCacheIsNotKept() throws IOException {
    Path archive = archive(train(), test());
    Path cached = cache.resolve("toy/all.tar.gz");
    CatalogueEntry entry = entry(archive, TRAIN);
    Files.createDirectories(cached.getParent());
    Files.move(archive, cached);
    assertThat(fetch(entry)).hasSize(2);
    assertThat(cached).doesNotExist();
  }

  @Test
  void packedFilesThatAreThereNeedNoArchive() throws IOException {
    Path archive = archive(train(), test());
    CatalogueEntry entry = entry(archive, TRAIN);
    Files.delete(archive);
    Path train = Files.write(own.resolve("toy/train.bin.gz"), TEST);
    Path test = Files.write(own.resolve("toy/test.bin.gz"), TEST);
    assertThat(fetch(entry)).containsExactly(train, test);
  }

  @Test
  void aMemberWithAnotherSumIsRefused() throws IOException {
    Path archive = archive(train(), test());
    CatalogueEntry entry = entry(archive, "other".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> fetch(entry))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "train.bin of %s has the SHA-256 %s, the catalogue says %s. It was not kept."
                .formatted(
                    archive,
                    Sha256.of(TRAIN),
                    Sha256.of("other".getBytes(StandardCharsets.UTF_8))));
    assertThat(leftIn(cache.resolve("toy"))).isEmpty();
  }

  @Test
  void anArchiveWithoutAFileIsRefused() throws IOException {
    Path archive = archive(train(), readme());
    assertThatThrownBy(() -> fetch(entry(archive, TRAIN)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(archive + " lacks the file bin/test.bin of toy.");
  }

  @Test
  void aDamagedOrCutArchiveIsRefused() throws IOException {
    byte[] broken = train();
    broken[0] ^= 1;
    Path damaged = archive(broken, test());
    assertThatThrownBy(() -> fetch(entry(damaged, TRAIN)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(damaged + " cannot be unpacked: the archive is damaged.");
    Path cut = archive(test(), Arrays.copyOf(train(), 700));
    assertThatThrownBy(() -> fetch(entry(cut, TRAIN)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(cut + " cannot be unpacked: the archive was cut off.");
  }

  private List<Path> fetch(CatalogueEntry entry) {
    return new PublicFiles(new DataFolders(own, cache)).fetch(entry, DownloadListener.none());
  }

  private static CatalogueEntry entry(Path archive, byte[] train) throws IOException {
    URI nowhere = URI.create("http://127.0.0.1:1/all.tar.gz");
    byte[] bytes = Files.readAllBytes(archive);
    CatalogueFile all =
        new CatalogueFile("toy/all.tar.gz", Sha256.of(bytes), bytes.length, nowhere, null);
    return new CatalogueEntry(
        "toy",
        "A toy",
        "none",
        "https://example.org",
        2,
        List.of(
            new CatalogueFile(
                "toy/train.bin.gz",
                Sha256.of(TEST),
                4,
                nowhere,
                new CatalogueFile.Alias("toy/train.bin", Sha256.of(train))),
            new CatalogueFile(
                "toy/test.bin.gz",
                Sha256.of(TEST),
                4,
                nowhere,
                new CatalogueFile.Alias("toy/test.bin", Sha256.of(TEST)))),
        new CatalogueArchive(all, "bin"),
        new Reading.Cifar("kind", List.of("a", "b"), CifarLabels.SINGLE));
  }

  private static byte[] train() {
    return member("./bin/train.bin", '0', TRAIN);
  }

  private static byte[] test() {
    return member("bin/test.bin", '\0', TEST);
  }

  private static byte[] readme() {
    return member("bin/readme.html", '0', TEST);
  }

  private Path archive(byte[]... members) throws IOException {
    Path file = Files.createDirectories(own.resolve("toy")).resolve("all.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (byte[] member : members) {
        out.write(member);
      }
      if (members[members.length - 1].length % 512 == 0) {
        out.write(new byte[1024]);
      }
    }
    return file;
  }

  private static byte[] member(String name, char type, byte[] content) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, String.format(Locale.ROOT, "%011o ", content.length));
    header[156] = (byte) type;
    put(header, 257, "ustar");
    put(header, 148, "        ");
    int sum = 0;
    for (byte value : header) {
      sum += value;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(header);
    all.writeBytes(content);
    all.writeBytes(new byte[(512 - content.length % 512) % 512]);
    return all.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static List<String> leftIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
