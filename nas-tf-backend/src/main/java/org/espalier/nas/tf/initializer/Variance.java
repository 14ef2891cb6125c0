package org.espalier.nas.tf.initializer;

/** The variance of weights as a function of a unit's connections. */
enum Variance {
  GLOROT {
    @Override
    double of(int fanIn, int fanOut) {
      return 2.0 / ((double) fanIn + fanOut);
    }
  },
  HE {
    @Override
    double of(int fanIn, int fanOut) {
      return 2.0 / fanIn;
    }
  },
  LECUN {
    @Override
    double of(int fanIn, int fanOut) {
      return 1.0 / fanIn;
    }
  },
  NONE {
    @Override
    double of(int fanIn, int fanOut) {
      return 0;
    }
  };

  abstract double of(int fanIn, int fanOut);
}
