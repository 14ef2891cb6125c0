package org.espalier.nas.searchspace.mlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;

/**
 * The least numbers of parameters and operations of the networks that begin with given layers.
 *
 * <p>The rest of a network costs what its position and the width before it determine, so that one
 * pass from the last position to the first finds all minima (dynamic programming). The pass is made
 * when the first minimum is asked for.
 */
final class MlpSizes {
  private static final NetworkSize NOTHING = new NetworkSize(0, 0);
  private static final NetworkSize IMPOSSIBLE = new NetworkSize(Long.MAX_VALUE, Long.MAX_VALUE);

  private final int input;
  private final MlpVocabulary vocabulary;
  private final List<Decision> decisions;

  /** The least size of the layers from each position, by the width before it. */
  private final List<Map<Integer, NetworkSize>> rest = new ArrayList<>();

  private final Map<Placed, NetworkSize> known = new ConcurrentHashMap<>();

  /** A layer behind values of a width. */
  private record Placed(int id, int width) {}

  MlpSizes(int input, MlpVocabulary vocabulary, List<Decision> decisions) {
    this.input = input;
    this.vocabulary = vocabulary;
    this.decisions = decisions;
  }

  /** Returns the least size of a network whose first layers have these ids. */
  NetworkSize least(int[] ids) {
    NetworkSize size = NOTHING;
    int width = input;
    for (int id : ids) {
      LayerSpec layer = vocabulary.layer(id);
      int before = width;
      size = size.plus(known.computeIfAbsent(new Placed(id, before), p -> size(layer, before)));
      width = after(layer, width);
    }
    boolean complete = ids.length > 0 && ids[ids.length - 1] == vocabulary.size();
    return complete ? size : size.plus(rest(ids.length, width));
  }

  private NetworkSize rest(int position, int width) {
    return minima().get(position).getOrDefault(width, IMPOSSIBLE);
  }

  private List<Map<Integer, NetworkSize>> minima() {
    synchronized (rest) {
      if (rest.isEmpty()) {
        Set<Integer> widths = new LinkedHashSet<>(List.of(input));
        for (int id = 1; id <= vocabulary.hiddenLayers(); id++) {
          widths.add(after(vocabulary.layer(id), input));
        }
        for (int position = decisions.size() - 1; position >= 0; position--) {
          Map<Integer, NetworkSize> minima = new HashMap<>();
          for (int width : widths) {
            minima.put(width, minimum(position, width, rest));
          }
          rest.add(0, minima);
        }
      }
      return rest;
    }
  }

  /** Returns the minimum at a position, given the minima at the positions after it. */
  private NetworkSize minimum(int position, int width, List<Map<Integer, NetworkSize>> later) {
    NetworkSize least = IMPOSSIBLE;
    for (LayerSpec layer : distinct(position)) {
      NetworkSize size = size(layer, width);
      if (!layer.equals(vocabulary.layer(vocabulary.size()))) {
        size = size.plus(later.get(0).getOrDefault(after(layer, width), IMPOSSIBLE));
      }
      least = least.min(size);
    }
    return least;
  }

  /** Returns the layers allowed at a position, one of each width. */
  private List<LayerSpec> distinct(int position) {
    Map<Integer, LayerSpec> hidden = new HashMap<>();
    List<LayerSpec> others = new ArrayList<>();
    for (int option : ((Categorical) decisions.get(position).domain()).allowed()) {
      LayerSpec layer = vocabulary.layer(option + 1);
      if (option < vocabulary.hiddenLayers()) {
        hidden.putIfAbsent(after(layer, input), layer);
      } else {
        others.add(layer);
      }
    }
    others.addAll(hidden.values());
    return others;
  }

  private static NetworkSize size(LayerSpec layer, int width) {
    List<TensorShape> shapes = List.of(TensorShape.of(width));
    return new NetworkSize(layer.parameters(shapes), layer.flops(shapes));
  }

  private static int after(LayerSpec layer, int width) {
    return layer instanceof Dense dense ? dense.units() : width;
  }
}
