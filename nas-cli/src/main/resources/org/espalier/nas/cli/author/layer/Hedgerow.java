package org.example.hedgerow;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.data.DatasetInfo;
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

/** Gated networks, whose layers are written in TensorFlow: the width of each, until {@code stop}. */
@Description("Networks of gated layers.")
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
    return IntStream.rangeClosed(1, settings.maxLayers())
        .mapToObj(layer -> new Decision("layer " + layer, Categorical.of(widths)))
        .toList();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    int layer = made.size() + 1;
    boolean stopped = layer > 1 && option(made, layer - 2) == 0;
    if (stopped || layer > settings.maxLayers()) {
      return Optional.empty();
    }
    // Option 0 is to stop, which is invalid for the first layer.
    List<Integer> allowed =
        IntStream.range(layer == 1 ? 1 : 0, widths.size()).boxed().toList();
    return Optional.of(new Decision("layer " + layer, new Categorical(widths, allowed)));
  }

  private static int option(Architecture made, int index) {
    return ((Choice.Option) made.choices().get(index)).index();
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    if (!contains(architecture)) {
      throw new IllegalArgumentException(architecture + " is not of this space.");
    }
    List<LayerSpec> layers = new ArrayList<>();
    if (data.input().rank() > 1) {
      layers.add(new Flatten());
    }
    for (int layer = 0; layer < architecture.size(); layer++) {
      int option = option(architecture, layer);
      if (option > 0) {
        layers.add(new HedgerowLayer(settings.widths().get(option - 1)));
      }
    }
    layers.add(data.task().outputLayer());
    return new NetworkSpec(data.input(), layers);
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return Set.of(HedgerowLayer.class, Dense.class, Flatten.class);
  }
}
