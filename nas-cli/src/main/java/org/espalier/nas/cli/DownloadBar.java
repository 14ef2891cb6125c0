package org.espalier.nas.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.espalier.nas.api.data.Download;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.cli.console.Terminals;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of downloads and of the preparation of large data: on a terminal a bar or a
 * line that is overwritten, lines elsewhere. A preparation is shown once it takes a second.
 */
final class DownloadBar implements DownloadListener, AutoCloseable {
  private static final int WIDTH = 78;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final String CLEAR = "\r\u001b[2K";

  private final PrintWriter err;
  private final boolean terminal;
  private final InstantSource clock;
  private @Nullable ProgressBar bar;
  private @Nullable Instant began;
  private boolean shown;

  DownloadBar(PrintWriter err) {
    this(err, Terminals.errIsTerminal(), InstantSource.system());
  }

  DownloadBar(PrintWriter err, boolean terminal, InstantSource clock) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void progress(Download download, long received) {
    if (!terminal) {
      lines(download, received);
      return;
    }
    ProgressBar open = bar;
    if (received == 0 || open == null) {
      close();
      open = open(download);
      bar = open;
    }
    open.stepTo(received);
    if (received >= download.bytes()) {
      close();
    }
  }

  @Override
  public void preparing(String data, String step, double share) {
    Instant now = clock.instant();
    Instant start = began == null ? now : began;
    began = start;
    boolean due = Duration.between(start, now).compareTo(PATIENCE) >= 0;
    if (share >= 1 && step.equals("preparing")) {
      cleared();
    } else if (due && terminal) {
      String percent = share > 0 ? String.format(Locale.ROOT, " %.0f %%", 100 * share) : "";
      err.print(CLEAR + "Data " + data + ": " + step + percent);
      shown = true;
    } else if (due && !shown) {
      err.println("Data " + data + ": " + step);
      shown = true;
    }
    err.flush();
  }

  /** Ends the display of a preparation. */
  private void cleared() {
    if (shown && terminal) {
      err.print(CLEAR);
      err.flush();
    }
    shown = false;
    began = null;
  }

  private void lines(Download download, long received) {
    if (received == 0) {
      err.printf(
          Locale.ROOT,
          "Fetching %s (%,d KiB)%n",
          download.address(),
          (download.bytes() + 1023) / 1024);
    } else if (received >= download.bytes()) {
      err.printf("Fetched %s%n", download.name());
    }
    err.flush();
  }

  private ProgressBar open(Download download) {
    return new ProgressBarBuilder()
        .setTaskName(download.name())
        .setInitialMax(download.bytes())
        .setUnit(" KiB", 1024)
        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
        .setConsumer(
            new DelegatingProgressBarConsumer(
                line -> {
                  err.print("\r" + line);
                  err.flush();
                },
                WIDTH))
        .build();
  }

  @Override
  public void close() {
    cleared();
    ProgressBar open = bar;
    if (open != null) {
      open.close();
      err.println();
      err.flush();
      bar = null;
    }
  }
}
