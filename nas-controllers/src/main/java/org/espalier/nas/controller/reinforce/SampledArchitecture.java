package org.espalier.nas.controller.reinforce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.space.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * An architecture of a batch.
 *
 * @param architecture the proposed architecture
 * @param rollout its tokens with their log-probabilities under the policy
 * @param weight its importance weight, the factor of what is learned from it; 1 if the policy drew
 *     it
 * @param score the predictor's score, in [0, 1]; null without predictor
 */
record SampledArchitecture(
    Architecture architecture, Rollout rollout, double weight, @Nullable Double score) {

  void write(DataOutputStream out) throws IOException {
    int[] tokens = rollout.tokens();
    double[] logProbabilities = rollout.logProbabilities();
    double[] entropies = rollout.entropies();
    out.writeInt(tokens.length);
    for (int step = 0; step < tokens.length; step++) {
      out.writeInt(tokens[step]);
      out.writeDouble(logProbabilities[step]);
      out.writeDouble(entropies[step]);
    }
    out.writeDouble(weight);
    out.writeDouble(score == null ? Double.NaN : score);
  }

  static SampledArchitecture read(DataInputStream in, Vocabulary vocabulary) throws IOException {
    int length = in.readInt();
    int[] tokens = new int[length];
    double[] logProbabilities = new double[length];
    double[] entropies = new double[length];
    for (int step = 0; step < length; step++) {
      tokens[step] = in.readInt();
      logProbabilities[step] = in.readDouble();
      entropies[step] = in.readDouble();
    }
    double weight = in.readDouble();
    double score = in.readDouble();
    return new SampledArchitecture(
        vocabulary.decode(tokens),
        new Rollout(tokens, logProbabilities, entropies),
        weight,
        Double.isNaN(score) ? null : score);
  }
}
