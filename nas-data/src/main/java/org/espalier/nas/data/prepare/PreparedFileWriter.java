package org.espalier.nas.data.prepare;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.CategoryEncoding;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.data.image.ImageFile;
import org.espalier.nas.data.image.LabelledImages;
import org.jspecify.annotations.Nullable;

/** A writer of the contents of a {@link PreparedFile}. */
record PreparedFileWriter(DataOutputStream out) {

  void write(PreparedDataset data) throws IOException {
    out.writeLong(PreparedFile.MAGIC);
    text(data.info().name());
    text(data.info().hash());
    out.writeBoolean(data.input() instanceof PreparedInput.Channels);
    if (data.input() instanceof PreparedInput.Channels channels) {
      images(channels.images());
    }
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
    if (data.input() instanceof PreparedInput.Channels channels) {
      channels(channels);
    } else if (data.input() instanceof PreparedInput.Features features) {
      table(data, features.features());
    }
  }

  private void images(LabelledImages images) throws IOException {
    text(images.label());
    texts(images.classes());
    out.writeBoolean(images.firstValidation() < images.firstTest());
    out.writeInt(images.files().size());
    for (ImageFile file : images.files()) {
      out.writeInt(file.height());
      out.writeInt(file.width());
      out.writeInt(file.channels());
      integers(IntStream.range(0, file.size()).map(file::label).toArray());
      byte[] image = new byte[file.pixels().imageSize()];
      for (int i = 0; i < file.size(); i++) {
        file.pixels().read(i, image, 0);
        out.write(image);
      }
    }
  }

  private void channels(PreparedInput.Channels images) throws IOException {
    out.writeInt(images.channels().size());
    for (DatasetInfo.Channel channel : images.channels()) {
      out.writeDouble(channel.mean());
      out.writeDouble(channel.deviation());
      out.writeDouble(channel.shift());
      out.writeDouble(channel.scale());
    }
    for (Part part : Part.values()) {
      integers(images.members().get(part));
    }
  }

  private void integers(int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private void table(PreparedDataset data, List<Feature> features) throws IOException {
    task(data.info().task());
    List<Integer> dimensions = data.info().input().dimensions();
    out.writeInt(dimensions.size());
    for (int dimension : dimensions) {
      out.writeInt(dimension);
    }
    out.writeInt(features.size());
    for (Feature feature : features) {
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
      out.writeByte(PreparedFile.CLASSIFICATION);
      texts(classification.classes());
    } else if (task instanceof Task.MultiLabel labelled) {
      out.writeByte(PreparedFile.MULTI_LABEL);
      texts(labelled.labels());
    } else {
      TargetScale scale = ((Task.Regression) task).scale();
      out.writeByte(PreparedFile.REGRESSION);
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
      out.writeByte(PreparedFile.HASHING);
      out.writeInt(hashing.bucket());
      out.writeInt(hashing.buckets());
    } else if (encoding instanceof CategoryEncoding.Frequency frequency) {
      out.writeByte(PreparedFile.FREQUENCY);
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
    ByteBuffer bytes =
        ByteBuffer.allocate(PreparedFile.CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (values.hasRemaining()) {
      int count = Math.min(PreparedFile.CHUNK, values.remaining());
      for (int i = 0; i < count; i++) {
        bytes.putFloat(i * Float.BYTES, values.get());
      }
      out.write(bytes.array(), 0, count * Float.BYTES);
    }
  }
}
