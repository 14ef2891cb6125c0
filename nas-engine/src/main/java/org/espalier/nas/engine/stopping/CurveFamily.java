package org.espalier.nas.engine.stopping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A family of learning curves y(x) = c − a·g(x), where g falls towards 0 as the epochs x pass:
 * those of Domhan et al. 2015, table 1, that level off, written so that they are linear in c and a.
 * The remaining parameters are the shape of g, for which a family has a grid.
 */
enum CurveFamily {
  /** pow3: c − a·x^−α. */
  POW3 {
    @Override
    List<DoubleUnaryOperator> shapes(int epochs) {
      List<DoubleUnaryOperator> shapes = new ArrayList<>();
      for (double power : POWERS) {
        shapes.add(x -> StrictMath.pow(x, -power));
      }
      return shapes;
    }
  },
  /** pow4: c − (a·x + b)^−α, with the factor a^−α extracted. */
  POW4 {
    @Override
    List<DoubleUnaryOperator> shapes(int epochs) {
      List<DoubleUnaryOperator> shapes = new ArrayList<>();
      for (double delay = 1; delay <= epochs; delay *= 3) {
        double shift = delay;
        for (double power : POWERS) {
          shapes.add(x -> StrictMath.pow((x + shift) / (1 + shift), -power));
        }
      }
      return shapes;
    }
  },
  /** ilog2: c − a / log x, from the second epoch on. */
  ILOG2 {
    @Override
    List<DoubleUnaryOperator> shapes(int epochs) {
      return List.of(x -> StrictMath.log(2) / StrictMath.log(x + 1));
    }
  },
  /** MMF: c − (c − β) / (1 + (κx)^δ); Hill3 and log power are special cases. */
  MMF {
    @Override
    List<DoubleUnaryOperator> shapes(int epochs) {
      List<DoubleUnaryOperator> shapes = new ArrayList<>();
      for (double scale = 0.5; scale <= epochs; scale *= 2) {
        double half = scale;
        for (double delta : EXPONENTS) {
          shapes.add(x -> 1 / (1 + StrictMath.pow(x / half, delta)));
        }
      }
      return shapes;
    }
  },
  /** Weibull: c − (c − β)·exp(−(κx)^δ); Janoschek, exp4 and the exponential are special cases. */
  WEIBULL {
    @Override
    List<DoubleUnaryOperator> shapes(int epochs) {
      List<DoubleUnaryOperator> shapes = new ArrayList<>();
      for (double scale = 0.5; scale <= epochs; scale *= 2) {
        double decay = scale;
        for (double delta : EXPONENTS) {
          shapes.add(x -> StrictMath.exp(-StrictMath.pow(x / decay, delta)));
        }
      }
      return shapes;
    }
  };

  private static final double[] POWERS = {0.125, 0.25, 0.5, 1, 2, 4};
  private static final double[] EXPONENTS = {0.5, 1, 1.5, 2};

  /**
   * Returns the shapes of g.
   *
   * @param epochs number of epochs of a whole curve; slower shapes are left out
   */
  abstract List<DoubleUnaryOperator> shapes(int epochs);
}
