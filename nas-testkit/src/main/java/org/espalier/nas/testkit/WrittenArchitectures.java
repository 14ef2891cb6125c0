package org.espalier.nas.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;

/** Architectures in the format of controllers' snapshots. */
final class WrittenArchitectures {

  private WrittenArchitectures() {}

  /** Writes an architecture and returns the one read back. */
  static Architecture readBack(Architecture architecture) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      ArchitectureFormat.write(new DataOutputStream(written), architecture);
      return ArchitectureFormat.read(
          new DataInputStream(new ByteArrayInputStream(written.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
