package org.espalier.nas.controller.reinforce;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.PolicyUpdate;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.policy.TokenGrammar;

/**
 * A policy with one preference for each place and token, trained by plain REINFORCE. Its predictor
 * returns, for a sequence, the share of its first token in the vocabulary. It records the batches
 * that it was trained on.
 */
final class TabularPolicy implements PolicyNetwork {
  private static final double STEP = 0.3;

  private final TokenGrammar grammar;
  private final double[][] preferences;
  private final List<List<Experience>> taught = new ArrayList<>();
  private boolean closed;

  TabularPolicy(TokenGrammar grammar) {
    this.grammar = grammar;
    this.preferences = new double[grammar.maximumLength()][grammar.vocabulary() + 1];
  }

  /** Factory of one policy, which the test can inspect. */
  static final class Factory implements PolicyNetwork.Factory {
    private final List<TabularPolicy> created = new ArrayList<>();
    private final List<PolicySpec> specs = new ArrayList<>();

    @Override
    public PolicyNetwork create(PolicySpec spec, TokenGrammar grammar, long seed) {
      specs.add(spec);
      created.add(new TabularPolicy(grammar));
      return created.get(created.size() - 1);
    }

    TabularPolicy latest() {
      return created.get(created.size() - 1);
    }

    PolicySpec latestSpec() {
      return specs.get(specs.size() - 1);
    }
  }

  /** Returns the batches of the updates so far. */
  List<List<Experience>> taught() {
    return taught;
  }

  boolean closed() {
    return closed;
  }

  /** Makes the policy take one token at a place whenever it is allowed. */
  void insistOn(int place, int token) {
    prefer(place, token, 1_000);
  }

  /** Sets the preference for a token at a place; those of all others are 0. */
  void prefer(int place, int token, double preference) {
    preferences[place][token] = preference;
  }

  @Override
  public List<Rollout> sample(int count, RandomGenerator random) {
    return IntStream.range(0, count).mapToObj(i -> rollout(draw(random))).toList();
  }

  private int[] draw(RandomGenerator random) {
    int[] tokens = {};
    for (int[] allowed = grammar.allowed(tokens);
        allowed.length > 0;
        allowed = grammar.allowed(tokens)) {
      double[] probabilities = probabilities(tokens.length, allowed);
      double left = random.nextDouble();
      int choice = 0;
      while (choice < allowed.length - 1 && left >= probabilities[choice]) {
        left -= probabilities[choice++];
      }
      tokens = Arrays.copyOf(tokens, tokens.length + 1);
      tokens[tokens.length - 1] = allowed[choice];
    }
    return tokens;
  }

  private double[] probabilities(int place, int[] allowed) {
    double largest =
        Arrays.stream(allowed).mapToDouble(token -> preferences[place][token]).max().orElseThrow();
    double[] weights =
        Arrays.stream(allowed)
            .mapToDouble(token -> Math.exp(preferences[place][token] - largest))
            .toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private Rollout rollout(int[] tokens) {
    double[] logProbabilities = new double[tokens.length];
    for (int place = 0; place < tokens.length; place++) {
      int[] allowed = grammar.allowed(Arrays.copyOf(tokens, place));
      int index = Arrays.binarySearch(allowed, tokens[place]);
      logProbabilities[place] = Math.log(probabilities(place, allowed)[index]);
    }
    return new Rollout(tokens, logProbabilities, new double[tokens.length]);
  }

  @Override
  public List<Rollout> replay(List<int[]> sequences) {
    return sequences.stream().map(this::rollout).toList();
  }

  @Override
  public double[] predict(List<int[]> sequences) {
    return sequences.stream()
        .mapToDouble(sequence -> (double) sequence[0] / grammar.vocabulary())
        .toArray();
  }

  @Override
  public PolicyUpdate update(List<Experience> batch, PolicyObjective objective) {
    taught.add(batch);
    for (Experience experience : batch) {
      int[] tokens = experience.rollout().tokens();
      for (int place = 0; place < tokens.length; place++) {
        learn(tokens, place, STEP * experience.returns()[place]);
      }
    }
    return new PolicyUpdate(1, 1, 0.25, 2);
  }

  private void learn(int[] tokens, int place, double step) {
    int[] allowed = grammar.allowed(Arrays.copyOf(tokens, place));
    double[] probabilities = probabilities(place, allowed);
    for (int i = 0; i < allowed.length; i++) {
      double gradient = (allowed[i] == tokens[place] ? 1 : 0) - probabilities[i];
      preferences[place][allowed[i]] += step * gradient;
    }
  }

  @Override
  public byte[] snapshot() {
    ByteBuffer bytes =
        ByteBuffer.allocate(Double.BYTES * preferences.length * preferences[0].length);
    for (double[] place : preferences) {
      Arrays.stream(place).forEach(bytes::putDouble);
    }
    return bytes.array();
  }

  @Override
  public void restore(byte[] snapshot) {
    ByteBuffer bytes = ByteBuffer.wrap(snapshot);
    for (double[] place : preferences) {
      Arrays.setAll(place, token -> bytes.getDouble());
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
