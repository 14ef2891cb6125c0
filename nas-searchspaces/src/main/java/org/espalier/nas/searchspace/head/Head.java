package org.espalier.nas.searchspace.head;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;

/**
 * The properties of one head.
 *
 * @param pooling {@value #FLATTEN} or {@value #GLOBAL}; used for features that are no row
 * @param units the width of the dense layer before the output layer; 0 for none
 * @param dropout the rate of dropout before each dense layer
 */
record Head(String pooling, int units, double dropout) {
  static final String FLATTEN = "flatten";
  static final String GLOBAL = "global";

  /** Returns the network for some data. */
  NetworkSpec network(HeadSettings settings, DatasetInfo data) {
    List<LayerSpec> layers = new ArrayList<>();
    if (data.input().rank() > 1) {
      layers.add(pooling.equals(GLOBAL) ? new GlobalAveragePool() : new Flatten());
    }
    if (units > 0) {
      addDense(layers, new Dense(units, settings.activation()));
    }
    addDense(layers, data.task().outputLayer());
    return new NetworkSpec(data.input(), layers);
  }

  private void addDense(List<LayerSpec> layers, Dense dense) {
    if (dropout > 0) {
      layers.add(new Dropout(dropout));
    }
    layers.add(dense);
  }
}
