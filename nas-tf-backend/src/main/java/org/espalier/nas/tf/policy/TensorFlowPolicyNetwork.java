package org.espalier.nas.tf.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicyUpdate;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.policy.TokenGrammar;

/** A policy network whose model is a TensorFlow graph; it applies the grammar's masks. */
final class TensorFlowPolicyNetwork implements PolicyNetwork {
  private final PolicyModel model;
  private final TokenGrammar grammar;

  TensorFlowPolicyNetwork(PolicyModel model, TokenGrammar grammar) {
    this.model = model;
    this.grammar = grammar;
  }

  /** A choice of the next token of a sequence. */
  @FunctionalInterface
  private interface Chooser {
    int choose(int sequence, int step, ActionDistribution distribution);
  }

  @Override
  public List<Rollout> sample(int count, RandomGenerator random) {
    return walk(
        count, (sequence, step, distribution) -> distribution.quantile(random.nextDouble()));
  }

  @Override
  public List<Rollout> replay(List<int[]> sequences) {
    return walk(sequences.size(), (sequence, step, distribution) -> sequences.get(sequence)[step]);
  }

  private List<Rollout> walk(int count, Chooser chooser) {
    List<Walk> walks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      walks.add(new Walk(grammar.maximumLength()));
    }
    PolicyModel.Cursor cursor = model.cursor(count);
    boolean open = true;
    while (open) {
      open = advance(walks, cursor, chooser);
    }
    return walks.stream().map(Walk::rollout).toList();
  }

  /** Appends a token to each sequence; returns false once all are complete. */
  private boolean advance(List<Walk> walks, PolicyModel.Cursor cursor, Chooser chooser) {
    List<int[]> prefixes = walks.stream().map(Walk::prefix).toList();
    List<int[]> allowed = prefixes.stream().map(grammar::allowed).toList();
    if (allowed.stream().allMatch(tokens -> tokens.length == 0)) {
      return false;
    }
    float[][] logits = cursor.logits(prefixes);
    for (int i = 0; i < walks.size(); i++) {
      if (allowed.get(i).length > 0) {
        ActionDistribution distribution = new ActionDistribution(logits[i], allowed.get(i));
        walks.get(i).add(chooser.choose(i, prefixes.get(i).length, distribution), distribution);
      }
    }
    return true;
  }

  @Override
  public double[] predict(List<int[]> sequences) {
    return model.predict(sequences);
  }

  @Override
  public PolicyUpdate update(List<Experience> batch, PolicyObjective objective) {
    if (batch.isEmpty()) {
      throw new IllegalArgumentException("An update needs at least one experience.");
    }
    return model.update(batch, objective);
  }

  @Override
  public byte[] snapshot() {
    return model.snapshot();
  }

  @Override
  public void restore(byte[] snapshot) {
    model.restore(snapshot);
  }

  @Override
  public void close() {
    model.close();
  }

  /** An incomplete sequence. */
  private static final class Walk {
    private final int[] tokens;
    private final double[] logProbabilities;
    private final double[] entropies;
    private int length;

    Walk(int maximumLength) {
      tokens = new int[maximumLength];
      logProbabilities = new double[maximumLength];
      entropies = new double[maximumLength];
    }

    int[] prefix() {
      return Arrays.copyOf(tokens, length);
    }

    void add(int token, ActionDistribution distribution) {
      tokens[length] = token;
      logProbabilities[length] = distribution.logProbability(token);
      entropies[length] = distribution.entropy();
      length++;
    }

    Rollout rollout() {
      return new Rollout(
          prefix(), Arrays.copyOf(logProbabilities, length), Arrays.copyOf(entropies, length));
    }
  }
}
