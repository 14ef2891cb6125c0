package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.artifact.ArtifactStores;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.RunArtifacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose trials leave files for later ones outside of the run's folder. */
class ArtifactsCommandTest {
  private static final String MOONS =
      """
      name: moons
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, nodes: [4, 8, 16], activations: [relu, tanh], maxLength: 3}
      output: {report: false}
      """;

  private static final String SHARING =
      MOONS
          + """
          controller: {type: random}
          evaluator: {type: training, epochs: 2, sharing: {mode: bigram}}
          budget: {trials: 6}
          """;

  private static final String CONTINUING =
      MOONS
          + """
          controller: {type: hyperband, factor: 3}
          evaluator: {type: training, epochs: 9}
          budget: {epochs: 50, trials: 1000}
          """;

  private static final Catalogue CATALOGUE = Catalogue.load(Nas.class.getClassLoader());

  @TempDir Path folder;

  private Terminal terminal = terminal(Map.of());
  private Path file;
  private Path runs;
  private Path place;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("moons.yaml"), SHARING);
    runs = folder.resolve("runs");
    place = folder.resolve("place");
  }

  private static Terminal terminal(Map<String, String> environment) {
    return new Terminal(folders -> CATALOGUE, environment, new StudyServers(List.of(), Map.of()));
  }

  private String run(Object... arguments) {
    assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
    return terminal.out();
  }

  private String refused(int code, Object... arguments) {
    assertThat(terminal.run(arguments)).as(terminal.out()).isEqualTo(code);
    return terminal.err();
  }

  private Path latest() {
    return new RunFolders(runs).find("latest");
  }

  private String ledger() {
    return run("show", "latest", "--ledger", "--out", runs);
  }

  /** Returns the ledger of a run that keeps everything in its folder. */
  private String plainLedger(int trials) {
    Path plain = folder.resolve("plain" + trials);
    run("run", file, "--out", plain, "--set", "budget.trials=" + trials);
    return run("show", "latest", "--ledger", "--out", plain);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(found -> folder.relativize(found).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void theRunIsContinuedFromThePlace() throws IOException {
    run("run", file, "--out", runs, "--artifacts", place);
    assertThat(ledger()).isEqualTo(plainLedger(6));
    assertThat(files(latest())).noneMatch(name -> name.contains("safetensors"));
    assertThat(files(place.resolve(RunFolders.key(latest()))))
        .contains("weights.safetensors")
        .anyMatch(name -> name.startsWith("weights/trial-"));

    run("extend", "latest", "--trials", "10", "--out", runs);
    assertThat(ledger()).isEqualTo(plainLedger(10));
  }

  @Test
  void withoutItsWeightsARunIsNotContinued() throws IOException {
    run("run", file, "--out", runs, "--artifacts", place);
    Files.move(place, folder.resolve("elsewhere"));

    assertThat(refused(1, "extend", "latest", "--trials", "10", "--out", runs))
        .contains("weights of trial 1 and later ones are missing")
        .contains(place.resolve(RunFolders.key(latest())).resolve("weights").toString());
    Files.move(folder.resolve("elsewhere"), place);
    run("resume", "latest", "--out", runs);
    assertThat(ledger()).isEqualTo(plainLedger(10));
  }

  @Test
  void aContinuedTrialFindsItsCheckpointThere() throws IOException {
    Files.writeString(file, CONTINUING);
    Path plain = folder.resolve("plain");
    run("run", file, "--out", plain);

    run("run", file, "--out", runs, "--artifacts", place);

    assertThat(ledger()).isEqualTo(run("show", "latest", "--ledger", "--out", plain));
    assertThat(files(latest())).noneMatch(name -> name.contains("checkpoint"));
    assertThat(files(place))
        .hasSizeGreaterThan(1)
        .allMatch(name -> name.contains("/checkpoints/trial-") || name.endsWith("/owner"));
  }

  /** Containers have processes of the same number, and folders of the same path. */
  @Test
  void aPlaceThatAnotherRunBeganIsRefused() {
    run("run", file, "--out", runs, "--artifacts", place);
    Experiment experiment =
        new ExperimentReader(CATALOGUE)
            .read(file, List.of(SettingFlag.of("artifacts.url", place)))
            .experiment();
    RunArtifacts places = RunArtifacts.inPlaces(new ArtifactStores(List.of()));
    Path other = folder.resolve("other").resolve(RunFolders.key(latest()));

    places.claim(experiment, latest());
    assertThatThrownBy(() -> places.claim(experiment, other))
        .isInstanceOf(NasException.class)
        .hasMessageStartingWith(
            "%s is of another run, %s on "
                .formatted(place.resolve(RunFolders.key(latest())).resolve("owner"), latest()));
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsFoundOutBeforeAnythingIsStored() throws IOException {
    Files.writeString(place, "in the way");
    assertThat(refused(1, "run", file, "--out", runs, "--artifacts", place))
        .contains("owner cannot be ")
        .contains("a part of the path is a file, not a folder");
    assertThat(new RunFolders(runs).all()).isEmpty();
  }

  @Test
  void theFileNamesThePlaceUnlessTheEnvironmentOrAFlagDoes() throws IOException {
    Files.writeString(file, SHARING + "artifacts: {url: '" + folder.resolve("file") + "'}\n");
    run("run", file, "--out", runs);
    assertThat(folder.resolve("file")).isNotEmptyDirectory();

    terminal = terminal(Map.of("NAS_ARTIFACTS", folder.resolve("variable").toString()));
    run("run", file, "--out", runs);
    run("run", file, "--out", runs, "--artifacts", folder.resolve("flag").toUri());
    assertThat(folder.resolve("variable/moons")).isDirectoryContaining(Files::isDirectory);
    assertThat(folder.resolve("flag/moons")).isDirectoryContaining(Files::isDirectory);
    assertThat(latest().resolve("experiment.yaml"))
        .content()
        .contains("url: " + folder.resolve("flag"));
    for (String used : List.of("file", "variable", "flag")) {
      assertThat(folder.resolve(used).resolve("moons").toFile().list()).as(used).hasSize(1);
    }
  }

  @Test
  void namesTheModuleThatAPlaceNeeds() {
    String message =
        "artifacts.url (s3://bucket/a) needs the S3 module: run with NAS_PROFILE=s3.\n";
    assertThat(refused(2, "run", file, "--out", runs, "--artifacts", "s3://bucket/a"))
        .isEqualTo(message);
    assertThat(refused(2, "run", file, "--out", runs, "--set", "artifacts.url=s3://bucket/a"))
        .isEqualTo(message);
    assertThat(runs).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://ann:secret@bucket/a", "s3://bucket/a?secret_key=secret"})
  void credentialsAreRefusedBeforeAnythingIsStored(String url) throws IOException {
    String reason = "url must not contain credentials.";
    assertThat(refused(2, "run", file, "--out", runs, "--artifacts", url))
        .contains(reason)
        .doesNotContain("=secret", ":secret");
    assertThat(refused(2, "run", file, "--out", runs, "--set", "artifacts.url=" + url))
        .contains(reason)
        .doesNotContain("=secret", ":secret");
    terminal = terminal(Map.of("NAS_ARTIFACTS", url));
    assertThat(refused(2, "run", file, "--out", runs))
        .contains("NAS_ARTIFACTS: " + reason)
        .doesNotContain("=secret", ":secret");
    Files.writeString(file, SHARING + "artifacts: {url: '" + url + "'}\n");
    terminal = terminal(Map.of());
    assertThat(refused(2, "run", file, "--out", runs))
        .contains("moons.yaml:8:18: " + reason)
        .doesNotContain("=secret", ":secret");
    assertThat(runs).doesNotExist();
  }
}
