package org.espalier.nas.tf.training;

import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.tf.sharing.Bigram;
import org.espalier.nas.tf.sharing.NodeKey;
import org.espalier.nas.tf.sharing.WeightKey;

/**
 * The sharing of weights between trials.
 *
 * @param mode the kind of sharing
 */
public record Sharing(
    @Default("none") @Description("Shared weights: none, bigram or node.") Mode mode) {

  /** The kind of weight sharing. */
  public enum Mode {
    /** Every trial starts from new weights. */
    NONE {
      @Override
      Map<String, WeightKey> keys(NetworkSpec network) {
        return Map.of();
      }
    },
    /**
     * A layer starts from the weights of the last trial that had the same layer after the same
     * layer.
     */
    BIGRAM {
      @Override
      Map<String, WeightKey> keys(NetworkSpec network) {
        return Bigram.of(network);
      }
    },
    /**
     * A layer starts from the weights of the last trial that had the same layer in a node of the
     * same name: in cells, by (layer, block, operation, input), as in ENAS.
     */
    NODE {
      @Override
      Map<String, WeightKey> keys(NetworkSpec network) {
        return NodeKey.of(network);
      }
    };

    /** Returns the keys of the shared weights of a network, by the name of the node. */
    abstract Map<String, WeightKey> keys(NetworkSpec network);
  }

  /** Checks that the mode is not null. */
  public Sharing {
    Objects.requireNonNull(mode);
  }
}
