package org.example.hedgerow;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;

/**
 * Pyramids: residual blocks, none wider than the block before it.
 *
 * <p>The decisions of an architecture are the activation, then the width of each block, until
 * {@code stop}. Options that would not give a pyramid are masked.
 */
@Description("Residual networks whose blocks never get wider.")
public final class Hedgerow implements NetworkSearchSpace {
  private static final String STOP = "stop";

  private final HedgerowSettings settings;
  private final DatasetInfo data;
  private final List<String> widths;

  /** Creates the space for a data set; its dependencies are injected. */
  @Inject
  public Hedgerow(HedgerowSettings settings, DatasetInfo data) {
    this.settings = settings;
    this.data = data;
    this.widths =
        Stream.concat(Stream.of(STOP), settings.widths().stream().map(String::valueOf)).toList();
  }

  @Override
  public List<Decision> decisions() {
    List<Decision> decisions = new ArrayList<>();
    decisions.add(activation());
    for (int layer = 1; layer <= settings.maxLayers(); layer++) {
      decisions.add(new Decision("layer " + layer, Categorical.of(widths)));
    }
    return decisions;
  }

  private Decision activation() {
    return new Decision(
        "activation",
        Categorical.of(settings.activations().stream().map(Activation::toString).toList()));
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    if (made.size() == 0) {
      return Optional.of(activation());
    }
    int layer = made.size();
    int before = layer == 1 ? widths.size() - 1 : option(made, layer - 1);
    boolean stopped = layer > 1 && before == 0;
    if (stopped || layer > settings.maxLayers()) {
      return Optional.empty();
    }
    // Option 0 is to stop, invalid for the first layer; no option is above the previous one.
    List<Integer> allowed = IntStream.rangeClosed(layer == 1 ? 1 : 0, before).boxed().toList();
    return Optional.of(new Decision("layer " + layer, new Categorical(widths, allowed)));
  }

  private static int option(Architecture made, int index) {
    return ((Choice.Option) made.choices().get(index)).index();
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    if (!contains(architecture)) {
      throw new IllegalArgumentException(architecture + " is no pyramid of this space.");
    }
    Activation activation = settings.activations().get(option(architecture, 0));
    List<LayerSpec> layers = new ArrayList<>();
    if (data.input().rank() > 1) {
      layers.add(new Flatten());
    }
    for (int layer = 1; layer < architecture.size(); layer++) {
      int option = option(architecture, layer);
      if (option > 0) {
        layers.add(new HedgerowBlock(settings.widths().get(option - 1), activation));
      }
    }
    layers.add(data.task().outputLayer());
    return new NetworkSpec(data.input(), layers);
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return Set.of(HedgerowBlock.class, Dense.class, Flatten.class);
  }
}
