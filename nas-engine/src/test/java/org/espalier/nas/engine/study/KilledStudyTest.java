package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoredStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four runs, each killed four times in a process of its own each time, and then carried on to the
 * end.
 */
class KilledStudyTest {

  private static final int TRIALS = 150;
  private static final int MOST_MILLIS = 8;
  private static final int KILLS = 4;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, learning", "2, learning", "1, random", "2, continuing"})
  void endsWithTheLedgerOfAnUninterruptedRun(int workers, String controller) throws Exception {
    Path uninterrupted = folder.resolve("uninterrupted");
    PrintStream none = new PrintStream(PrintStream.nullOutputStream());
    steer(uninterrupted);
    TokenStudy.fixture(TRIALS, 4, 0, controller, TRIALS, none).run(uninterrupted);
    Path killed = folder.resolve("killed");
    steer(killed);
    SplittableRandom random = new SplittableRandom(31L * workers + controller.length());
    for (int kill = 0; kill < KILLS; kill++) {
      // A second worker's trial may die twice as it is; then every session must get somewhere.
      boolean early = workers == 1 && kill % 2 == 0;
      kill(random, early, killed, workers, controller);
    }
    StudySummary last =
        TokenStudy.fixture(TRIALS, workers, 0, controller, TRIALS, none).run(killed);
    assertThat(last.ending()).hasToString("TRIALS");

    StoredStudy stored = StudyFixture.read(killed);
    assertThat(stored.trials())
        .extracting(trial -> trial.trial().number())
        .isEqualTo(IntStream.rangeClosed(1, TRIALS).boxed().toList());
    assertThat(stored.sessions().get(0).endedAt()).isNull();
    assertThat(stored.steering()).hasSize(3);
    assertThat(StudyFixture.ledger(killed).text())
        .isEqualTo(StudyFixture.ledger(uninterrupted).text());
    assertThat(stored.diagnostics()).isEqualTo(StudyFixture.read(uninterrupted).diagnostics());
  }

  /** Makes the study, with commands that wait for their places in it. */
  private static void steer(Path folder) {
    StudyFixture.store(folder).close();
    SteeringRequests requests = StudyFixture.requests(folder);
    List<String> architecture = List.of("a", "b", "c", "d");
    requests.send(at(2, new SteeringCommand.EnqueueArchitecture(architecture)));
    requests.send(at(1, new SteeringCommand.StopTrial(TRIALS / 2)));
    requests.send(at(TRIALS / 2, new SteeringCommand.EnqueueArchitecture(architecture)));
  }

  private static SteeringRequest at(int place, SteeringCommand command) {
    return new SteeringRequest("request-" + place, Instant.EPOCH, command, place);
  }

  @Test
  void isRunByOneProcessAtATimeAndReadByAny() throws Exception {
    Process running = start(folder, 1, "random", 4);
    try (BufferedReader output = running.inputReader()) {
      for (int line = 0; line < 3; line++) {
        assertThat(output.readLine()).isNotNull();
      }
      assertThatThrownBy(() -> StudyFixture.open(folder))
          .hasMessageContaining("is in use by process " + running.pid());
      assertThat(StudyFixture.read(folder).results()).hasSizeGreaterThanOrEqualTo(2);
    } finally {
      running.destroyForcibly();
      running.waitFor();
    }
    StudyFixture.open(folder).close();
  }

  /**
   * Kills at some moment of the start, or some time after some results of the session were told.
   * The session waits after its last result, so that it cannot end before it is killed.
   */
  private static void kill(
      SplittableRandom random, boolean early, Path folder, int workers, String controller)
      throws IOException, InterruptedException {
    int results = early ? 0 : random.nextInt(1, 20);
    Process process = start(folder, workers, controller, early ? 5 : results + 1);
    try (BufferedReader output = process.inputReader()) {
      for (int line = 0; line <= results; line++) {
        assertThat(output.readLine()).isNotNull();
      }
      Thread.sleep(random.nextInt(early ? 250 : 15));
      process.destroyForcibly();
      process.waitFor();
    }
  }

  /** Starts a session that waits for its end after this number of results. */
  private static Process start(Path folder, int workers, String controller, int most)
      throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TokenStudy.class.getName(),
                folder.toString(),
                Integer.toString(TRIALS),
                Integer.toString(workers),
                Integer.toString(MOST_MILLIS),
                controller,
                Integer.toString(most)))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
