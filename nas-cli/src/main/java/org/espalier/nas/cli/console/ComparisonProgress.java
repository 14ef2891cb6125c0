package org.espalier.nas.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.experiment.comparison.ComparisonRun;
import org.espalier.nas.experiment.comparison.ForwardingWatcher;
import org.espalier.nas.experiment.text.Durations;

/**
 * Shows the progress of a comparison: a line that is overwritten on a terminal, elsewhere a line
 * for each tenth or half minute.
 */
public final class ComparisonProgress extends ForwardingWatcher implements ComparisonRun.Watcher {
  private static final Duration TERMINAL_PAUSE = Duration.ofMillis(100);
  private static final Duration LOG_PAUSE = Duration.ofSeconds(30);
  private static final int BAR = 24;
  private static final int TENTHS = 10;
  private static final String CLEAR = "\r\u001b[2K";

  private final PrintWriter err;
  private final boolean terminal;
  private final InstantSource clock;
  private final Runnable begun;
  private Instant begin = Instant.EPOCH;
  private Instant shown = Instant.EPOCH;
  private int all;
  private int before;
  private int ended;
  private int failed;
  private int shownTenth;

  /**
   * Creates the display.
   *
   * @param err the writer of the display
   * @param terminal true if the writer is a terminal
   * @param downloads listener for the progress of downloads
   * @param begun called when the comparison is stored, before its searches begin
   */
  public ComparisonProgress(
      PrintWriter err,
      boolean terminal,
      DownloadListener downloads,
      InstantSource clock,
      Runnable begun) {
    super(new ConsoleWatcher(err, terminal, downloads));
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    this.begun = begun;
  }

  @Override
  public void searching(Path folder, int searches, int found) {
    all = searches;
    before = found;
    begin = clock.instant();
    shown = terminal ? Instant.EPOCH : begin;
    shownTenth = TENTHS * found / Math.max(1, searches);
    String there = found == 0 ? "" : String.format(Locale.ROOT, "%,d already stored; ", found);
    err.println(
        found == searches
            ? "All %s are already in %s".formatted(Words.count(all, "search"), folder)
            : "%s; %sresults go to %s".formatted(Words.count(all, "search"), there, folder));
    err.flush();
    begun.run();
  }

  @Override
  public void ended(SearchRecord search) {
    ended++;
    if (search.failure() != null) {
      failed++;
      String title = search.arm() + ", seed " + search.seed();
      err.println((terminal ? CLEAR : "") + warning(title + " failed: " + search.failure()));
    }
    show(search);
  }

  private static String warning(String text) {
    Paint paint = Terminals.errPaint();
    return paint.warning("warning:") + " " + text;
  }

  private void show(SearchRecord last) {
    Instant now = clock.instant();
    int done = before + ended;
    int tenth = TENTHS * done / all;
    Duration since = Duration.between(shown, now);
    boolean due =
        terminal
            ? since.compareTo(TERMINAL_PAUSE) >= 0
            : tenth > shownTenth || since.compareTo(LOG_PAUSE) >= 0;
    if (!due) {
      return;
    }
    shown = now;
    shownTenth = tenth;
    String line = line(done, Duration.between(begin, now), last);
    if (terminal) {
      int width = Terminals.width() - 1;
      err.print(CLEAR + (line.length() <= width ? line : line.substring(0, width)));
    } else {
      err.println(line);
    }
    err.flush();
  }

  private String line(int done, Duration elapsed, SearchRecord last) {
    int filled = (int) ((long) BAR * done / all);
    double rate = ended / Math.max(1e-3, elapsed.toMillis() / 1e3);
    StringBuilder line = new StringBuilder();
    line.append("\u2588".repeat(filled)).append("\u2591".repeat(BAR - filled));
    line.append(String.format(Locale.ROOT, " search %,d/%,d \u00b7 ", done, all));
    line.append(
        rate < 1
            ? String.format(Locale.ROOT, "%.1f/min", 60 * rate)
            : String.format(Locale.ROOT, "%.1f/s", rate));
    if (failed > 0) {
      line.append(String.format(Locale.ROOT, " \u00b7 %,d failed", failed));
    }
    if (done < all) {
      Duration left = Duration.ofMillis((long) (1e3 * (all - done) / rate));
      line.append(" \u00b7 about ").append(Durations.rounded(left)).append(" left");
    }
    return line.append(" \u00b7 ")
        .append(last.arm())
        .append(", seed ")
        .append(last.seed())
        .toString();
  }

  @Override
  public void searched() {
    if (terminal) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
