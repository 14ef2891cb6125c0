package org.espalier.nas.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.espalier.nas.api.data.Download;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.cli.console.Terminals;
import org.jspecify.annotations.Nullable;

/** Shows the progress of downloads: a bar on a terminal, two lines elsewhere. */
final class DownloadBar implements DownloadListener, AutoCloseable {
  private static final int WIDTH = 78;

  private final PrintWriter err;
  private final boolean terminal;
  private @Nullable ProgressBar bar;

  DownloadBar(PrintWriter err) {
    this.err = err;
    this.terminal = Terminals.errIsTerminal();
  }

  @Override
  public void progress(Download download, long received) {
    if (!terminal) {
      lines(download, received);
      return;
    }
    ProgressBar shown = bar;
    if (received == 0 || shown == null) {
      close();
      shown = open(download);
      bar = shown;
    }
    shown.stepTo(received);
    if (received >= download.bytes()) {
      close();
    }
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
    ProgressBar shown = bar;
    if (shown != null) {
      shown.close();
      err.println();
      err.flush();
      bar = null;
    }
  }
}
