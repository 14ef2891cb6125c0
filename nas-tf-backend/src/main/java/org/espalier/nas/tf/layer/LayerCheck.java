package org.espalier.nas.tf.layer;

import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.NetworkSearchSpace;

/**
 * A check, before anything is trained, that the networks of a search space can be built.
 *
 * <p>It checks the declared kinds of layers. For layers that consist of others it lowers {@value
 * #SAMPLES} architectures, always the same ones, and checks their parts. A part that none of them
 * contains, or a kind that the space does not declare, is found only when a trial is built, which
 * then fails.
 */
public final class LayerCheck {
  private static final int SAMPLES = 200;
  private static final String PURPOSE = "layer.check";

  private final LayerBuilders builders;

  /** Creates a check against the available builders. */
  public LayerCheck(LayerBuilders builders) {
    this.builders = builders;
  }

  /**
   * Checks a space.
   *
   * @param name the name of the space, for the message
   * @throws UnknownLayerException if a layer can neither be built nor consists of layers that can
   */
  public void require(NetworkSearchSpace space, String name) {
    Set<Class<? extends LayerSpec>> kinds = space.layerTypes();
    Set<String> unknown = new TreeSet<>(builders.unknown(kinds));
    if (kinds.stream().anyMatch(ComposedLayer.class::isAssignableFrom)) {
      RandomStreams streams = new RandomStreams(0);
      for (int sample = 0; sample < SAMPLES; sample++) {
        unknown.addAll(
            builders.unknown(space.lower(space.sample(streams.stream(PURPOSE, sample)))));
      }
    }
    if (!unknown.isEmpty()) {
      throw new UnknownLayerException("the search space " + name, unknown);
    }
  }
}
