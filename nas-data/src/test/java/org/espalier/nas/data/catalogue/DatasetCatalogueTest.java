package org.espalier.nas.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.cache.DataFolders;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.TaskChoice;
import org.junit.jupiter.api.Test;

class DatasetCatalogueTest {
  private static final List<String> NAMES =
      List.of(
          "wine-quality-white",
          "wine-quality-red",
          "mlpnas-wine",
          "adult",
          "digits",
          "iris",
          "abalone",
          "banknote-authentication",
          "pima-indians-diabetes",
          "ionosphere",
          "sonar",
          "glass",
          "mnist",
          "fashion-mnist",
          "cifar-10",
          "cifar-100");

  private final DatasetCatalogue catalogue = DatasetCatalogue.bundled();

  @Test
  void theBundledCatalogueIsComplete() {
    assertThat(catalogue.entries()).extracting(CatalogueEntry::name).containsAll(NAMES);
    assertThat(catalogue.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.licence()).isNotBlank();
              assertThat(entry.source()).startsWith("https://");
              assertThat(entry.rows()).isPositive();
              assertThat(entry.files())
                  .allSatisfy(
                      file -> {
                        assertThat(file.address()).hasScheme("https");
                        assertThat(file.sha256()).matches("[0-9a-f]{64}");
                        assertThat(file.bytes()).isPositive();
                        assertThat(Path.of(file.path())).isRelative();
                      });
            });
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> catalogue.find("wine-quality-wite"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("name (wine-quality-wite) must be one of the catalogue's: wine-")
        .hasMessageEndingWith(". Did you mean wine-quality-white?");
    assertThatThrownBy(() -> CatalogueSettings.of("irish", Preparation.standard()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageEndingWith("Did you mean iris?");
  }

  @Test
  void imagesTakeOnlyANameAndAPreparation() {
    CatalogueSettings settings =
        new CatalogueSettings(
            "mnist",
            List.of(),
            TaskChoice.AUTO,
            Map.of(),
            Map.of(),
            List.of("pixel 1-1"),
            List.of(),
            Preparation.standard());
    assertThatThrownBy(
            () -> new CatalogueDataset(settings, new RandomStreams(1), DownloadListener.none()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "mnist has images; of the settings only name and prepare can be used with them.");
  }

  @Test
  void theEnvironmentNamesTheFolders() {
    Path home = Path.of("home");
    assertThat(DataFolders.of(Map.of(), home))
        .isEqualTo(new DataFolders(null, Path.of("home", ".cache", "espalier", "data")));
    assertThat(DataFolders.of(Map.of("NAS_DATA_DIR", "mine", "NAS_CACHE_DIR", "kept"), home))
        .isEqualTo(new DataFolders(Path.of("mine"), Path.of("kept")));
    assertThat(DataFolders.of(Map.of("NAS_DATA_DIR", " "), home).own()).isNull();
  }
}
