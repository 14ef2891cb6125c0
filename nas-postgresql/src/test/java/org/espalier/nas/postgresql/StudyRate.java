package org.espalier.nas.postgresql;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.StudyFixture;

/**
 * A measurement of the durable trials a second in a server on loopback, of a function that takes no
 * time and reports three measurements. Arguments: trials, workers, lag, repetitions.
 */
final class StudyRate {

  private StudyRate() {}

  public static void main(String... arguments) throws IOException {
    int trials = Integer.parseInt(arguments[0]);
    int workers = Integer.parseInt(arguments[1]);
    int lag = Integer.parseInt(arguments[2]);
    try (PostgresServer.Running server = PostgresServer.Running.start()) {
      StudyRepository repository =
          new PostgresRepositoryProvider()
              .at(
                  "jdbc:postgresql://localhost:" + server.port() + "/" + server.newDatabase(),
                  Map.of("PGUSER", "postgres"));
      for (int repeat = 1; repeat <= Integer.parseInt(arguments[3]); repeat++) {
        double seconds = seconds(repository, "tokens/" + repeat, trials, workers, lag);
        System.out.printf(
            Locale.ROOT,
            "%d trials, %d workers, lag %d: %.2f s, %.0f trials a second%n",
            trials,
            workers,
            lag,
            seconds,
            trials / seconds);
      }
    }
  }

  private static double seconds(
      StudyRepository repository, String key, int trials, int workers, int lag) {
    StudyDescription description =
        new StudyDescription("tokens", StudyFixture.SEED, "", Map.of(), Instant.EPOCH);
    try (StudyJournal journal = repository.create(key, description)) {
      long begin = System.nanoTime();
      StudyFixture.random(trials, workers, lag).study(journal).run();
      return (System.nanoTime() - begin) / 1e9;
    }
  }
}
