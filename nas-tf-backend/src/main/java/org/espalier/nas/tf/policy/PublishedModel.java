package org.espalier.nas.tf.policy;

import java.util.List;
import java.util.SplittableRandom;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.PolicyUpdate;
import org.espalier.nas.api.policy.TokenGrammar;
import org.espalier.nas.tf.graph.GraphSession;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The network of the published MLPNAS, with its defects, for comparison only.
 *
 * <p>The padded sequence without its last token forms the features of <em>one</em> step of an LSTM;
 * tokens are fed as plain numbers. Sequences grow token by token: the padded prefix is fed again.
 * The loss is −log p·reward, averaged over <em>all</em> outputs: the drawn token does not enter it.
 * Only the last return of an experience is used, as only the last token is a target.
 *
 * <p>Since there is one step from a zero state, the recurrent weights and the forget gate have no
 * effect; they are omitted.
 */
final class PublishedModel implements PolicyModel {
  private static final int GATES = 3;

  private final GraphSession graph;
  private final Ops tf;
  private final int tokens;
  private final int width;

  private final Operand<TFloat32> features;
  private final Operand<TFloat32> logits;
  private final @Nullable Operand<TFloat32> predicted;
  private final Operand<TFloat32> returns;
  private final Operand<TFloat32> scores;
  private final Operand<TFloat32> scoreWeights;
  private final Operand<TFloat32> predictorWeight;
  private final Trainer trainer;

  private PublishedModel(GraphSession graph, PolicySpec spec, TokenGrammar grammar, long seed) {
    this.graph = graph;
    this.tf = graph.tf();
    this.tokens = grammar.vocabulary() + 1;
    this.width = Math.max(1, grammar.maximumLength() - 1);
    WeightSet weights = new WeightSet(tf, new SplittableRandom(seed));
    features = placeholder(Shape.of(Shape.UNKNOWN_SIZE, width));
    Operand<TFloat32> hidden = singleStep(weights, spec.units());
    logits = new DenseHead(tf, weights, "policy", spec.units(), tokens).of(hidden);
    predicted = spec.predictor() ? predicted(weights, hidden, spec.units()) : null;
    returns = placeholder(Shape.of(Shape.UNKNOWN_SIZE));
    scores = placeholder(Shape.of(Shape.UNKNOWN_SIZE));
    scoreWeights = placeholder(Shape.of(Shape.UNKNOWN_SIZE));
    predictorWeight = placeholder(Shape.scalar());
    trainer = new Trainer(graph, weights, objective(), spec.optimizer(), spec.l2());
  }

  /**
   * Builds the graph and initialises the weights.
   *
   * @param seed the seed of the initial values
   */
  static PublishedModel create(PolicySpec spec, TokenGrammar grammar, long seed) {
    return GraphSession.build(graph -> new PublishedModel(graph, spec, grammar, seed));
  }

  private Operand<TFloat32> placeholder(Shape shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private Operand<TFloat32> singleStep(WeightSet weights, int units) {
    DenseHead gates = new DenseHead(tf, weights, "lstm", width, GATES * units);
    List<Operand<TFloat32>> each = Shapes.columns(tf, gates.of(features), GATES, units);
    Operand<TFloat32> cell = tf.math.mul(tf.math.sigmoid(each.get(0)), tf.math.tanh(each.get(1)));
    return tf.math.mul(tf.math.sigmoid(each.get(2)), tf.math.tanh(cell));
  }

  private Operand<TFloat32> predicted(WeightSet weights, Operand<TFloat32> hidden, int units) {
    DenseHead head = new DenseHead(tf, weights, "predictor", units, 1);
    return tf.math.sigmoid(tf.reshape(head.of(hidden), tf.array(-1)));
  }

  private LossTerms objective() {
    Operand<TFloat32> logProbabilities = tf.nn.logSoftmax(logits);
    Operand<TFloat32> overOutputs = tf.math.mean(logProbabilities, tf.constant(1));
    Operand<TFloat32> policy = tf.math.neg(sum(tf.math.mul(overOutputs, returns)));
    Operand<TFloat32> perStep =
        tf.reduceSum(tf.math.mul(tf.math.exp(logProbabilities), logProbabilities), tf.constant(1));
    Operand<TFloat32> entropy = tf.math.neg(tf.math.mean(perStep, tf.constant(0)));
    Operand<TFloat32> predictor =
        predicted == null
            ? tf.constant(0f)
            : sum(tf.math.mul(tf.math.squaredDifference(predicted, scores), scoreWeights));
    Operand<TFloat32> total = tf.math.add(policy, tf.math.mul(predictorWeight, predictor));
    return new LossTerms(policy, entropy, predictor, total);
  }

  private Operand<TFloat32> sum(Operand<TFloat32> vector) {
    return tf.reduceSum(vector, tf.constant(0));
  }

  @Override
  public Cursor cursor(int count) {
    return this::logits;
  }

  private float[][] logits(List<int[]> prefixes) {
    try (Feeds feeds = read(new Feeds(), prefixes);
        Result result = feeds.to(graph.runner()).fetch(logits).run()) {
      return Fetched.rows(result, 0, tokens);
    }
  }

  /** Feeds sequences padded or truncated to the number of features. */
  private Feeds read(Feeds feeds, List<int[]> sequences) {
    float[] values = new float[sequences.size() * width];
    for (int i = 0; i < sequences.size(); i++) {
      int[] sequence = sequences.get(i);
      for (int step = 0; step < Math.min(width, sequence.length); step++) {
        values[i * width + step] = sequence[step];
      }
    }
    return feeds.floats(features, values, Shape.of(sequences.size(), width));
  }

  @Override
  public double[] predict(List<int[]> sequences) {
    if (predicted == null) {
      throw new IllegalStateException("The network was created without predictor.");
    }
    try (Feeds feeds = read(new Feeds(), sequences);
        Result result = feeds.to(graph.runner()).fetch(predicted).run()) {
      return Fetched.doubles(result, 0);
    }
  }

  @Override
  public PolicyUpdate update(List<Experience> batch, PolicyObjective objective) {
    try (Feeds feeds = feeds(batch, objective)) {
      return trainer.train(feeds, objective.epochs());
    }
  }

  private Feeds feeds(List<Experience> batch, PolicyObjective objective) {
    int size = batch.size();
    float[] weighted = new float[size];
    float[] targets = new float[size];
    float[] weights = new float[size];
    long scored = batch.stream().filter(one -> one.score().isPresent()).count();
    for (int i = 0; i < size; i++) {
      double[] stepReturns = batch.get(i).returns();
      weighted[i] = (float) (stepReturns[stepReturns.length - 1] / size);
      if (batch.get(i).score().isPresent()) {
        targets[i] = (float) batch.get(i).score().getAsDouble();
        weights[i] = 1f / scored;
      }
    }
    List<int[]> sequences = batch.stream().map(one -> one.rollout().tokens()).toList();
    return read(new Feeds(), sequences)
        .floats(returns, weighted, Shape.of(size))
        .floats(scores, targets, Shape.of(size))
        .floats(scoreWeights, weights, Shape.of(size))
        .scalar(predictorWeight, objective.predictorWeight());
  }

  @Override
  public byte[] snapshot() {
    return trainer.snapshot();
  }

  @Override
  public void restore(byte[] snapshot) {
    trainer.restore(snapshot);
  }

  @Override
  public void close() {
    graph.close();
  }
}
