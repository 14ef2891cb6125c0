package org.espalier.nas.data.prepare;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.CategoryEncoding;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.data.image.ImageFile;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.image.PixelCollector;
import org.jspecify.annotations.Nullable;

/** A reader of the contents of a {@link PreparedFile}. */
record PreparedFileReader(DataInputStream in) {

  PreparedDataset read() throws IOException {
    if (in.readLong() != PreparedFile.MAGIC) {
      throw new IOException("The file has another format.");
    }
    String name = text();
    String hash = text();
    LabelledImages images = in.readBoolean() ? images(name) : null;
    List<Division> divisions = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      divisions.add(images == null ? division() : new Division(text(), channels(images).parts()));
    }
    List<Finding> findings = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      findings.add(new Finding(Finding.Kind.valueOf(text()), text(), text()));
    }
    List<PreparedDataset> folds = new ArrayList<>();
    for (Division division : divisions.size() == 1 ? List.<Division>of() : divisions) {
      folds.add(PreparedDataset.of(name, division.parts(), division.hash(), List.of(), List.of()));
    }
    return PreparedDataset.of(name, divisions.get(0).parts(), hash, folds, findings);
  }

  private LabelledImages images(String name) throws IOException {
    String label = text();
    List<String> classes = texts();
    boolean validated = in.readBoolean();
    List<ImageFile> files = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      files.add(file());
    }
    return validated
        ? LabelledImages.of(
            name,
            label,
            classes,
            files.get(0),
            files.get(1),
            files.size() > 2 ? files.get(2) : null)
        : new LabelledImages(name, label, classes, files);
  }

  private ImageFile file() throws IOException {
    int height = in.readInt();
    int width = in.readInt();
    int channels = in.readInt();
    int[] labels = integers();
    byte[] image = new byte[height * width * channels];
    PixelCollector pixels = new PixelCollector(image.length, labels.length);
    for (int i = 0; i < labels.length; i++) {
      in.readFully(image);
      pixels.add(image);
    }
    return new ImageFile(height, width, channels, pixels.images(), labels);
  }

  private PreparedInput.Channels channels(LabelledImages images) throws IOException {
    List<DatasetInfo.Channel> channels = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      channels.add(
          new DatasetInfo.Channel(
              in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
    }
    int[] training = integers();
    PerPart<int[]> members = new PerPart<>(training, integers(), integers());
    return new PreparedInput.Channels(channels, images, members);
  }

  private int[] integers() throws IOException {
    int[] values = new int[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
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
    return new Division(
        hash, new PreparedParts(task, new PreparedInput.Features(features), examples));
  }

  private Task task() throws IOException {
    String target = text();
    int type = in.readByte();
    if (type == PreparedFile.REGRESSION) {
      TargetScale.Kind kind = TargetScale.Kind.valueOf(text());
      return new Task.Regression(target, new TargetScale(kind, in.readDouble(), in.readDouble()));
    }
    List<String> names = texts();
    return type == PreparedFile.MULTI_LABEL
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
    if (kind == PreparedFile.HASHING) {
      return new CategoryEncoding.Hashing(in.readInt(), in.readInt());
    } else if (kind != PreparedFile.FREQUENCY) {
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
    byte[] bytes = new byte[PreparedFile.CHUNK * Float.BYTES];
    FloatBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    for (int from = 0; from < count; from += PreparedFile.CHUNK) {
      int wanted = Math.min(PreparedFile.CHUNK, count - from);
      in.readFully(bytes, 0, wanted * Float.BYTES);
      view.get(0, values, from, wanted);
    }
    return values;
  }
}
