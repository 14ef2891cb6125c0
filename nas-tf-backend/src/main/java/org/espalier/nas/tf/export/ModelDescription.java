package org.espalier.nas.tf.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.data.CategoryEncoding;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.LabelCounts;
import org.espalier.nas.api.network.LayerSpec;
import org.jspecify.annotations.Nullable;
import org.tensorflow.TensorFlow;

/**
 * A description for users of an exported model without Espalier: the derivation of features from
 * raw data and their order, or size and channels of images, and the meaning of the outputs.
 */
final class ModelDescription {
  private static final Map<Integer, List<String>> COLOURS =
      Map.of(1, List.of("grey"), 3, List.of("red", "green", "blue"));

  private final TrainedNetwork model;
  private final ExportedGraph exported;

  ModelDescription(TrainedNetwork model, ExportedGraph exported) {
    this.model = model;
    this.exported = exported;
  }

  /** Returns the description, ready to be written as JSON. */
  Map<String, Object> entries() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("architecture", model.network().toString());
    description.put("layers", model.network().layers().stream().map(LayerSpec::label).toList());
    description.put("parameters", model.network().parameters());
    description.put("task", task());
    description.put("input", input());
    description.put("output", output());
    if (model.backbone() != null) {
      description.put("backbone", model.backbone().name());
    } else if (model.data() instanceof DatasetInfo.Tabular table) {
      description.put("features", table.features().stream().map(this::feature).toList());
    } else if (model.data() instanceof DatasetInfo.Image images) {
      description.put("images", images(images));
    }
    description.put("metrics", model.testMetrics());
    if (!model.confusionMatrix().isEmpty()) {
      description.put("confusionMatrix", model.confusionMatrix());
    }
    if (!model.labelCounts().isEmpty()) {
      description.put(
          "labels", model.labelCounts().stream().map(ModelDescription::counts).toList());
    }
    description.put("training", training());
    return description;
  }

  private Map<String, Object> task() {
    Map<String, Object> task = new LinkedHashMap<>();
    Task predicted = model.data().task();
    task.put("target", predicted.target());
    if (predicted instanceof Task.Classification classification) {
      task.put("type", "classification");
      task.put("classes", classification.classes());
    } else if (predicted instanceof Task.MultiLabel several) {
      task.put("type", "multi-label");
      task.put("labels", several.labels());
    } else {
      task.put("type", "regression");
      task.put("scaling", scaling(((Task.Regression) predicted).scale()));
    }
    return task;
  }

  private static Map<String, Object> counts(LabelCounts label) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("label", label.label());
    counts.put("truePositives", label.truePositives());
    counts.put("falsePositives", label.falsePositives());
    counts.put("falseNegatives", label.falseNegatives());
    counts.put("trueNegatives", label.trueNegatives());
    return counts;
  }

  private static Map<String, Object> scaling(TargetScale scale) {
    Map<String, Object> scaling = new LinkedHashMap<>();
    scaling.put("kind", scale.kind().name().toLowerCase(Locale.ROOT));
    scaling.put("shift", scale.shift());
    scaling.put("scale", scale.scale());
    return scaling;
  }

  private Map<String, Object> input() {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("name", exported.input());
    input.put("type", "float32");
    input.put("example", exported.example().dimensions());
    input.put(
        "scaling",
        exported.pixels()
            ? "none: the model takes levels from 0 to 255 and scales them itself"
            : "(raw - shift) / scale; a category is 1 where the raw value equals it");
    return input;
  }

  private Map<String, Object> output() {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("name", InferenceGraph.OUTPUT);
    output.put("type", "float32");
    output.put("example", model.network().output().dimensions());
    output.put("meaning", meaning());
    return output;
  }

  private String meaning() {
    if (model.data().task() instanceof Task.MultiLabel) {
      return "the probability of each label, in the order of task.labels; more than 0.5: it applies";
    }
    if (!(model.data().task() instanceof Task.Classification classification)) {
      return "the predicted " + model.data().task().target() + ", in the data's units";
    }
    return model.network().output().size() == 1
        ? "the probability of the class " + classification.classes().get(1)
        : "the probability of each class, in the order of task.classes";
  }

  private static Map<String, Object> images(DatasetInfo.Image data) {
    Map<String, Object> images = new LinkedHashMap<>();
    images.put("height", data.height());
    images.put("width", data.width());
    images.put("layout", "height, width, channels");
    images.put("colours", COLOURS.getOrDefault(data.channels().size(), List.of()));
    images.put("channels", data.channels().stream().map(ModelDescription::channel).toList());
    return images;
  }

  private static Map<String, Object> channel(DatasetInfo.Channel channel) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("mean", channel.mean());
    described.put("deviation", channel.deviation());
    described.put("shift", channel.shift());
    described.put("scale", channel.scale());
    return described;
  }

  private Map<String, Object> feature(Feature feature) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", feature.name());
    described.put("column", feature.column());
    described.put("category", feature.category());
    described.put("shift", feature.shift());
    described.put("scale", feature.scale());
    described.put("missing", feature.missing());
    described.put("encoding", encoding(feature.encoding()));
    return described;
  }

  private static @Nullable Map<String, Object> encoding(@Nullable CategoryEncoding encoding) {
    if (encoding == null) {
      return null;
    }
    Map<String, Object> described = new LinkedHashMap<>();
    if (encoding instanceof CategoryEncoding.Hashing hashing) {
      described.put("type", "hashing");
      described.put("bucket", hashing.bucket());
      described.put("buckets", hashing.buckets());
    } else {
      described.put("type", "frequency");
      described.put("shares", ((CategoryEncoding.Frequency) encoding).shares());
    }
    return described;
  }

  private Map<String, Object> training() {
    Map<String, Object> training = new LinkedHashMap<>();
    training.put("data", model.data().name());
    training.put("dataHash", model.data().hash());
    training.put("epochs", model.history().size());
    training.put("bestEpoch", model.bestEpoch());
    training.put("tensorflow", TensorFlow.version());
    return training;
  }
}
