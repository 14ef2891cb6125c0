package org.espalier.nas.tf.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.PolicyUpdate;
import org.espalier.nas.api.policy.TokenGrammar;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.graph.Variable;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * An autoregressive recurrent network over embedded tokens: each step reads the token chosen before
 * and returns the logits of the next.
 *
 * <p>The logits are c·tanh(logits/T) of the policy head (temperature T, tanh constant c). Each
 * domain has its own tokens and therefore its own columns of the head, of which the mask selects
 * those of the decision at hand: a softmax for each kind of decision.
 *
 * <p>One graph holds a single step to draw sequences, and the step unrolled to the longest sequence
 * to learn; both use the same weights. The first step reads the embedding of the padding. The
 * predictor head uses the state after the last token.
 */
final class RecurrentModel implements PolicyModel {
  private final GraphSession graph;
  private final Ops tf;
  private final PolicySpec spec;
  private final TokenGrammar grammar;
  private final int tokens;

  private final Variable<TFloat32> embedding;
  private final RecurrentCell cell;
  private final DenseHead policyHead;
  private final @Nullable DenseHead predictorHead;

  private final Operand<TInt32> stepToken;
  private final RecurrentCell.State stepBefore;
  private final RecurrentCell.State stepAfter;
  private final Operand<TFloat32> stepLogits;

  private final Operand<TInt32> inputs;
  private final Operand<TFloat32> ends;
  private final @Nullable Operand<TFloat32> predicted;
  private final PolicyLoss loss;
  private final Trainer trainer;

  private RecurrentModel(GraphSession graph, PolicySpec spec, TokenGrammar grammar, long seed) {
    this.graph = graph;
    this.tf = graph.tf();
    this.spec = spec;
    this.grammar = grammar;
    this.tokens = grammar.vocabulary() + 1;
    WeightSet weights = new WeightSet(tf, new SplittableRandom(seed));
    embedding = weights.matrix("embedding", tokens, spec.embedding());
    cell = cell(weights);
    policyHead = new DenseHead(tf, weights, "policy", spec.units(), tokens);
    predictorHead =
        spec.predictor() ? new DenseHead(tf, weights, "predictor", spec.units(), 1) : null;

    stepToken = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
    stepBefore = new RecurrentCell.State(matrixOf(spec.units()), matrixOf(spec.units()));
    stepAfter = cell.step(cell.project(embedded(stepToken)), stepBefore);
    stepLogits = logits(stepAfter.hidden());

    inputs = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
    ends = matrixOf(1);
    Operand<TFloat32> hidden = unrolled();
    predicted = predictorHead == null ? null : predictedFrom(hidden, predictorHead);
    loss = new PolicyLoss(tf, logits(hidden), tokens, predicted);
    trainer = new Trainer(graph, weights, loss.objective(), spec.optimizer(), spec.l2());
  }

  /**
   * Builds the graph and initialises the weights.
   *
   * @param seed the seed of the initial values
   */
  static RecurrentModel create(PolicySpec spec, TokenGrammar grammar, long seed) {
    return GraphSession.build(graph -> new RecurrentModel(graph, spec, grammar, seed));
  }

  private RecurrentCell cell(WeightSet weights) {
    return switch (spec.cell()) {
      case LSTM -> new LstmCell(tf, weights, spec.embedding(), spec.units());
      case NASCELL -> new NasCell(tf, weights, spec.embedding(), spec.units());
      case PUBLISHED_LSTM, PUBLISHED_NASCELL ->
          throw new IllegalArgumentException("cell (" + spec.cell() + ") has a model of its own.");
    };
  }

  private Operand<TFloat32> logits(Operand<TFloat32> hidden) {
    Operand<TFloat32> scaled = policyHead.of(hidden);
    if (spec.temperature() != 1) {
      scaled = tf.math.div(scaled, tf.constant((float) spec.temperature()));
    }
    return spec.tanhConstant() == 0
        ? scaled
        : tf.math.mul(tf.constant((float) spec.tanhConstant()), tf.math.tanh(scaled));
  }

