package org.espalier.nas.searchspace.nasbench201;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An operation on an edge of a cell of NAS-Bench-201, in the order of the options. */
enum EdgeOperation {
  /** Zeros, as if the edge were missing. */
  NONE("none", "none"),
  /** The state that the edge leaves. */
  SKIP("skip", "skip_connect"),
  /** ReLU, 1×1 convolution, batch normalisation. */
  CONV1X1("conv1x1", "nor_conv_1x1"),
  /** ReLU, 3×3 convolution, batch normalisation. */
  CONV3X3("conv3x3", "nor_conv_3x3"),
  /** The average over 3×3 pixels. */
  AVGPOOL3X3("avgpool3x3", "avg_pool_3x3");

  private static final List<EdgeOperation> ALL = List.of(values());

  private final String label;
  private final String published;

  EdgeOperation(String label, String published) {
    this.label = label;
    this.published = published;
  }

  /** Returns the operations in the order of the options. */
  static List<EdgeOperation> all() {
    return ALL;
  }

  /** Returns the index among the options. */
  int index() {
    return ALL.indexOf(this);
  }

  /** Returns the option's text. */
  String label() {
    return label;
  }

  /** Returns the name in the strings of the benchmark. */
  String published() {
    return published;
  }

  /** Returns the operation of this name in the strings of the benchmark, if there is one. */
  static Optional<EdgeOperation> ofPublished(String name) {
    return Arrays.stream(values()).filter(one -> one.published.equals(name)).findFirst();
  }
}
