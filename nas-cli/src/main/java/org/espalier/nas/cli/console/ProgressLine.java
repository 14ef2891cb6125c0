package org.espalier.nas.cli.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.text.Durations;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of a search: a line that is overwritten on a terminal, elsewhere a line for
 * each tenth of the search or half minute.
 */
final class ProgressLine implements StudyListener {
  private static final Duration TERMINAL_PAUSE = Duration.ofMillis(100);
  private static final Duration LOG_PAUSE = Duration.ofSeconds(30);
  private static final int BAR = 16;
  private static final String CLEAR = "\r\u001b[2K";

  private final PrintWriter err;
  private final boolean terminal;
  private final int width;
  private @Nullable Integer total;
  private final InstantSource clock;
  private final Instant begin;
  private Instant shown;
  private final int finishedBefore;
  private int finished;
  private int shownTenth;
  private final BestSoFar incumbents;
  private String current = "";

  /**
   * Creates the line.
   *
   * @param terminal true if {@code err} is a terminal
   * @param width number of characters of a line
   * @param total number of trials of the budget, or null if it has none
   * @param finishedBefore number of trials that earlier sessions finished
   * @param incumbents the best of these trials
   */
  ProgressLine(
      PrintWriter err,
      boolean terminal,
      int width,
      @Nullable Integer total,
      int finishedBefore,
      BestSoFar incumbents,
      InstantSource clock) {
    this.err = err;
    this.terminal = terminal;
    this.width = width;
    this.total = total;
    this.finishedBefore = finishedBefore;
    this.incumbents = incumbents;
    this.clock = clock;
    this.begin = clock.instant();
    this.shown = terminal ? Instant.EPOCH : begin;
  }

  @Override
  public synchronized void started(Trial trial) {
    current = trial.proposal().architecture().summary();
    show();
  }

  @Override
  public synchronized void measured(Trial trial, Measurement measurement) {
    current = trial.proposal().architecture().summary();
    show();
  }

  @Override
  public synchronized void finished(TrialResult result) {
    finished++;
    incumbents.add(result);
    show();
  }

  @Override
  public synchronized void told(TrialResult result, int oldestNeeded) {
    // A study that resumes tells the results of earlier sessions again, without finishing them.
    incumbents.add(result);
    show();
  }

  @Override
  public synchronized void limited(@Nullable Integer trials) {
    total = trials;
    shownTenth = -1;
    show();
  }

  @Override
  public synchronized void ended() {
    if (terminal) {
      err.print(CLEAR);
      err.flush();
    }
  }

  private void show() {
    Instant now = clock.instant();
    int done = finishedBefore + finished;
    int tenth = total == null ? 0 : (int) (10L * done / total);
    boolean due =
        terminal
            ? Duration.between(shown, now).compareTo(TERMINAL_PAUSE) >= 0
            : tenth > shownTenth || Duration.between(shown, now).compareTo(LOG_PAUSE) >= 0;
    if (!due) {
      return;
    }
    shown = now;
    shownTenth = tenth;
    String line = line(done, Duration.between(begin, now));
    if (terminal) {
      err.print(CLEAR + shortened(line, width - 1));
    } else {
      err.println(line);
    }
    err.flush();
  }

  private String line(int done, Duration elapsed) {
    StringBuilder line = new StringBuilder();
    if (total == null) {
      line.append("trial ").append(done);
    } else {
      line.append(bar(done, total)).append(" trial ").append(done).append('/').append(total);
    }
    line.append(incumbents.text());
    double rate = finished / Math.max(1e-3, elapsed.toMillis() / 1e3);
    if (finished > 0) {
      line.append(String.format(Locale.ROOT, " \u00b7 %.1f/s", rate));
      if (total != null && total > done) {
        Duration left = Duration.ofMillis((long) (1e3 * (total - done) / rate));
        line.append(" \u00b7 ").append(Durations.rounded(left)).append(" left");
      }
    }
    return line.append(" \u00b7 ").append(current).toString();
  }

  private static String bar(int done, int total) {
    int filled = (int) Math.min(BAR, (long) BAR * done / total);
    return "\u2588".repeat(filled) + "\u2591".repeat(BAR - filled);
  }

  private static String shortened(String line, int width) {
    return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "\u2026";
  }
}
