package org.espalier.nas.tf.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.PolicyUpdate;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.policy.TokenGrammar;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The "policy" of the published NASCell search for convolutional networks (Wallarm 2017), with its
 * defects, for comparison only.
 *
 * <p>The state is the previous action: a number for each decision, at first 10, 128, 1, 1 and again
 * from the start. A {@link NasCell} with as many units as there are decisions reads these numbers
 * one by one; its last output plus 0.05, times 100 and cast to integers, is the next action.
 * Nothing is drawn. Option number n of a decision, counted from 1, is the answer that the number n
 * stands for; larger numbers stand for the last option, and a number that is not positive for the
 * first, with the log-probability −∞.
 *
 * <p>A step of training minimises reward · (softmax cross-entropy between the output for action/100
 * and action/100, which are no probabilities, + {@code l2} · the sum of squared weights). As
 * published, the bias that is trained is not the one that acts.
 */
final class PublishedNasCellNetwork implements PolicyNetwork {
  private static final float DIVISION_RATE = 100;
  private static final float BIAS = 0.05f;
  private static final float[] START = {10, 128, 1, 1};

  private final GraphSession graph;
  private final Ops tf;
  private final TokenGrammar grammar;
  private final int units;
  private final NasCell cell;
  private final Variable<TFloat32> action;
  private final Operand<TFloat32> output;
  private final Operand<TFloat32> reward;
  private final Trainer trainer;

  private PublishedNasCellNetwork(
      GraphSession graph, PolicySpec spec, TokenGrammar grammar, long seed) {
    this.graph = graph;
    this.tf = graph.tf();
    this.grammar = grammar;
    this.units = grammar.maximumLength();
    WeightSet weights = new WeightSet(tf, new SplittableRandom(seed));
    cell = new NasCell(tf, weights, 1, units);
    Variable<TFloat32> trainedBias = weights.vector("bias", repeated(new float[] {BIAS}));
    action = weights.untrained("action", repeated(START));
    output = tf.math.add(lastOutput(action.value()), tf.constant(BIAS));
    reward = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    Operand<TFloat32> scaled = tf.math.div(action.value(), tf.constant(DIVISION_RATE));
    Operand<TFloat32> logits = tf.math.add(lastOutput(scaled), trainedBias.value());
    trainer =
        new Trainer(graph, weights, loss(weights, logits, scaled, spec.l2()), spec.optimizer(), 0);
  }

  /**
   * Builds the graph and initialises the weights.
   *
   * @param seed the seed of the initial values
   */
  static PublishedNasCellNetwork create(PolicySpec spec, TokenGrammar grammar, long seed) {
    return GraphSession.build(graph -> new PublishedNasCellNetwork(graph, spec, grammar, seed));
  }

  private float[] repeated(float[] pattern) {
    float[] values = new float[units];
    for (int i = 0; i < units; i++) {
      values[i] = pattern[i % pattern.length];
    }
    return values;
  }

  /** Returns the output of shape [1, units] after reading a vector number by number. */
  private Operand<TFloat32> lastOutput(Operand<TFloat32> numbers) {
    Operand<TFloat32> projected = cell.project(tf.reshape(numbers, tf.array(-1, 1)));
    List<Operand<TFloat32>> steps = Shapes.rows(tf, projected, units, cell.parts() * units);
    Operand<TFloat32> zero =
        tf.zerosLike(Shapes.columns(tf, steps.get(0), cell.parts(), units).get(0));
    RecurrentCell.State state = new RecurrentCell.State(zero, zero);
    for (Operand<TFloat32> step : steps) {
      state = cell.step(step, state);
    }
    return state.hidden();
  }

