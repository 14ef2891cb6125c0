package org.espalier.nas.tf.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.tf.graph.SessionRunner;
import org.espalier.nas.tf.graph.Sessions;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;

/**
 * An exporter of trained models as a SavedModel that TensorFlow in any language loads, with a
 * description ({@code model.json}) and sample inputs and outputs to check a loaded model against
 * ({@code samples.json}).
 *
 * <p>The signature {@code serving_default} takes {@code features} of a table, float32 {@code
 * [batch, …]}, which are scaled before, or {@code images}, float32 {@code [batch, height, width,
 * channels]}, which are taken as they are, with levels from 0 to 255. It returns {@code
 * predictions}, float32 {@code [batch, outputs]}: probabilities, or numbers in the data's units. A
 * network on the features of a frozen one is exported together with it.
 */
public final class SavedModelExporter {
  private static final int SAMPLES = 64;
  private static final int MOST_SAMPLED_VALUES = 1 << 18;
  private static final double TOLERANCE = 1e-5;
  private static final String DESCRIPTION = "model.json";
  private static final String SAMPLES_FILE = "samples.json";
  private static final String SIGNATURE = "serving_default";

  private final LayerBuilders builders;

  /** Creates an exporter of networks built by these builders. */
  public SavedModelExporter(LayerBuilders builders) {
    this.builders = builders;
  }

  /**
   * Exports a model, loads the export and compares its predictions.
   *
   * @param folder created if missing; an earlier export in it is replaced
   * @return the display names of the parts written
   * @throws ModelExportException if it cannot be written, or if the loaded model's predictions
   *     differ
   */
  public List<String> export(TrainedNetwork model, Path folder) {
    try (InferenceGraph graph =
        InferenceGraph.of(builders, model.network(), model.data(), model.weights())) {
      ExportedGraph exported = ExportedGraph.of(model, graph);
      int samples = Math.max(1, Math.min(SAMPLES, MOST_SAMPLED_VALUES / exported.example().size()));
      float[] inputs = exported.sampleInputs(samples);
      float[] expected = exported.predict(inputs);
      Files.createDirectories(folder);
      save(exported.definition(), exported.input(), folder);
      AtomicFile.writeString(
          folder.resolve(SAMPLES_FILE),
          ExportJson.text(samples(exported, samples, inputs, expected)));
      AtomicFile.writeString(
          folder.resolve(DESCRIPTION),
          ExportJson.text(new ModelDescription(model, exported).entries()));
      requireSame(
          folder,
          unit(model.data().task()),
          expected,
          predictLoaded(folder, exported, samples, inputs));
      return List.of("SavedModel", DESCRIPTION, SAMPLES_FILE);
    } catch (IOException | TensorFlowException e) {
      throw failure(folder, e);
    }
  }

  /**
   * Exports a network with fresh weights, such as for a measurement of its speed: the SavedModel
   * alone.
   *
   * @param network a network without composed layers and auxiliary outputs
   * @param data the description of the data; null if there is none, so that nothing is scaled
   * @param folder created if missing
   * @throws ModelExportException if it cannot be written
   */
  public void exportUntrained(NetworkSpec network, @Nullable DatasetInfo data, Path folder) {
    try (InferenceGraph graph = InferenceGraph.untrained(builders, network, data)) {
      Files.createDirectories(folder);
      save(graph.frozen(), graph.inputName(), folder);
    } catch (IOException | TensorFlowException e) {
      throw failure(folder, e);
    }
  }

  private static ModelExportException failure(Path folder, Exception e) {
    return new ModelExportException(
        "The model cannot be exported to " + folder + ": " + IoReason.of(e) + ".", e);
  }

  private static void save(GraphDef definition, String input, Path folder) throws IOException {
    try (Graph graph = new Graph()) {
      graph.importGraphDef(definition);
      try (Session session = Sessions.onProcessor().open(graph)) {
        Signature signature =
            Signature.builder(SIGNATURE)
                .methodName("tensorflow/serving/predict")
                .input(input, graph.outputOrThrow(input))
                .output(InferenceGraph.OUTPUT, graph.outputOrThrow(InferenceGraph.OUTPUT))
                .build();
        SavedModelBundle.exporter(folder.toString())
            .withSession(session)
            .withSignature(signature)
            .export();
      }
    }
  }

  private static float[] predictLoaded(
      Path folder, ExportedGraph exported, int samples, float[] inputs) {
    Shape shape =
        Shape.of(exported.example().dimensions().stream().mapToLong(d -> d).toArray())
            .prepend(samples);
    try (SavedModelBundle loaded = Sessions.onProcessor().load(folder)) {
      SessionFunction function = loaded.function(SIGNATURE);
      try (Tensor fed = Tensors.of(inputs, shape);
          Result result = SessionRunner.call(function, Map.of(exported.input(), fed))) {
        return Tensors.floats(result.get(InferenceGraph.OUTPUT).orElseThrow());
      }
    }
  }

  /** Returns the size of a prediction below which differences are judged as absolute ones. */
  private static double unit(Task task) {
    return task instanceof Task.Regression regression ? regression.scale().unit() : 1;
  }

  static void requireSame(Path folder, double unit, float[] expected, float[] loaded) {
    double difference =
        expected.length == loaded.length
            ? IntStream.range(0, expected.length)
                .mapToDouble(
                    i -> Math.abs(expected[i] - loaded[i]) / Math.max(unit, Math.abs(expected[i])))
                .max()
                .orElse(0)
            : Double.NaN;
    if (!(difference <= TOLERANCE)) {
      throw new ModelExportException(
          "The model in %s predicts otherwise than the one exported: outputs differ by up to %s."
              .formatted(folder, difference));
    }
  }

  private static Map<String, Object> samples(
      ExportedGraph exported, int count, float[] inputs, float[] expected) {
    Map<String, Object> samples = new LinkedHashMap<>();
    samples.put("examples", count);
    samples.put("example", exported.example().dimensions());
    samples.put(exported.input(), boxed(inputs));
    samples.put(InferenceGraph.OUTPUT, boxed(expected));
    return samples;
  }

  private static List<Float> boxed(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }
}
