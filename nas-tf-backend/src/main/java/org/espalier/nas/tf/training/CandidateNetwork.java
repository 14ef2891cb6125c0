package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Gradients;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.PreparedRun;
import org.espalier.nas.tf.graph.SessionRunner;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.layer.BuiltNode;
import org.espalier.nas.tf.layer.Forward;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.layer.Mode;
import org.espalier.nas.tf.layer.Network;
import org.espalier.nas.tf.loss.ClassWeights;
import org.espalier.nas.tf.loss.L2Penalty;
import org.espalier.nas.tf.optimizer.Optimizer;
import org.espalier.nas.tf.optimizer.TrainStep;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.WeightArray;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** A network as a TensorFlow graph, with the operations to train it and to predict. */
final class CandidateNetwork implements AutoCloseable {
  private final GraphSession tensorflow;
  private final Network network;
  private final Placeholder<TFloat32> features;
  private final TrainingLoss loss;
  private final Forward training;
  private final Forward inference;
  private final TrainStep step;
  private final PreparedRun trainingRun;
  private final PreparedRun predictionRun;
  private final List<Operand<TFloat32>> statistics;
  private final int outputs;

  private CandidateNetwork(
      GraphSession tensorflow,
      LayerBuilders builders,
      NetworkSpec spec,
      Task task,
      TrainingSettings settings,
      @Nullable ClassWeights classWeights,
      Construction choices) {
    this.tensorflow = tensorflow;
    Ops tf = tensorflow.tf();
    this.outputs = spec.output().size();
    this.features = tf.placeholder(TFloat32.class, Placeholder.shape(batchOf(spec.input())));
    this.loss = new TrainingLoss(tf, task, outputs, settings, classWeights);
    Variable<TInt64> iteration = Variable.counter(tf, "iteration");
    this.network = Network.build(tf, builders, spec, choices.seed(), iteration, choices.steps());
    this.training = network.forward(tf, features, Mode.TRAINING);
    this.inference =
        network.dependsOnMode() ? network.forward(tf, features, choices.predicting()) : training;
    this.step =
        Optimizer.of(settings.optimizer())
            .minimise(tf, iteration, network.trained(), gradients(tf, settings));
    List<Operand<TFloat32>> inputs = new ArrayList<>(List.of(features));
    inputs.addAll(loss.inputs());
    this.trainingRun = tensorflow.prepare(inputs, training.logits(), List.of(step.train()));
    this.predictionRun = tensorflow.prepare(List.of(features), inference.logits(), List.of());
    this.statistics = network.state().isEmpty() ? List.of() : network.statistics(tf, features);
  }

  /**
   * Builds the graph of a network and initialises its variables.
   *
   * @param classWeights the weights of the classes' examples in training; null if all are 1
   */
  static CandidateNetwork build(
      LayerBuilders builders,
      NetworkSpec spec,
      Task task,
      TrainingSettings settings,
      @Nullable ClassWeights classWeights,
      Construction choices) {
    return GraphSession.build(
        settings.sessions(spec),
        tensorflow -> {
          CandidateNetwork candidate =
              new CandidateNetwork(
                  tensorflow, builders, spec, task, settings, classWeights, choices);
          candidate.initialise(settings, choices);
          return candidate;
        });
  }

  private static Shape batchOf(TensorShape example) {
    return Shape.of(example.dimensions().stream().mapToLong(d -> d).toArray())
        .prepend(Shape.UNKNOWN_SIZE);
  }

  private List<Operand<TFloat32>> gradients(Ops tf, TrainingSettings settings) {
    List<Operand<TFloat32>> gradients =
        Gradients.of(
            tensorflow,
            TrainingLoss.logits(training),
            loss.gradients(tf, training),
            network.trained());
    return settings.l2() == 0 || network.weights().isEmpty()
        ? gradients
        : new L2Penalty(settings.l2(), network.weights()).addTo(tf, network.trained(), gradients);
  }

  private void initialise(TrainingSettings settings, Construction choices) {
    List<float[]> values = new ArrayList<>(initialValues(settings, choices));
    int next = 0;
    for (BuiltNode node : network.nodes()) {
      LayerWeights weights = choices.inherited().get(node.name());
      for (Variable<TFloat32> variable : node.layer().variables()) {
        if (weights != null) {
          values.set(next, weights.of(variable.name(), variable.shape().asArray()).values());
        }
        next++;
      }
    }
    Checkpoint.write(tensorflow.session(), network.variables(), values, step.initialise());
  }