  private Operand<TFloat32> matrixOf(int columns) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, columns)));
  }

  private Operand<TFloat32> embedded(Operand<TInt32> ids) {
    return tf.gather(embedding.value(), ids, tf.constant(0));
  }

  /** Returns the states after all steps, of shape [steps·batch, units]. */
  private Operand<TFloat32> unrolled() {
    List<Operand<TFloat32>> projected =
        Shapes.rows(
            tf, cell.project(embedded(inputs)), unrolledSteps(), cell.parts() * spec.units());
    Operand<TFloat32> zero = tf.zerosLike(firstColumns(projected.get(0)));
    RecurrentCell.State state = new RecurrentCell.State(zero, zero);
    List<Operand<TFloat32>> hidden = new ArrayList<>();
    for (Operand<TFloat32> step : projected) {
      state = cell.step(step, state);
      hidden.add(state.hidden());
    }
    return tf.reshape(tf.stack(hidden), tf.array(-1, spec.units()));
  }

  private Operand<TFloat32> firstColumns(Operand<TFloat32> gates) {
    return Shapes.columns(tf, gates, cell.parts(), spec.units()).get(0);
  }

  private int unrolledSteps() {
    return grammar.maximumLength() + 1;
  }

  private Operand<TFloat32> predictedFrom(Operand<TFloat32> hidden, DenseHead head) {
    Operand<TFloat32> atEnds =
        tf.reshape(tf.math.mul(hidden, ends), tf.array(unrolledSteps(), -1, spec.units()));
    Operand<TFloat32> last = tf.reduceSum(atEnds, tf.constant(0));
    return tf.math.sigmoid(tf.reshape(head.of(last), tf.array(-1)));
  }

  @Override
  public Cursor cursor(int count) {
    return new StepCursor(count);
  }

  @Override
  public double[] predict(List<int[]> sequences) {
    if (predicted == null) {
      throw new IllegalStateException("The network was created without predictor.");
    }
    StepBatch batch = StepBatch.reading(sequences, grammar);
    try (Feeds feeds = new Feeds();
        Result result = trunk(feeds, batch).to(graph.runner()).fetch(predicted).run()) {
      return Fetched.doubles(result, 0);
    }
  }

  private Feeds trunk(Feeds feeds, StepBatch batch) {
    return feeds
        .ints(inputs, batch.inputs())
        .floats(ends, batch.ends(), Shape.of(batch.steps(), 1));
  }

  @Override
  public PolicyUpdate update(List<Experience> batch, PolicyObjective objective) {
    try (Feeds feeds = feeds(batch, objective)) {
      return trainer.train(feeds, objective.epochs());
    }
  }

  /** Returns the feeds of a training step on this batch, which the caller closes. */
  Feeds feeds(List<Experience> experiences, PolicyObjective objective) {
    StepBatch batch = StepBatch.learning(experiences, grammar);
    Feeds feeds = trunk(new Feeds(), batch);
    loss.feed(feeds, batch, objective);
    return feeds;
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

  /** A cursor that runs the single step and passes the state from run to run. */
  private final class StepCursor implements Cursor {
    private final Shape stateShape;
    private float[] hidden;
    private float[] memory;

    StepCursor(int count) {
      stateShape = Shape.of(count, spec.units());
      hidden = new float[count * spec.units()];
      memory = new float[count * spec.units()];
    }

    @Override
    public float[][] logits(List<int[]> prefixes) {
      int[] last =
          prefixes.stream()
              .mapToInt(prefix -> prefix.length == 0 ? 0 : prefix[prefix.length - 1])
              .toArray();
      try (Feeds feeds =
              new Feeds()
                  .ints(stepToken, last)
                  .floats(stepBefore.hidden(), hidden, stateShape)
                  .floats(stepBefore.cell(), memory, stateShape);
          Result result =
              feeds
                  .to(graph.runner())
                  .fetch(stepLogits)
                  .fetch(stepAfter.hidden())
                  .fetch(stepAfter.cell())
                  .run()) {
        hidden = Tensors.floats(result.get(1));
        memory = Tensors.floats(result.get(2));
        return Fetched.rows(result, 0, tokens);
      }
    }
  }
}
