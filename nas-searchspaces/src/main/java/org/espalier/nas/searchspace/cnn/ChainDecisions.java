package org.espalier.nas.searchspace.cnn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.Scale;

/** The decisions of chain networks: their number and order depend on the numbers of layers. */
final class ChainDecisions {
  static final String LAYERS = "layers";
  static final String POOLING = "pooling";
  static final String DENSE_LAYERS = "denseLayers";
  private static final String YES = "yes";
  private static final Categorical SKIP = Categorical.of(List.of("no", YES));

  private final ChainCnnSettings settings;
  private final Map<LayerProperty, String> fixed = new EnumMap<>(LayerProperty.class);
  private final Map<List<Integer>, List<Decision>> known = new ConcurrentHashMap<>();

  ChainDecisions(ChainCnnSettings settings) {
    this.settings = settings;
    for (LayerProperty property : LayerProperty.values()) {
      Domain domain = settings.domain(property);
      only(domain).ifPresent(value -> fixed.put(property, value));
    }
  }

  private static Optional<String> only(Domain domain) {
    return domain.count().orElse(0) == 1
        ? Optional.of(new Decision("only", domain).choiceAt(0).text())
        : Optional.empty();
  }

  /** Returns the decisions of a network with these numbers of layers, unmasked. */
  List<Decision> of(int layers, int denseLayers) {
    return known.computeIfAbsent(
        List.of(layers, denseLayers), numbers -> List.copyOf(list(layers, denseLayers)));
  }

  private List<Decision> list(int layers, int denseLayers) {
    List<Decision> decisions = new ArrayList<>();
    count(LAYERS, settings.minLayers(), settings.maxLayers()).forEach(decisions::add);
    for (int layer = 1; layer <= layers; layer++) {
      for (int from = 1; settings.skips() && from < layer; from++) {
        decisions.add(new Decision(skip(layer, from), SKIP));
      }
      for (LayerProperty property : LayerProperty.values()) {
        if (!fixed.containsKey(property)) {
          decisions.add(new Decision(property.decision(layer), settings.domain(property)));
        }
      }
    }
    ChainHead head = settings.head();
    unlessFixed(POOLING, head.pooling().domain()).forEach(decisions::add);
    count(DENSE_LAYERS, head.minLayers(), head.maxLayers()).forEach(decisions::add);
    for (int layer = 1; layer <= denseLayers; layer++) {
      unlessFixed(units(layer), head.units().domain()).forEach(decisions::add);
      unlessFixed(denseDropout(layer), head.dropout().domain()).forEach(decisions::add);
    }
    return decisions;
  }

  private static Stream<Decision> count(String name, int low, int high) {
    return low == high
        ? Stream.empty()
        : Stream.of(new Decision(name, new IntegerRange(low, high, 1, Scale.LINEAR)));
  }

  private static Stream<Decision> unlessFixed(String name, Domain domain) {
    return only(domain).isPresent() ? Stream.empty() : Stream.of(new Decision(name, domain));
  }

  static String skip(int layer, int from) {
    return "skip " + from + " to " + layer;
  }

  static String units(int layer) {
    return "units " + layer;
  }

  static String denseDropout(int layer) {
    return "denseDropout " + layer;
  }

  /** Returns the number of convolutional layers; the largest while it is not decided. */
  int layers(Architecture made) {
    return number(made, LAYERS, settings.maxLayers());
  }

  /** Returns the number of dense layers; the largest while it is not decided. */
  int denseLayers(Architecture made) {
    return number(made, DENSE_LAYERS, settings.head().maxLayers());
  }

  private static int number(Architecture made, String decision, int otherwise) {
    return made.choice(decision)
        .map(choice -> Math.toIntExact((long) choice.number()))
        .orElse(otherwise);
  }

  /** Returns the value of a property of a layer. */
  String value(Architecture made, LayerProperty property, int layer) {
    String only = fixed.get(property);
    return only == null ? made.option(property.decision(layer)) : only;
  }

  /** Returns the value of a property of a layer that is a whole number. */
  int whole(Architecture made, LayerProperty property, int layer) {
    return Integer.parseInt(value(made, property, layer));
  }

  /** Returns the value of a decision of the head. */
  String value(Architecture made, String decision, Domain domain) {
    return only(domain).orElseGet(() -> made.option(decision));
  }

  /** Returns the layers that a layer reads; none for the image. */
  List<Integer> inputs(Architecture made, int layer) {
    if (!settings.skips()) {
      return layer == 1 ? List.of() : List.of(layer - 1);
    }
    List<Integer> inputs = new ArrayList<>();
    for (int from = 1; from < layer; from++) {
      if (made.choice(skip(layer, from)).map(Choice::text).filter(YES::equals).isPresent()) {
        inputs.add(from);
      }
    }
    return inputs;
  }

  /** Returns the number of layers all of whose decisions are made. */
  int finished(Architecture made) {
    int layers = layers(made);
    int size = of(0, 0).size() - headSize();
    int finished = 0;
    while (finished < layers) {
      int next = finished + 1;
      size += (settings.skips() ? next - 1 : 0) + LayerProperty.values().length - fixed.size();
      if (made.size() < size) {
        return finished;
      }
      finished = next;
    }
    return finished;
  }

  private int headSize() {
    ChainHead head = settings.head();
    return (only(head.pooling().domain()).isPresent() ? 0 : 1)
        + (head.minLayers() == head.maxLayers() ? 0 : 1);
  }

  /** Returns the decisions made in a layer that is not finished, as far as its size needs them. */
  List<String> sizing(Architecture made, int finished) {
    int layer = finished + 1;
    List<String> names = new ArrayList<>();
    names.add(LayerProperty.STRIDE.decision(layer));
    names.add(LayerProperty.POOL.decision(layer));
    for (int from = 1; settings.skips() && from < layer; from++) {
      names.add(skip(layer, from));
    }
    return names.stream()
        .flatMap(name -> made.choice(name).stream())
        .map(choice -> choice.decision() + "=" + choice.text())
        .toList();
  }
}