  private List<float[]> initialValues(TrainingSettings settings, Construction choices) {
    RandomStreams common = choices.common();
    return common == null
        ? network.initialValues(settings.initializer())
        : network.initialValuesByName(settings.initializer(), common);
  }

  /** Returns the nodes in the order of {@link #values}. */
  List<BuiltNode> nodes() {
    return network.nodes();
  }

  /** Returns the number of values that the network predicts for one example. */
  int outputs() {
    return outputs;
  }

  /**
   * Runs one training step.
   *
   * @param logits receives the logits of the batch from before the step
   * @return true if all logits are finite
   */
  boolean train(MiniBatch batch, Logits logits) {
    List<TFloat32> values = new ArrayList<>(List.of(batch.features()));
    values.addAll(loss.values(batch));
    trainingRun.run(values, logits.values(), logits.end());
    return logits.add(batch);
  }

  /** Predicts all examples. */
  Logits predict(Batches batches) {
    return predict(batches, () -> false).orElseThrow();
  }

  /**
   * Predicts all examples.
   *
   * @param abandoned is asked before each batch
   * @return the logits; empty if the evaluation was abandoned
   */
  Optional<Logits> predict(Batches batches, BooleanSupplier abandoned) {
    Logits logits = new Logits(batches, outputs);
    for (int b = 0; b < batches.count(); b++) {
      if (abandoned.getAsBoolean()) {
        return Optional.empty();
      }
      MiniBatch batch = batches.get(b);
      predictionRun.run(List.of(batch.features()), logits.values(), logits.end());
      logits.add(batch);
    }
    return Optional.of(logits);
  }

  /** Returns the weights, each variable's in row-major order. */
  List<float[]> values() {
    return Checkpoint.read(tensorflow.session(), network.variables());
  }

  /** Returns the exact weights, for {@link #restoreWeights}. */
  byte[] savedWeights() {
    return Checkpoint.save(tensorflow.session(), network.variables());
  }

  /** Restores weights saved by {@link #savedWeights}. */
  void restoreWeights(byte[] saved) {
    Checkpoint.restore(tensorflow.session(), network.variables(), saved);
  }

  /** Returns the optimizer's own variables, the count of training steps first. */
  List<Variable<?>> optimizerState() {
    return step.state();
  }

  /** Sets the count of training steps, on which schedules and dropout depend. */
  void count(long steps) {
    Checkpoint.writeCounter(session(), step.state().get(0), steps);
  }

  /** Returns the session in which the variables have their values. */
  Session session() {
    return tensorflow.session();
  }

  /**
   * Estimates the state of the layers, such as the statistics of batch normalisation, from training
   * batches: each variable becomes the mean of the batches' statistics.
   *
   * @param batches the training batches
   * @param most the largest number of them to use, positive
   */
  void calibrate(Batches batches, int most) {
    if (statistics.isEmpty()) {
      return;
    }
    int count = Math.min(most, batches.count());
    List<double[]> sums = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      SessionRunner runner = tensorflow.runner().feed(features, batches.get(b).features());
      statistics.forEach(runner::fetch);
      try (Result result = runner.run()) {
        for (int s = 0; s < statistics.size(); s++) {
          add(sums, s, Tensors.floats(result.get(s)));
        }
      }
    }
    Checkpoint.write(
        tensorflow.session(), network.state(), sums.stream().map(sum -> mean(sum, count)).toList());
  }

  private static void add(List<double[]> sums, int index, float[] values) {
    if (sums.size() == index) {
      sums.add(new double[values.length]);
    }
    double[] sum = sums.get(index);
    for (int i = 0; i < values.length; i++) {
      sum[i] += values[i];
    }
  }

  private static float[] mean(double[] sum, int count) {
    float[] mean = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (sum[i] / count);
    }
    return mean;
  }

  /** Returns the weights of the nodes that have any, by the name of the node. */
  Map<String, LayerWeights> weights() {
    List<float[]> values = values();
    Map<String, LayerWeights> weights = new LinkedHashMap<>();
    int next = 0;
    for (BuiltNode node : network.nodes()) {
      Map<String, WeightArray> arrays = new LinkedHashMap<>();
      for (Variable<TFloat32> variable : node.layer().variables()) {
        arrays.put(
            LayerWeights.nameInLayer(variable.name()),
            new WeightArray(LayerWeights.shapeOf(variable.shape().asArray()), values.get(next++)));
      }
      if (!arrays.isEmpty()) {
        weights.put(node.name(), new LayerWeights(arrays));
      }
    }
    return weights;
  }

  @Override
  public void close() {
    tensorflow.close();
  }
}
