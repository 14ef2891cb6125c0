package org.espalier.nas.analysis.network;

import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.DepthwiseConv2d;
import org.espalier.nas.api.network.DropPath;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.FactorisedReduction;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.Multiply;
import org.espalier.nas.api.network.SeparableConv2d;
import org.espalier.nas.api.network.SpatialDropout;
import org.espalier.nas.api.network.StackedSeparableConv2d;

/** A kind of layers that have the same color. */
enum LayerFamily {
  /** Convolutions. */
  CONVOLUTION("convolution", PaletteColor.BLUE),
  /** Layers of units that read all values. */
  DENSE("dense", PaletteColor.VERMILION),
  /** Layers that summarise pixels. */
  POOL("pooling", PaletteColor.GREEN),
  /** Layers with several inputs. */
  JOIN("add, concat, multiply", PaletteColor.ORANGE),
  /** Layers that act in training only, or otherwise than in predictions. */
  REGULARIZATION("normalisation, dropout", PaletteColor.PURPLE),
  /** Graphs of layers, drawn as one box. */
  COMPOSED("composed of layers", PaletteColor.SKY),
  /** All others. */
  OTHER("other", PaletteColor.MUTED);

  private final String title;
  private final PaletteColor color;

  LayerFamily(String title, PaletteColor color) {
    this.title = title;
    this.color = color;
  }

  /** Returns the family of a layer. */
  static LayerFamily of(LayerSpec layer) {
    if (isConvolution(layer)) {
      return CONVOLUTION;
    } else if (layer instanceof Dense) {
      return DENSE;
    } else if (layer instanceof MaxPool2d
        || layer instanceof AveragePool2d
        || layer instanceof GlobalAveragePool) {
      return POOL;
    } else if (layer instanceof Add || layer instanceof Concat || layer instanceof Multiply) {
      return JOIN;
    } else if (layer instanceof BatchNorm
        || layer instanceof Dropout
        || layer instanceof SpatialDropout
        || layer instanceof DropPath) {
      return REGULARIZATION;
    }
    return layer instanceof ComposedLayer ? COMPOSED : OTHER;
  }

  private static boolean isConvolution(LayerSpec layer) {
    return layer instanceof Conv2d
        || layer instanceof DepthwiseConv2d
        || layer instanceof SeparableConv2d
        || layer instanceof StackedSeparableConv2d
        || layer instanceof FactorisedReduction;
  }

  /** Returns the entry of a legend. */
  String title() {
    return title;
  }

  /** Returns the color of boxes. */
  PaletteColor color() {
    return color;
  }
}
