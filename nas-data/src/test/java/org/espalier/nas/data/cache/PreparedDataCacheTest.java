package org.espalier.nas.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Download;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.image.ImageFile;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.prepare.ColumnEncoding;
import org.espalier.nas.data.prepare.Duplicates;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.prepare.MissingValues;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.RareCategories;
import org.espalier.nas.data.prepare.RawData;
import org.espalier.nas.data.prepare.RepeatedPreparation;
import org.espalier.nas.data.prepare.Scaling;
import org.espalier.nas.data.prepare.Split;
import org.espalier.nas.data.prepare.TargetPreparation;
import org.espalier.nas.data.table.ColumnRoles;
import org.espalier.nas.data.table.CsvFormat;
import org.espalier.nas.data.table.CsvTableReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedDataCacheTest {
  private static final Preparation IMPUTED = Preparation.standard().with(MissingValues.IMPUTE);

  private record Settings(List<String> dropped) {}

  @TempDir Path folder;
  private Path file;
  private Path kept;
  private int reads;

  @BeforeEach
  void writeTheFile() throws IOException {
    file = Files.writeString(folder.resolve("wine.csv"), table(""));
    kept = folder.resolve("kept");
  }

  private static String table(String firstAcid) {
    StringBuilder text = new StringBuilder("acid,colour,shop,constant,kind,quality\n");
    for (int i = 0; i < 90; i++) {
      String acid = i == 0 ? firstAcid : i % 9 == 4 ? "" : Integer.toString(i * 37 % 60);
      text.append(acid).append(i % 3 == 0 ? ",ro\u00e9e" : ",white");
      text.append(",shop ").append(i % 7).append(",1").append(i % 2 == 0 ? ",a," : ",b,");
      text.append(i % 30 + 0.5).append('\n');
    }
    return text.toString();
  }

  @Test
  void dataFromTheDiskAreThoseOfAFreshPreparationToTheBit() {
    for (Preparation preparation : preparations()) {
      for (String label : List.of("kind", "quality")) {
        Dataset fresh = dataset(PreparedDataCache.inMemory(), label, preparation, 1);
        Dataset written = dataset(onDisk(), label, preparation, 1);
        int before = reads;
        Dataset read = dataset(onDisk(), label, preparation, 1);

        assertThat(reads).as("reads of the file with an entry in the cache").isEqualTo(before);
        assertSame(written, fresh);
        assertSame(read, fresh);
      }
    }
  }

  private static List<Preparation> preparations() {
    Preparation rare = IMPUTED.with(3, RareCategories.OTHER);
    return List.of(
        IMPUTED,
        IMPUTED.with(Scaling.NONE),
        IMPUTED.with(
            Map.of(
                "shop",
                new ColumnEncoding.HashingColumnEncoding(3),
                "colour",
                new ColumnEncoding.FrequencyColumnEncoding())),
        rare.with(new TargetPreparation(TargetScale.Kind.LOG)).with(Duplicates.TOGETHER),
        Preparation.standard().with(MissingValues.DROP).with(Split.standard()));
  }

  private static void assertSame(Dataset actual, Dataset expected) {
    assertThat(actual.info()).isEqualTo(expected.info());
    assertThat(actual.audit()).isNotEmpty().isEqualTo(expected.audit());
    for (Part part : Part.values()) {
      assertThat(bits(actual.examples(part).features()))
          .isEqualTo(bits(expected.examples(part).features()));
      assertThat(bits(actual.examples(part).targets()))
          .isEqualTo(bits(expected.examples(part).targets()));
      assertThat(actual.examples(part).shape()).isEqualTo(expected.examples(part).shape());
    }
  }

  private static List<Integer> bits(FloatBuffer values) {
    List<Integer> bits = new ArrayList<>();
    while (values.hasRemaining()) {
      bits.add(Float.floatToRawIntBits(values.get()));
    }
    return bits;
  }

  @Test
  void aFileIsReadOnceForSeveralSeedsAndPreparationsOfAProcess() {
    PreparedDataCache cache = PreparedDataCache.inMemory();
    for (long seed = 1; seed <= 3; seed++) {
      dataset(cache, "kind", IMPUTED, seed);
      dataset(cache, "kind", IMPUTED.with(Scaling.NONE), seed);
    }
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void anotherSeedGivesWhatAFreshPreparationWithItGives() {
    PreparedDataCache cache = PreparedDataCache.inMemory();
    for (long seed = 1; seed <= 4; seed++) {
      for (Preparation preparation : preparations()) {
        assertSame(
            dataset(cache, "kind", preparation, seed),
            dataset(PreparedDataCache.inMemory(), "kind", preparation, seed));
      }
    }
  }

  @Test
  void theSameSettingsAndSeedGiveTheSameObject() {
    PreparedDataCache cache = PreparedDataCache.inMemory();
    Dataset first = dataset(cache, "kind", IMPUTED, 1);

    assertThat(dataset(cache, "kind", IMPUTED, 1)).isSameAs(first);
    assertThat(dataset(cache, "kind", IMPUTED, 2)).isNotSameAs(first);
  }

  @Test
  void theStudysSeedDoesNotMatterIfTheSplitHasItsOwn() {
    PreparedDataCache cache = PreparedDataCache.inMemory();
    Preparation own = IMPUTED.with(Split.random(0.1, 0.2, true, 7L));

    assertThat(dataset(cache, "kind", own, 1)).isSameAs(dataset(cache, "kind", own, 2));
  }

  @Test
  void changedContentIsReadAgain() throws IOException {
    PreparedDataCache cache = onDisk();
    String before = dataset(cache, "kind", IMPUTED, 1).info().hash();
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, table("9"));
    Files.setLastModifiedTime(file, time);

    assertThat(dataset(cache, "kind", IMPUTED, 1).info().hash()).isNotEqualTo(before);
    assertThat(dataset(onDisk(), "kind", IMPUTED, 1).info().hash()).isNotEqualTo(before);
  }

  @Test
  void verifiedFilesAreNotHashedAgain() throws IOException {
    PreparedDataCache cache = PreparedDataCache.inMemory();
    Dataset before =
        cache.dataset(
            source("kind").ofVerifiedFiles(),
            IMPUTED,
            new RandomStreams(1),
            DownloadListener.none());
    Files.writeString(file, "changed");

    Dataset after =
        cache.dataset(
            source("kind").ofVerifiedFiles(),
            IMPUTED,
            new RandomStreams(1),
            DownloadListener.none());

    assertThat(after).isSameAs(before);
  }

  @Test
  void damagedEntriesAreIgnoredAndWrittenAgain() throws IOException {
    Dataset fresh = dataset(onDisk(), "kind", IMPUTED, 1);
    Path entry = entries().get(0);
    byte[] whole = Files.readAllBytes(entry);
    for (int place : new int[] {0, 9, 40, whole.length / 2, whole.length - 40, whole.length - 1}) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 4;
      Files.write(entry, damaged);

      assertSame(dataset(onDisk(), "kind", IMPUTED, 1), fresh);
      assertThat(Files.readAllBytes(entry)).as("entry after damage at %s", place).isEqualTo(whole);
    }
    for (int length : new int[] {0, 1, 31, 32, 33, whole.length / 2, whole.length - 1}) {
      Files.write(entry, Arrays.copyOf(whole, length));

      assertSame(dataset(onDisk(), "kind", IMPUTED, 1), fresh);
      assertThat(Files.readAllBytes(entry)).as("entry cut to %s bytes", length).isEqualTo(whole);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoFailure() throws IOException {
    Files.writeString(kept, "a file in place of the folder");

    assertThat(dataset(onDisk(), "kind", IMPUTED, 1).examples(Part.TRAINING).size()).isPositive();
    assertThat(kept).isRegularFile();
  }

  @Test
  void theEntriesThatWereNotUsedForTheLongestTimeAreRemoved() throws IOException {
    dataset(onDisk(), "kind", IMPUTED, 1);
    Path first = entries().get(0);
    long limit = 2 * Files.size(first) + 100;
    dataset(onDisk(limit), "kind", IMPUTED, 2);
    for (Path entry : entries()) {
      Files.setLastModifiedTime(entry, FileTime.from(Instant.EPOCH));
    }
    dataset(onDisk(limit), "kind", IMPUTED, 1);
    dataset(onDisk(limit), "kind", IMPUTED, 3);

    assertThat(entries()).hasSize(2).contains(first);
  }

  @Test
  void abandonedPartsAreRemovedAndRecentOnesLeft() throws IOException {
    Files.createDirectories(kept);
    Path old = Files.writeString(kept.resolve("a.part"), "abandoned");
    Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
    Path recent = Files.writeString(kept.resolve("b.part"), "being written");
    dataset(onDisk(), "kind", IMPUTED, 1);

    assertThat(old).doesNotExist();
    assertThat(recent).exists();
  }

  @Test
  void smallFilesAreNotWritten() {
    PreparedDataCache cache = new PreparedDataCache(new CacheFolder(kept, Long.MAX_VALUE), 1 << 20);
    dataset(cache, "kind", IMPUTED, 1);

    assertThat(kept).doesNotExist();
  }

  @Test
  void nothingIsWrittenOrReadIfTheCacheIsOff() throws IOException {
    dataset(onDisk(0), "kind", IMPUTED, 1);
    assertThat(kept).doesNotExist();

    dataset(onDisk(), "kind", IMPUTED, 1);
    int before = reads;
    dataset(onDisk(0), "kind", IMPUTED, 1);
    assertThat(reads).isEqualTo(before + 1);
    assertThat(entries()).hasSize(1);
  }

  @Test
  void theEnvironmentSetsTheLimit() {
    assertThat(CacheFolder.limit(Map.of())).isEqualTo(2048L << 20);
    assertThat(CacheFolder.limit(Map.of("NAS_PREPARED_CACHE", " 3 "))).isEqualTo(3L << 20);
    assertThat(CacheFolder.limit(Map.of("NAS_PREPARED_CACHE", "0"))).isZero();
    assertThatThrownBy(() -> CacheFolder.limit(Map.of("NAS_PREPARED_CACHE", "off")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "The environment variable NAS_PREPARED_CACHE (off) must be the maximum size of the cache in MiB, or 0 to turn it off.");
  }

  @Test
  void errorsAreThrownEachTime() throws IOException {
    Files.delete(file);
    PreparedDataCache cache = onDisk();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> dataset(cache, "kind", IMPUTED, 1))
          .isInstanceOf(InvalidDataException.class)
          .hasMessageContaining("wine.csv does not exist");
    }
  }

  @Test
  void theListenerReceivesTheStepsOnce() {
    List<String> steps = new ArrayList<>();
    DownloadListener listener =
        new DownloadListener() {
          @Override
          public void progress(Download download, long received) {
            steps.add("download");
          }

          @Override
          public void preparing(String data, String step, double share) {
            steps.add(data + " " + step + " " + share);
          }
        };
    PreparedDataCache cache = PreparedDataCache.inMemory();
    cache.dataset(source("kind"), IMPUTED, new RandomStreams(1), listener);
    List<String> all = List.copyOf(steps);
    cache.dataset(source("kind"), IMPUTED, new RandomStreams(1), listener);

    assertThat(all)
        .containsSubsequence(
            "wine.csv reading 0.5",
            "wine.csv reading 1.0",
            "wine.csv preparing 0.0",
            "wine.csv preparing 1.0");
    assertThat(steps).as("steps after a request for known data").isEqualTo(all);
  }

  /**
   * Holds the version: what is on disks must not be used once another result would be prepared.
   * Change the hashes together with {@link PreparedDataCache#VERSION}.
   */
  @Test
  void resultsOfThisVersionDoNotChange() {
    StringBuilder all = new StringBuilder();
    for (Preparation preparation : preparations()) {
      for (String label : List.of("kind", "quality")) {
        Dataset dataset = dataset(PreparedDataCache.inMemory(), label, preparation, 1);
        all.append(dataset.info().hash()).append(Described.features(dataset));
        dataset
            .audit()
            .forEach(
                finding ->
                    all.append(
                        finding.message().replace(folder.toString(), "").replace('\\', '/')));
      }
    }
    Dataset images = images(PreparedDataCache.inMemory(), Preparation.standard());
    all.append(images.info()).append(images.audit());
    assertThat(PreparedDataCache.VERSION + " " + Sha256.of(all.toString()))
        .as("VERSION and behaviour; if the behaviour was changed, raise VERSION")
        .isEqualTo("2 b83a21be432f8c6a7c30dbf517e76b9696fc868604840dfc3a0f4c046b3778db");
  }

  @Test
  void imagesAreKeptOnTheDisk() {
    for (Split split : List.of(Split.standard(), Split.standard().withFolds(3))) {
      Preparation preparation = Preparation.standard().with(split);
      Dataset fresh = images(PreparedDataCache.inMemory(), preparation);
      Dataset written = images(onDisk(), preparation);
      int before = reads;
      Dataset read = images(onDisk(), preparation);

      assertThat(reads).as("reads of the file with an entry in the cache").isEqualTo(before);
      assertSame(written, fresh);
      assertSame(read, fresh);
      for (int fold = 0; fold < fresh.folds().size(); fold++) {
        assertThat(read.folds().get(fold).info()).isEqualTo(fresh.folds().get(fold).info());
      }
    }
  }

  /** Returns noise in which one image is of a single colour. */
  private Dataset images(PreparedDataCache cache, Preparation preparation) {
    DataSource source =
        new DataSource(
            "noise",
            List.of(file),
            List.of(),
            false,
            progress -> {
              reads++;
              byte[] pixels = new byte[60 * 48];
              new SplittableRandom(1).nextBytes(pixels);
              Arrays.fill(pixels, 0, 48, (byte) 3);
              int[] labels = IntStream.range(0, 60).map(i -> i % 2).toArray();
              LabelledImages images =
                  new LabelledImages(
                      "noise",
                      "kind",
                      List.of("a", "b"),
                      List.of(new ImageFile(4, 4, 3, pixels, labels)));
              return (wanted, streams) -> PreparedDataset.of(images, wanted, streams);
            });
    return cache.dataset(source, preparation, new RandomStreams(1), DownloadListener.none());
  }

  private PreparedDataCache onDisk() {
    return onDisk(Long.MAX_VALUE);
  }

  private PreparedDataCache onDisk(long limit) {
    return new PreparedDataCache(new CacheFolder(kept, limit), 1);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.list(kept)) {
      return files.sorted().toList();
    }
  }

  private Dataset dataset(
      PreparedDataCache cache, String label, Preparation preparation, long seed) {
    return cache.dataset(
        source(label), preparation, new RandomStreams(seed), DownloadListener.none());
  }

  private DataSource source(String label) {
    List<String> dropped = List.of(label.equals("kind") ? "quality" : "kind");
    return new DataSource(
        "wine.csv",
        List.of(file),
        List.of(new Settings(dropped)),
        true,
        progress -> {
          reads++;
          RawData raw =
              RawData.of(
                  "wine.csv",
                  new CsvTableReader(CsvFormat.commaSeparated())
                      .read(List.of(file), ColumnRoles.of(List.of(), List.of()), progress)
                      .without(dropped),
                  label,
                  LabelRule.plain());
          return new RepeatedPreparation(raw)::prepare;
        });
  }

  @Test
  void repeatedPreparationGivesThatOfASingleOne() {
    RawData raw =
        RawData.of(
            "wine.csv",
            new CsvTableReader(CsvFormat.commaSeparated())
                .read(List.of(file), ColumnRoles.of(List.of(), List.of())),
            "kind",
            LabelRule.plain());
    RepeatedPreparation repeated = new RepeatedPreparation(raw);
    for (Split split : List.of(Split.standard(), Split.random(0.3, 0.3, false, 5L))) {
      Preparation preparation = IMPUTED.with(split);
      assertSame(
          repeated.prepare(preparation, new RandomStreams(3)),
          PreparedDataset.of(raw, preparation, new RandomStreams(3)));
    }
  }
}
