package org.espalier.nas.searchspace.nasbench101;

import java.util.List;

/** An operation of a vertex of NAS-Bench-101, in the order of the benchmark. */
enum VertexOperation {
  /** 3×3 convolution, batch normalisation, ReLU. */
  CONV3X3("conv3x3"),
  /** 1×1 convolution, batch normalisation, ReLU. */
  CONV1X1("conv1x1"),
  /** The maximum over 3×3 pixels. */
  MAXPOOL3X3("maxpool3x3");

  private static final List<VertexOperation> ALL = List.of(values());

  private final String label;

  VertexOperation(String label) {
    this.label = label;
  }

  /** Returns the operations in the order of the options. */
  static List<VertexOperation> all() {
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
}
