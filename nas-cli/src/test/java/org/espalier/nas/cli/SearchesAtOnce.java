package org.espalier.nas.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.experiment.plugin.Catalogue;

/**
 * A program that runs several experiments at once, none of them to its end, until it is killed. It
 * says so once each has finished as many trials as the name of its folder has letters, so that the
 * kill hits each at another moment.
 */
final class SearchesAtOnce {
  static final String UNDER_WAY = "All searches are under way.";
  static final String RUNS = "killed";

  private static final Pattern PROGRESS = Pattern.compile(" trial (\\d+)/");
  private static final int FURTHER_TRIALS = 10;

  private SearchesAtOnce() {}

  /**
   * Runs the experiments.
   *
   * @param args their files, each in a folder of its own, which also gets the runs
   */
  public static void main(String[] args) throws InterruptedException {
    Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
    CountDownLatch missing = new CountDownLatch(args.length);
    for (String file : args) {
      new Thread(() -> search(catalogue, Path.of(file), missing)).start();
    }
    missing.await();
    System.err.println(UNDER_WAY);
  }

  private static void search(Catalogue catalogue, Path file, CountDownLatch missing) {
    Path folder = file.resolveSibling("").toAbsolutePath().normalize();
    Progress progress = new Progress(folder.getFileName().toString().length(), missing);
    Nas.commandLine(folders -> catalogue, Map.of(), new StudyServers(List.of(), Map.of()))
        .setOut(new PrintWriter(Writer.nullWriter()))
        .setErr(new PrintWriter(progress, true))
        .execute(
            "run",
            file.toString(),
            "--out",
            folder.resolve(RUNS).toString(),
            "--workers",
            "2",
            "--set",
            "evaluator.sleepMillis=20");
  }

  /** Standard error of a search, which takes no more a while after the wanted trial. */
  private static final class Progress extends FilterWriter {
    private final int wanted;
    private final CountDownLatch missing;
    private boolean reached;

    Progress(int wanted, CountDownLatch missing) {
      super(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
      this.wanted = wanted;
      this.missing = missing;
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      super.write(text, from, length);
      Matcher progress = PROGRESS.matcher(text);
      if (progress.find()) {
        int trial = Integer.parseInt(progress.group(1));
        if (trial >= wanted && !reached) {
          reached = true;
          missing.countDown();
        }
        if (trial >= wanted + FURTHER_TRIALS) {
          waitForTheKill();
        }
      }
    }

    private static void waitForTheKill() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
