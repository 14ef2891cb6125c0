package org.espalier.nas.data.prepare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;

/**
 * SHA-256 over prepared data: the task, the features' names, and for each part in the order of
 * {@link Part} its size, features and targets as little-endian single-precision numbers.
 */
final class Fingerprint {
  private static final int CHUNK = 1 << 14;

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256.", e);
    }
  }

  /** Returns the digest in hexadecimal. */
  static String of(Task task, List<Feature> features, Parts<Examples> examples) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(task.toString());
    features.forEach(feature -> fingerprint.add(feature.name()));
    for (Part part : Part.values()) {
      Examples own = examples.get(part);
      fingerprint.add(part.name() + " " + own.size());
      fingerprint.add(own.features());
      fingerprint.add(own.targets());
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private void add(FloatBuffer values) {
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (values.hasRemaining()) {
      bytes.clear();
      for (int i = 0; i < CHUNK && values.hasRemaining(); i++) {
        bytes.putFloat(values.get());
      }
      digest.update(bytes.flip());
    }
  }
}
