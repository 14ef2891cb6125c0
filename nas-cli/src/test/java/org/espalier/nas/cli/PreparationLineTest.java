package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The display of the preparation of large data. */
class PreparationLineTest {
  private final StringWriter text = new StringWriter();
  private Instant now = Instant.EPOCH;

  @Test
  void aShortPreparationIsNotShown() {
    DownloadBar bar = bar(true);
    bar.preparing("big.csv", "reading", 0.5);
    now = now.plusMillis(990);
    bar.preparing("big.csv", "preparing", 0);
    now = now.plusSeconds(5);
    bar.preparing("big.csv", "preparing", 1);

    assertThat(text.toString()).isEmpty();
  }

  @Test
  void aLongOneIsALineThatIsOverwrittenAndRemoved() {
    DownloadBar bar = bar(true);
    bar.preparing("big.csv", "reading", 0.1);
    now = now.plusSeconds(2);
    bar.preparing("big.csv", "reading", 0.42);
    bar.preparing("big.csv", "preparing", 0);
    bar.preparing("big.csv", "preparing", 1);

    String clear = "\r\u001b[2K";
    assertThat(text.toString())
        .isEqualTo(
            clear + "Data big.csv: reading 42 %" + clear + "Data big.csv: preparing" + clear);
  }

  @Test
  void elsewhereItIsOneLine() {
    DownloadBar bar = bar(false);
    for (int percent = 0; percent <= 100; percent++) {
      bar.preparing("big.csv", "reading", percent / 100.0);
      now = now.plusMillis(100);
    }
    bar.preparing("big.csv", "preparing", 1);

    assertThat(text.toString()).isEqualTo("Data big.csv: reading" + System.lineSeparator());
  }

  @Test
  void anErrorWhileReadingRemovesTheLine() {
    DownloadBar bar = bar(true);
    bar.preparing("big.csv", "reading", 0.1);
    now = now.plusSeconds(2);
    bar.preparing("big.csv", "reading", 0.2);
    bar.close();

    assertThat(text.toString()).endsWith("20 %\r\u001b[2K");
  }

  private DownloadBar bar(boolean terminal) {
    return new DownloadBar(new PrintWriter(text), terminal, () -> now);
  }
}
