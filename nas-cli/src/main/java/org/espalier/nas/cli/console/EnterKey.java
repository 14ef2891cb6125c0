package org.espalier.nas.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key that a user presses to go on. */
public final class EnterKey {

  private static final Logger LOG = LoggerFactory.getLogger(EnterKey.class);

  private EnterKey() {}

  /** Waits for the end of a line, of the input, or for a signal to end. */
  public static void await(InputStream in) {
    CountDownLatch pressed = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              read(in);
              pressed.countDown();
            },
            "enter-key");
    reader.setDaemon(true);
    reader.start();
    Signals.during(
        () -> {
          try {
            pressed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return true;
        },
        pressed::countDown);
  }

  private static void read(InputStream in) {
    try {
      int read = in.read();
      while (read >= 0 && read != '\n') {
        read = in.read();
      }
    } catch (IOException closed) {
      LOG.debug("The input cannot be read", closed);
    }
  }
}
