package org.espalier.nas.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.cache.DataFolders;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.prepare.MissingValues;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.Scaling;
import org.espalier.nas.data.prepare.TaskChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test of the real files if {@code NAS_DATA_DIR} has them; nothing is downloaded. */
class PublicDataTest {
  private static final Preparation IMPUTED = Preparation.standard().with(MissingValues.IMPUTE);

  @BeforeEach
  void needsTheFiles() {
    assumeTrue(System.getenv(DataFolders.OWN) != null, "NAS_DATA_DIR is not set");
  }

  @ParameterizedTest
  @CsvSource({
    "wine-quality-white, 4898, 11, 7",
    "wine-quality-red, 1599, 11, 6",
    "mlpnas-wine, 4898, 13, 3",
    "digits, 1797, 64, 10",
    "iris, 150, 4, 3",
    "banknote-authentication, 1372, 4, 2",
    "pima-indians-diabetes, 768, 8, 2",
    "ionosphere, 351, 34, 2",
    "sonar, 208, 60, 2",
    "glass, 214, 9, 6",
  })
  void everyEntryIsReadAsItIsCatalogued(String name, int rows, int features, int classes) {
    Dataset dataset = open(CatalogueSettings.of(name, IMPUTED));
    assertThat(dataset.info().name()).isEqualTo(name);
    assertThat(dataset.info().sizes().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(rows)
        .isEqualTo(DatasetCatalogue.bundled().find(name).rows());
    assertThat(Described.features(dataset)).hasSize(features);
    assertThat(((Task.Classification) dataset.info().task()).classes()).hasSize(classes);
  }

  @Test
  void adultHasItsOwnTestPartAndTwoClasses() {
    Dataset adult = open(CatalogueSettings.of("adult", IMPUTED));
    assertThat(adult.info().task())
        .isEqualTo(new Task.Classification("income", List.of("<=50K", ">50K")));
    assertThat(adult.info().sizes())
        .containsEntry(Part.TRAINING, 29305)
        .containsEntry(Part.VALIDATION, 3256)
        .containsEntry(Part.TEST, 16281);
    assertThat(adult.audit())
        .filteredOn(finding -> finding.kind() == Finding.Kind.MISSING_VALUES)
        .extracting(Finding::subject)
        .containsExactly("workclass", "occupation", "native-country");
  }

  @ParameterizedTest
  @CsvSource({"mnist, digit", "fashion-mnist, article"})
  void imagesKeepTheirShapeAndTheirTestPart(String name, String label) {
    Dataset images = open(CatalogueSettings.of(name, IMPUTED.with(Scaling.MIN_MAX)));
    assertThat(images.info().task().target()).isEqualTo(label);
    assertThat(images.info().input()).isEqualTo(TensorShape.of(28, 28, 1));
    assertThat(images.info().sizes())
        .containsEntry(Part.TRAINING, 54_000)
        .containsEntry(Part.VALIDATION, 6_000)
        .containsEntry(Part.TEST, 10_000);
    assertThat(Described.images(images).channels().get(0).scale()).isEqualTo(255);
    assertThat(images.examples(Part.TEST).target(0)).isEqualTo(name.equals("mnist") ? 7 : 9);
  }

  @Test
  void cifar10IsReadFileByFile() {
    CatalogueEntry entry = DatasetCatalogue.bundled().find("cifar-10");
    PublicFiles files = files();
    assumeTrue(files.locate(entry).isPresent(), "cifar-10 is not in NAS_DATA_DIR");
    Reading.Cifar reading = (Reading.Cifar) entry.reading();
    List<Path> paths = files.fetch(entry, DownloadListener.none());
    LabelledImages images =
        new CatalogueImages(entry, reading).read(List.of(paths.get(0), paths.get(5)), bytes -> {});
    assertThat(images.size()).isEqualTo(20_000);
    assertThat(images.firstTest()).isEqualTo(10_000);
    assertThat(images.shape()).isEqualTo(TensorShape.of(32, 32, 3));
    assertThat(images.classes().get(images.label(0))).isEqualTo("frog");
    assertThat(IntStream.range(0, 3).map(i -> images.pixel(0, i))).containsExactly(59, 62, 63);
    assertThat(images.classes().get(images.label(10_000))).isEqualTo("cat");
    assertThat(IntStream.range(0, 3).map(i -> images.pixel(10_000, i)))
        .containsExactly(158, 112, 49);
  }

  @Test
  void abaloneIsARegression() {
    Dataset abalone = open(CatalogueSettings.of("abalone", IMPUTED));
    assertThat(abalone.info().task())
        .isInstanceOfSatisfying(
            Task.Regression.class,
            task -> {
              assertThat(task.target()).isEqualTo("rings");
              assertThat(task.scale().kind()).isEqualTo(TargetScale.Kind.STANDARDIZE);
              assertThat(task.scale().shift()).isBetween(9.8, 10.1);
            });
    assertThat(Described.features(abalone)).hasSize(10);
  }

  @Test
  void theAuditOfThePublishedFrameNamesTheLeakAndTheRowNumber() {
    Preparation published = IMPUTED.with(Scaling.NONE);
    assertThat(open(CatalogueSettings.of("mlpnas-wine", published)).audit())
        .filteredOn(finding -> finding.kind() != Finding.Kind.DUPLICATES_ACROSS_PARTS)
        .filteredOn(finding -> finding.kind() != Finding.Kind.OUTLIERS)
        .containsExactly(
            new Finding(
                Finding.Kind.LABEL_LEAKAGE,
                "quality",
                "quality_label is a function of quality: each of its 7 values goes with one class"
                    + " only, in all 4898 rows. Drop it, unless it is known before the label is."),
            new Finding(
                Finding.Kind.ROW_NUMBER,
                "column 1",
                "column 1 counts the 4898 rows from 0 to 4897. It says nothing about new rows; drop"
                    + " it."),
            new Finding(
                Finding.Kind.UNSCALED_FEATURES,
                "column 1",
                "column 1 ranges over 4897 and density over 0.05187, 94409 times less. Set"
                    + " prepare.scaling to standardize."),
            new Finding(
                Finding.Kind.CLASS_IMBALANCE,
                "quality_label",
                "quality_label has 180 rows of class high and 3078 of class medium, 17.1 times as"
                    + " many. Look at the balanced accuracy or the macro F1, or weigh the classes."));
  }

  @ParameterizedTest
  @CsvSource({
    "wine-quality-white",
    "wine-quality-red",
    "adult",
    "digits",
    "iris",
    "abalone",
    "banknote-authentication",
    "pima-indians-diabetes",
    "ionosphere",
    "sonar",
    "glass"
  })
  void noHonestFeatureIsTakenForALeakOrARowNumber(String name) {
    assertThat(open(CatalogueSettings.of(name, IMPUTED)).audit())
        .extracting(Finding::kind)
        .doesNotContain(Finding.Kind.LABEL_LEAKAGE, Finding.Kind.ROW_NUMBER);
  }

  @Test
  void whiteWineInThreeClassesHasThePublishedCounts() {
    Map<String, String> bins = new LinkedHashMap<>();
    bins.put("low", "..5");
    bins.put("medium", "6..7");
    bins.put("high", "8..");
    Dataset wine =
        open(
            new CatalogueSettings(
                "wine-quality-white",
                List.of(),
                TaskChoice.AUTO,
                bins,
                Map.of(),
                List.of(),
                List.of(),
                IMPUTED));
    int[] counts = new int[3];
    for (Part part : Part.values()) {
      for (int i = 0; i < wine.examples(part).size(); i++) {
        counts[(int) wine.examples(part).target(i)]++;
      }
    }
    assertThat(counts).containsExactly(1640, 3078, 180);
    assertThat(wine.audit())
        .extracting(Finding::kind)
        .containsExactly(
            Finding.Kind.DUPLICATES_ACROSS_PARTS,
            Finding.Kind.DUPLICATES_ACROSS_PARTS,
            Finding.Kind.OUTLIERS,
            Finding.Kind.OUTLIERS,
            Finding.Kind.OUTLIERS,
            Finding.Kind.CLASS_IMBALANCE);
    assertThat(wine.audit())
        .filteredOn(finding -> finding.kind() == Finding.Kind.OUTLIERS)
        .extracting(finding -> finding.message().replaceAll(", for example.*", ""))
        .containsExactly(
            "citric acid has 1 outlier",
            "chlorides has 21 outliers",
            "free sulfur dioxide has 1 outlier");
  }

  private static Dataset open(CatalogueSettings settings) {
    PublicFiles files = files();
    assumeTrue(
        files.locate(DatasetCatalogue.bundled().find(settings.name())).isPresent(),
        settings.name() + " is not in NAS_DATA_DIR");
    return new CatalogueDataset(
        settings,
        new RandomStreams(1),
        DatasetCatalogue.bundled(),
        entry -> files.fetch(entry, DownloadListener.none()));
  }

  private static PublicFiles files() {
    return new PublicFiles(
        new DataFolders(Path.of(System.getenv(DataFolders.OWN)), Path.of("no-cache")));
  }
}
