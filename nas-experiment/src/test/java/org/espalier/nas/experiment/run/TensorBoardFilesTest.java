package org.espalier.nas.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event files of a real search with two workers, whose controller has diagnostics. */
class TensorBoardFilesTest {
  private static final RunFolderRepository RUNS = new RunFolderRepository(Path.of(""));
  private static final String EXPERIMENT =
      """
      name: board
      searchSpace: {type: mlp}
      dataset: {type: moons, samples: 60}
      controller: {type: reinforce, batch: 5}
      evaluator: {type: hidden-architecture, epochs: 3}
      budget: {trials: 23}
      workers: 2
      output: {report: false, tensorboard: true}
      """;

  @TempDir Path folder;
  private Path run;
  private StoredStudy study;

  @BeforeEach
  void search() throws IOException {
    Path file = Files.writeString(folder.resolve("board.yaml"), EXPERIMENT);
    Catalogue catalogue = Catalogue.load(getClass().getClassLoader());
    SearchRun search =
        new SearchRun(
            catalogue,
            RUNS,
            new SearchWatcher() {},
            InstantSource.system(),
            (work, interrupt) -> work.get(),
            RunLog.none(),
            RunArtifacts.inFolders(),
            new Clusters(List.of()));
    run =
        search
            .begin(new ExperimentReader(catalogue).read(file, List.of()), folder.resolve("run"))
            .folder();
    study = RUNS.read(run.toString());
  }

  @Test
  void aSearchLeavesARunForItselfItsControllerAndEachTrial() throws IOException {
    assertThat(contents(run))
        .hasSize(2 + 23)
        .allSatisfy((name, bytes) -> assertThat(name).contains("/events.out.tfevents."));
  }

  @Test
  void afterwardsTheyComeToTheSameAsDuringTheSearch() throws IOException {
    Map<String, String> during = contents(run);
    Path moved = Files.move(TensorBoardFiles.folder(run), folder.resolve("moved"));

    TensorBoardFiles.write(RUNS, run);

    assertThat(moved).isDirectory();
    assertThat(contents(run)).isEqualTo(during);
  }

  /** A search that was killed after each number of trials and then resumed. */
  @Test
  void goingOnAnywhereGivesWhatOneGoGives() throws IOException {
    Map<String, String> once = contents(run);
    for (int finished = 0; finished <= study.trials().size(); finished++) {
      Path other = folder.resolve("killed-" + finished);
      write(other, begun(finished));

      write(other, study);

      assertThat(contents(other)).as("killed after %d trials", finished).isEqualTo(once);
    }
  }

  /** Trials that finished while an earlier one did not are shown last, and later in their place. */
  @Test
  void anUnfinishedTrialFindsItsPlaceOnceItIsFinished() throws IOException {
    Path other = folder.resolve("gap");
    List<StoredTrial> trials = new ArrayList<>(begun(12).trials());
    trials.set(7, unfinished(trials.get(7)));
    try (TensorBoardFiles files = new TensorBoardFiles(other, study.description())) {
      files.writeTold(with(trials));
      assertThat(other.resolve("tensorboard/trial-0007")).isDirectory();
      assertThat(other.resolve("tensorboard/trial-0009")).doesNotExist();
      files.writeAll(with(trials));
      assertThat(other.resolve("tensorboard/trial-0009")).isDirectory();
      assertThat(other.resolve("tensorboard/trial-0008")).doesNotExist();
    }

    write(other, study);

    assertThat(contents(other)).isEqualTo(contents(run));
  }

  @Test
  void nobodyElseMayWriteWhileASearchRuns() {
    try (StudyJournal running = RUNS.open(run.toString())) {
      assertThat(running.sessions()).isNotEmpty();
      assertThatThrownBy(() -> TensorBoardFiles.write(RUNS, run))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(run.toString());
    }
  }

  @Test
  void theListenerReadsTheStoreNowAndThen() {
    List<Integer> reads = new ArrayList<>();
    Instant[] now = {Instant.EPOCH};
    TensorBoardListener listener =
        new TensorBoardListener(
            () -> {
              reads.add(reads.size());
              return study;
            },
            () -> now[0],
            warning -> {
              throw new AssertionError(warning);
            });
    TrialResult result = study.results().get(0);

    for (int second = 0; second < 12; second++) {
      listener.told(result, 0);
      now[0] = now[0].plus(Duration.ofSeconds(1));
    }
    assertThat(reads).as("at seconds 0, 5 and 10").hasSize(3);
    listener.ended();
    assertThat(reads).hasSize(4);
  }

  @Test
  void whatCannotBeWrittenIsOneWarning() throws IOException {
    Path blocked = Files.createDirectories(folder.resolve("blocked"));
    Files.writeString(TensorBoardFiles.folder(blocked), "in the way");
    StoredStudy elsewhere =
        new StoredStudy(
            blocked.toString(),
            study.description(),
            study.sessions(),
            study.trials(),
            study.diagnostics(),
            List.of());
    List<String> warnings = new ArrayList<>();
    TensorBoardListener listener =
        new TensorBoardListener(() -> elsewhere, InstantSource.system(), warnings::add);

    listener.told(study.results().get(0), 0);
    listener.ended();

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("Event files for TensorBoard cannot be written: ")
        .contains("The search is not affected.", "nas report RUN --tensorboard");
  }

  private static void write(Path folder, StoredStudy study) {
    try (TensorBoardFiles files = new TensorBoardFiles(folder, study.description())) {
      files.writeTold(study);
      files.writeAll(study);
    }
  }

  /** Returns the study at the time when only its first trials were finished and told. */
  private StoredStudy begun(int finished) {
    return with(
        study.trials().stream()
            .map(trial -> trial.trial().number() <= finished ? trial : unfinished(trial))
            .toList());
  }

  private StoredStudy with(List<StoredTrial> trials) {
    long told = trials.stream().takeWhile(trial -> trial.result().isPresent()).count();
    return new StoredStudy(
        study.key(),
        study.description(),
        study.sessions(),
        trials,
        study.diagnostics().headMap((int) told + 1),
        List.of());
  }

  private static StoredTrial unfinished(StoredTrial trial) {
    return new StoredTrial(
        trial.trial(), null, List.of(), trial.attempts(), trial.askedAt(), trial.startedAt(), null);
  }

  private static Map<String, String> contents(Path run) throws IOException {
    Path top = TensorBoardFiles.folder(run);
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            top.relativize(file).toString().replace('\\', '/'),
            HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
