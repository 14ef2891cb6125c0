package org.espalier.nas.tf.training;

import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.tf.layer.Mode;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.jspecify.annotations.Nullable;

/**
 * The choices in building a candidate that its settings leave open.
 *
 * @param seed the seed of dropout, and of the initial values of nodes without inherited ones
 * @param inherited the weights from which nodes start, by the name of the node
 * @param steps the training steps over which scheduled drop-path grows to its rate; 0 if it always
 *     has its rate
 * @param common the streams from which initial values are drawn by the name of the node, so that
 *     candidates have them in common; null to draw them by the seed
 * @param predicting {@link Mode#INFERENCE}, or {@link Mode#CALIBRATION} to predict with the
 *     statistics of the predicted batch
 */
record Construction(
    long seed,
    Map<String, LayerWeights> inherited,
    long steps,
    @Nullable RandomStreams common,
    Mode predicting) {

  Construction {
    inherited = Map.copyOf(inherited);
    Objects.requireNonNull(predicting);
  }

  /** Returns the usual choices. */
  static Construction of(long seed, Map<String, LayerWeights> inherited, long steps) {
    return new Construction(seed, inherited, steps, null, Mode.INFERENCE);
  }
}