  private LossTerms loss(
      WeightSet weights, Operand<TFloat32> logits, Operand<TFloat32> labels, double l2) {
    Operand<TFloat32> crossEntropy =
        tf.nn.softmaxCrossEntropyWithLogits(logits, tf.reshape(labels, tf.array(1, -1))).loss();
    List<Operand<TFloat32>> matrices =
        weights.matrices().stream().<Operand<TFloat32>>map(Variable::value).toList();
    Operand<TFloat32> loss =
        tf.math.add(
            tf.reduceSum(crossEntropy, tf.constant(0)),
            tf.math.mul(tf.constant((float) l2), Trainer.sumOfSquares(tf, matrices)));
    return new LossTerms(loss, tf.constant(0f), tf.constant(0f), tf.math.mul(loss, reward));
  }

  @Override
  public List<Rollout> sample(int count, RandomGenerator random) {
    List<Rollout> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] next = nextAction();
      remember(next);
      taken.add(rollout(tokens(next), next));
    }
    return taken;
  }

  private float[] nextAction() {
    try (Result result = graph.runner().fetch(output).run()) {
      double[] values = Fetched.doubles(result, 0);
      float[] next = new float[units];
      for (int i = 0; i < units; i++) {
        next[i] = (int) (DIVISION_RATE * (float) values[i]);
      }
      return next;
    }
  }

  private void remember(float[] values) {
    Checkpoint.write(graph.session(), List.of(action), List.of(values));
  }

  private float[] remembered() {
    return Checkpoint.read(graph.session(), List.of(action)).get(0);
  }

  /** Returns the sequence that an action stands for. */
  private int[] tokens(float[] numbers) {
    int[] tokens = {};
    for (int[] allowed = grammar.allowed(tokens);
        allowed.length > 0;
        allowed = grammar.allowed(tokens)) {
      int option = (int) Math.max(1, Math.min(allowed.length, numbers[tokens.length]));
      tokens = Arrays.copyOf(tokens, tokens.length + 1);
      tokens[tokens.length - 1] = allowed[option - 1];
    }
    return tokens;
  }

  /** Returns a sequence with the logarithms of 1 where the action stands for it, and of 0. */
  private Rollout rollout(int[] sequence, float[] numbers) {
    double[] logProbabilities = new double[sequence.length];
    int[] meant = tokens(numbers);
    for (int step = 0; step < sequence.length; step++) {
      boolean taken = step < meant.length && meant[step] == sequence[step] && numbers[step] > 0;
      logProbabilities[step] = taken ? 0 : Double.NEGATIVE_INFINITY;
    }
    return new Rollout(sequence, logProbabilities, new double[sequence.length]);
  }

  @Override
  public List<Rollout> replay(List<int[]> sequences) {
    float[] last = remembered();
    return sequences.stream().map(sequence -> rollout(sequence, last)).toList();
  }

  @Override
  public double[] predict(List<int[]> sequences) {
    throw new IllegalStateException("The network was created without predictor.");
  }

  @Override
  public PolicyUpdate update(List<Experience> batch, PolicyObjective objective) {
    if (batch.isEmpty()) {
      throw new IllegalArgumentException("An update needs at least one experience.");
    }
    PolicyUpdate update = train(batch.get(0), objective.epochs());
    for (Experience experience : batch.subList(1, batch.size())) {
      update = train(experience, objective.epochs());
    }
    return update;
  }

  private PolicyUpdate train(Experience experience, int epochs) {
    int[] tokens = experience.rollout().tokens();
    if (!Arrays.equals(tokens, tokens(remembered()))) {
      remember(numbers(tokens));
    }
    double[] returns = experience.returns();
    try (Feeds feeds = new Feeds().scalar(reward, returns[returns.length - 1])) {
      return trainer.train(feeds, epochs);
    }
  }

  /** Returns the numbers of the options that a sequence of another origin takes. */
  private float[] numbers(int[] sequence) {
    float[] numbers = repeated(new float[] {1});
    for (int step = 0; step < sequence.length; step++) {
      int[] allowed = grammar.allowed(Arrays.copyOf(sequence, step));
      numbers[step] = 1 + Arrays.binarySearch(allowed, sequence[step]);
    }
    return numbers;
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
