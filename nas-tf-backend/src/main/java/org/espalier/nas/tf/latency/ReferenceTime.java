package org.espalier.nas.tf.latency;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;

/**
 * The time of the reference network, which is measured once for a run and kept in a file, so that
 * all latencies of the run have one scale, also after it was resumed.
 *
 * @param file the file
 * @param network the reference network
 * @param batch number of examples that it predicts at once
 */
record ReferenceTime(Path file, NetworkSpec network, int batch) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** Content of the file. */
  private record Stored(String input, String network, int batch, double milliseconds) {}

  /** A measurement of the time, in milliseconds. */
  @FunctionalInterface
  interface Measurement {
    double milliseconds() throws InterruptedException;
  }

  /**
   * Returns the time in milliseconds: that of the file, or else a measured one, which is then
   * written into the file.
   *
   * @throws NasException if the file cannot be read or written, or belongs to another network
   * @throws InterruptedException if the measurement was interrupted
   */
  double milliseconds(Measurement measurement) throws InterruptedException {
    try {
      if (Files.exists(file)) {
        return read();
      }
      double measured = measurement.milliseconds();
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.writeString(file, JSON.writeValueAsString(stored(measured)) + "\n");
      return measured;
    } catch (IOException e) {
      throw new NasException(
          "The time of the reference network cannot be kept in %s: %s."
              .formatted(file, IoReason.of(e)),
          e);
    }
  }

  private double read() throws IOException {
    Stored stored;
    try {
      stored = JSON.readValue(Files.readString(file), Stored.class);
    } catch (JacksonException e) {
      throw new NasException(
          "%s is no time of a reference network. Delete the file, and the time is measured again; later latencies then have another scale than the earlier ones."
              .formatted(file),
          e);
    }
    double milliseconds = stored.milliseconds();
    if (!stored.equals(stored(milliseconds)) || !(milliseconds > 0)) {
      throw new NasException(
          "%s has the time %s ms of the network %s over %s at batch %d, not that of %s over %s at batch %d. Begin a new run."
              .formatted(
                  file,
                  milliseconds,
                  stored.network(),
                  stored.input(),
                  stored.batch(),
                  network,
                  network.input(),
                  batch));
    }
    return milliseconds;
  }

  private Stored stored(double milliseconds) {
    return new Stored(network.input().toString(), network.toString(), batch, milliseconds);
  }
}
