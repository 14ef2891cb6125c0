package org.espalier.nas.data.prepare;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.CategoryEncoding;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.jspecify.annotations.Nullable;

/**
 * A binary file of a prepared data set: a magic number, description, examples of each part as
 * little-endian single-precision numbers, findings, and the SHA-256 of all that.
 */
public final class PreparedFile {
  private static final long MAGIC = 0x45535050_44415431L;
  private static final int HASH_BYTES = 32;
  private static final int CLASSIFICATION = 1;
  private static final int REGRESSION = 2;
  private static final int MULTI_LABEL = 3;
  private static final int HASHING = 1;
  private static final int FREQUENCY = 2;
  private static final int CHUNK = 1 << 14;

  private PreparedFile() {}

  /** Returns about how many bytes the file of a data set takes. */
  public static long size(PreparedDataset data) {
    long values = 0;
    for (PreparedDataset division : data.divisions()) {
      for (Part part : Part.values()) {
        Examples own = division.examples(part);
        values += (long) own.size() * (own.shape().size() + 1);
      }
    }
    return values * Float.BYTES;
  }

  /**
   * Writes a data set.
   *
   * @param file created or overwritten
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, PreparedDataset data) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream hashed = new DigestOutputStream(plain, digest);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(hashed, 1 << 16))) {
      new Writer(out).write(data);
      out.flush();
      plain.write(digest.digest());
    }
  }

  /**
   * Reads a data set.
   *
   * @return a data set equal to the written one, to the bit
   * @throws IOException if the file is damaged or cannot be read
   */
  public static PreparedDataset read(Path file) throws IOException {
    verify(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      return new Reader(in).read();
    } catch (IllegalArgumentException otherFormat) {
      throw new IOException(file + " has another format.", otherFormat);
    }
  }

