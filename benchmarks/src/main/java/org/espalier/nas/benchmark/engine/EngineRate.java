package org.espalier.nas.benchmark.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.experiment.Espalier;
import org.espalier.nas.experiment.FunctionSearch;

/**
 * Durable trials per second of a search whose function takes no time: random search over two real
 * decisions, stored in a run folder. {@code bench/engine/optuna_rate.py} measures the same search.
 *
 * <p>Arguments: number of trials, of workers, and of repeats; the lag, by default that of the
 * controller, 10; the folder of the runs, by default a temporary one. Prints a CSV row for each
 * repeat, the first of which includes the loading of the classes.
 */
public final class EngineRate {

  private EngineRate() {}

  /** Runs the searches. */
  public static void main(String[] arguments) throws IOException {
    int trials = Integer.parseInt(arguments[0]);
    int workers = Integer.parseInt(arguments[1]);
    int repeats = Integer.parseInt(arguments[2]);
    int lag = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10;
    Path parent =
        arguments.length > 4
            ? Files.createDirectories(Path.of(arguments[4]))
            : Path.of(System.getProperty("java.io.tmpdir"));
    PrintStream out = System.out;
    out.println("engine,store,trials,workers,lag,repeat,seconds,trials_per_second,bytes");
    for (int repeat = 1; repeat <= repeats; repeat++) {
      Path folder = Files.createTempDirectory(parent, "engine-rate");
      double seconds = seconds(trials, workers, lag, folder.resolve("run"));
      out.printf(
          Locale.ROOT,
          "espalier,sqlite,%d,%d,%d,%d,%.4f,%.1f,%d%n",
          trials,
          workers,
          lag,
          repeat,
          seconds,
          trials / seconds,
          bytes(folder));
      delete(folder);
    }
  }

  private static double seconds(int trials, int workers, int lag, Path folder) {
    SearchSpace space = Espalier.space().real("x", -5, 10).real("y", 0, 15).build();
    FunctionSearch search =
        Espalier.search(
                space, trial -> Map.of("height", Math.hypot(trial.real("x"), trial.real("y"))))
            .minimize("height")
            .controller("random", Map.of())
            .with("lag", lag)
            .trials(trials)
            .workers(workers)
            .folder(folder);
    long begin = System.nanoTime();
    search.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
