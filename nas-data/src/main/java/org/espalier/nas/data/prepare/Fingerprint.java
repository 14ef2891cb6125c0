package org.espalier.nas.data.prepare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.storage.Sha256;

/**
 * SHA-256 over prepared data: the task, the inputs, and for each part in the order of {@link Part}
 * its size, inputs and targets.
 *
 * <p>Of a table the inputs are the features' names, then their values; of images the shape and the
 * scaling of each channel, then the pixels as bytes. Values and targets are little-endian
 * single-precision numbers.
 */
final class Fingerprint {
  private static final int CHUNK = 1 << 14;

  private final Sha256 hash = new Sha256();

  /** Returns the digest in hexadecimal, over all folds if there are several. */
  static String of(List<PreparedParts> folds) {
    Fingerprint fingerprint = new Fingerprint();
    folds.forEach(fingerprint::add);
    return fingerprint.hash.hex();
  }

  private void add(PreparedParts parts) {
    add(parts.task().toString());
    if (parts.input() instanceof PreparedInput.Features table) {
      table.features().forEach(feature -> add(feature.name()));
    } else if (parts.input() instanceof PreparedInput.Channels images) {
      add(parts.examples().training().shape().toString());
      images.channels().forEach(channel -> add(channel.shift() + " " + channel.scale()));
    }
    for (Part part : Part.values()) {
      Examples own = parts.examples().get(part);
      add(part.name() + " " + own.size());
      own.pixels().ifPresentOrElse(this::add, () -> add(own.features()));
      add(own.targets());
    }
  }

  private void add(String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    hash.add(bytes, bytes.length);
  }

  private void add(Pixels pixels) {
    byte[] image = new byte[pixels.shape().size()];
    for (int i = 0; i < pixels.size(); i++) {
      pixels.levels(i, image, 0);
      hash.add(image, image.length);
    }
  }

  private void add(FloatBuffer values) {
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (values.hasRemaining()) {
      bytes.clear();
      for (int i = 0; i < CHUNK && values.hasRemaining(); i++) {
        bytes.putFloat(values.get());
      }
      hash.add(bytes.flip());
    }
  }
}
