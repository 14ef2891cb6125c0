package org.espalier.nas.engine.table;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.FailureCause;

/** The contents of the sections with architectures, facts, results and times. */
final class ResultsFormat {
  private static final int BYTE = 8;

  private ResultsFormat() {}

  static void writeArchitectures(DataOutputStream out, List<Architecture> architectures)
      throws IOException {
    out.writeInt(architectures.size());
    for (Architecture architecture : architectures) {
      ArchitectureFormat.write(out, architecture);
    }
  }

  static List<Architecture> readArchitectures(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Architecture> architectures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      architectures.add(ArchitectureFormat.read(in));
    }
    return architectures;
  }

  static void writeFacts(DataOutputStream out, Results results) throws IOException {
    for (double fact : results.facts) {
      out.writeDouble(fact);
    }
  }

  static void readFacts(DataInputStream in, Results results) throws IOException {
    for (int i = 0; i < results.facts.length; i++) {
      results.facts[i] = in.readDouble();
    }
  }

  static void writeResults(DataOutputStream out, Results results) throws IOException {
    for (int length : results.lengths) {
      out.writeInt(length);
    }
    out.writeInt(results.failures.size());
    for (var failure : results.failures.entrySet()) {
      out.writeInt(failure.getKey());
      out.writeUTF(failure.getValue().cause().name());
      out.writeUTF(failure.getValue().message());
    }
    writePlanes(out, results);
  }

  static void readResults(DataInputStream in, Results results) throws IOException {
    for (int run = 0; run < results.runs; run++) {
      results.lengths[run] = in.readInt();
      if (results.lengths[run] < 0 || results.lengths[run] > results.epochs) {
        throw new IOException("a run has " + results.lengths[run] + " epochs");
      }
    }
    int failures = in.readInt();
    for (int i = 0; i < failures; i++) {
      int run = in.readInt();
      results.failures.put(run, new TableFailure(FailureCause.valueOf(in.readUTF()), in.readUTF()));
    }
    readPlanes(in, results);
  }

  /**
   * The values metric by metric, and of each metric first the highest bytes of all values, then the
   * next: what is alike stands together and is compressed well.
   */
  private static void writePlanes(DataOutputStream out, Results results) throws IOException {
    int measured = results.runs * results.epochs;
    for (int metric = 0; metric < results.metrics; metric++) {
      for (int shift = Float.SIZE - BYTE; shift >= 0; shift -= BYTE) {
        byte[] plane = new byte[measured];
        for (int i = 0; i < measured; i++) {
          int bits = Float.floatToIntBits(results.values[i * results.metrics + metric]);
          plane[i] = (byte) (bits >>> shift);
        }
        out.write(plane);
      }
    }
  }

  private static void readPlanes(DataInputStream in, Results results) throws IOException {
    int measured = results.runs * results.epochs;
    byte[] plane = new byte[measured];
    for (int metric = 0; metric < results.metrics; metric++) {
      int[] bits = new int[measured];
      for (int shift = Float.SIZE - BYTE; shift >= 0; shift -= BYTE) {
        in.readFully(plane);
        for (int i = 0; i < measured; i++) {
          bits[i] |= (plane[i] & 0xff) << shift;
        }
      }
      for (int i = 0; i < measured; i++) {
        results.values[i * results.metrics + metric] = Float.intBitsToFloat(bits[i]);
      }
    }
  }

  static void writeTimes(DataOutputStream out, Results results) throws IOException {
    for (float seconds : results.seconds) {
      out.writeFloat(seconds);
    }
  }

  static void readTimes(DataInputStream in, Results results) throws IOException {
    for (int i = 0; i < results.seconds.length; i++) {
      results.seconds[i] = in.readFloat();
    }
  }
}