  private static void verify(Path file) throws IOException {
    MessageDigest digest = sha256();
    long left = Files.size(file) - HASH_BYTES;
    byte[] buffer = new byte[1 << 16];
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = new DigestInputStream(plain, digest)) {
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException(file + " was truncated.");
        }
        left -= read;
      }
      if (!MessageDigest.isEqual(digest.digest(), plain.readNBytes(HASH_BYTES))) {
        throw new IOException(file + " is damaged.");
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("Every Java platform has SHA-256.", impossible);
    }
  }

  /** The writing half of the format. */
  private record Writer(DataOutputStream out) {

    void write(PreparedDataset data) throws IOException {
      out.writeLong(MAGIC);
      text(data.info().name());
      text(data.info().hash());
      out.writeInt(data.divisions().size());
      for (PreparedDataset division : data.divisions()) {
        division(division);
      }
      out.writeInt(data.audit().size());
      for (Finding finding : data.audit()) {
        text(finding.kind().name());
        text(finding.subject());
        text(finding.message());
      }
    }

    private void division(PreparedDataset data) throws IOException {
      text(data.info().hash());
      task(data.info().task());
      List<Integer> dimensions = data.info().input().dimensions();
      out.writeInt(dimensions.size());
      for (int dimension : dimensions) {
        out.writeInt(dimension);
      }
      out.writeInt(data.info().features().size());
      for (Feature feature : data.info().features()) {
        feature(feature);
      }
      for (Part part : Part.values()) {
        out.writeInt(data.examples(part).size());
        numbers(data.examples(part).features());
        numbers(data.examples(part).targets());
      }
    }

    private void task(Task task) throws IOException {
      text(task.target());
      if (task instanceof Task.Classification classification) {
        out.writeByte(CLASSIFICATION);
        texts(classification.classes());
      } else if (task instanceof Task.MultiLabel labelled) {
        out.writeByte(MULTI_LABEL);
        texts(labelled.labels());
      } else {
        TargetScale scale = ((Task.Regression) task).scale();
        out.writeByte(REGRESSION);
        text(scale.kind().name());
        out.writeDouble(scale.shift());
        out.writeDouble(scale.scale());
      }
    }

    private void texts(List<String> texts) throws IOException {
      out.writeInt(texts.size());
      for (String each : texts) {
        text(each);
      }
    }

    private void feature(Feature feature) throws IOException {
      text(feature.name());
      text(feature.column());
      String category = feature.category();
      out.writeBoolean(category != null);
      if (category != null) {
        text(category);
      }
      out.writeDouble(feature.shift());
      out.writeDouble(feature.scale());
      Double missing = feature.missing();
      out.writeBoolean(missing != null);
      if (missing != null) {
        out.writeDouble(missing);
      }
      encoding(feature.encoding());
    }

    private void encoding(@Nullable CategoryEncoding encoding) throws IOException {
      if (encoding instanceof CategoryEncoding.Hashing hashing) {
        out.writeByte(HASHING);
        out.writeInt(hashing.bucket());
        out.writeInt(hashing.buckets());
      } else if (encoding instanceof CategoryEncoding.Frequency frequency) {
        out.writeByte(FREQUENCY);
        out.writeInt(frequency.shares().size());
        for (Map.Entry<String, Double> share : frequency.shares().entrySet()) {
          text(share.getKey());
          out.writeDouble(share.getValue());
        }
      } else {
        out.writeByte(0);
      }
    }

    private void text(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    private void numbers(FloatBuffer values) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      while (values.hasRemaining()) {
        int count = Math.min(CHUNK, values.remaining());
        for (int i = 0; i < count; i++) {
          bytes.putFloat(i * Float.BYTES, values.get());
        }
        out.write(bytes.array(), 0, count * Float.BYTES);
      }
    }
  }

  /** The reading half of the format. */
  private record Reader(DataInputStream in) {

    PreparedDataset read() throws IOException {
      if (in.readLong() != MAGIC) {
        throw new IOException("The file has another format.");
      }
      String name = text();
      String hash = text();
      List<Division> divisions = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        divisions.add(division());
      }
      List<Finding> findings = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        findings.add(new Finding(Finding.Kind.valueOf(text()), text(), text()));
      }
      List<PreparedDataset> folds = new ArrayList<>();
      for (Division division : divisions.size() == 1 ? List.<Division>of() : divisions) {
        folds.add(
            PreparedDataset.of(name, division.parts(), division.hash(), List.of(), List.of()));
      }
      return PreparedDataset.of(name, divisions.get(0).parts(), hash, folds, findings);
    }

    private record Division(String hash, PreparedParts parts) {}

    private Division division() throws IOException {
      String hash = text();
      Task task = task();
      List<Integer> dimensions = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        dimensions.add(in.readInt());
      }
      TensorShape shape = new TensorShape(dimensions);
      List<Feature> features = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        features.add(feature());
      }
      int targets = task.targetsPerExample();
      Examples training = examples(shape, targets);
      PerPart<Examples> examples =
          new PerPart<>(training, examples(shape, targets), examples(shape, targets));
      return new Division(hash, new PreparedParts(task, features, examples));
    }

    private Task task() throws IOException {
      String target = text();
      int type = in.readByte();
      if (type == REGRESSION) {
        TargetScale.Kind kind = TargetScale.Kind.valueOf(text());
        return new Task.Regression(target, new TargetScale(kind, in.readDouble(), in.readDouble()));
      }
      List<String> names = texts();
      return type == MULTI_LABEL
          ? new Task.MultiLabel(target, names)
          : new Task.Classification(target, names);
    }

    private List<String> texts() throws IOException {
      List<String> texts = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        texts.add(text());
      }
      return texts;
    }

    private Feature feature() throws IOException {
      String name = text();
      String column = text();
      String category = in.readBoolean() ? text() : null;
      double shift = in.readDouble();
      double scale = in.readDouble();
      @Nullable Double missing = in.readBoolean() ? (Double) in.readDouble() : null;
      return new Feature(name, column, category, shift, scale, missing, encoding());
    }

    private @Nullable CategoryEncoding encoding() throws IOException {
      int kind = in.readByte();
      if (kind == HASHING) {
        return new CategoryEncoding.Hashing(in.readInt(), in.readInt());
      } else if (kind != FREQUENCY) {
        return null;
      }
      Map<String, Double> shares = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        shares.put(text(), in.readDouble());
      }
      return new CategoryEncoding.Frequency(shares);
    }

    private Examples examples(TensorShape shape, int targets) throws IOException {
      int size = in.readInt();
      float[] features = numbers(Math.multiplyExact(size, shape.size()));
      return new Examples(shape, features, numbers(Math.multiplyExact(size, targets)), targets);
    }

    private String text() throws IOException {
      return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private float[] numbers(int count) throws IOException {
      float[] values = new float[count];
      byte[] bytes = new byte[CHUNK * Float.BYTES];
      FloatBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (int from = 0; from < count; from += CHUNK) {
        int wanted = Math.min(CHUNK, count - from);
        in.readFully(bytes, 0, wanted * Float.BYTES);
        view.get(0, values, from, wanted);
      }
      return values;
    }
  }
}
