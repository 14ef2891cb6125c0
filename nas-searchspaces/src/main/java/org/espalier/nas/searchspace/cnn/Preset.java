package org.espalier.nas.searchspace.cnn;

import java.util.List;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.searchspace.hyperparameters.CategoricalParameter;
import org.espalier.nas.searchspace.hyperparameters.IntegerParameter;
import org.espalier.nas.searchspace.hyperparameters.Parameter;

/** The values of the properties that an experiment file does not name. */
public enum Preset {
  /** Layers with batch normalisation: 3 or 5 pixels, 16 to 64 filters, pools of 2. */
  STANDARD {
    @Override
    Parameter of(LayerProperty property) {
      return switch (property) {
        case KERNEL -> options("3", "5");
        case FILTERS -> options("16", "32", "64");
        case STRIDE -> options("1");
        case POOL -> options("1", "2");
        case DROPOUT -> options("0.0");
        case ACTIVATION -> options("relu");
        case BATCH_NORM -> options("true");
      };
    }
  },

  /**
   * The decisions of a published NASCell search on MNIST: kernel, filters, pool and dropout of each
   * layer, with ReLU. Its numbers were rounded outputs of the controller without bounds; here they
   * are ranges.
   */
  WALLARM {
    @Override
    Parameter of(LayerProperty property) {
      return switch (property) {
        case KERNEL -> range(1, 15, 2);
        case FILTERS -> range(8, 64, 8);
        case STRIDE -> options("1");
        case POOL -> range(1, 4, 1);
        case DROPOUT -> options("0.0", "0.1", "0.2", "0.3", "0.4", "0.5");
        case ACTIVATION -> options("relu");
        case BATCH_NORM -> options("false");
      };
    }
  };

  /** Returns the values of a property. */
  abstract Parameter of(LayerProperty property);

  private static Parameter options(String... options) {
    return new CategoricalParameter(List.of(options), true, null);
  }

  private static Parameter range(long low, long high, long step) {
    return new IntegerParameter(low, high, step, Scale.LINEAR, null);
  }
}
