package org.espalier.nas.controller.reinforce;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/**
 * Tokens for numbers: each stands for one point of a grid over the range.
 *
 * <p>An integer range of few values has them all as points; any other range has the middles of bins
 * that are equally wide on the range's scale. If a mask leaves none of the points, the nearest one
 * stands for the nearest value that is left.
 */
final class GridTokens implements Tokens {
  private final double[] points;
  private final Scale scale;

  private GridTokens(double[] points, Scale scale) {
    this.points = points;
    this.scale = scale;
  }

  static GridTokens of(IntegerRange range, int bins) {
    if (range.size() <= bins) {
      double[] values =
          LongStream.range(0, range.size())
              .mapToDouble(index -> (double) range.at(index))
              .toArray();
      return new GridTokens(values, range.scale());
    }
    double[] middles =
        middles((double) range.low(), (double) range.high(), range.scale(), bins)
            .mapToLong(range::nearest)
            .distinct()
            .mapToDouble(value -> (double) value)
            .toArray();
    return new GridTokens(middles, range.scale());
  }

  static GridTokens of(RealRange range, int bins) {
    return new GridTokens(
        middles(range.low(), range.high(), range.scale(), bins).distinct().toArray(),
        range.scale());
  }

  private static DoubleStream middles(double low, double high, Scale scale, int bins) {
    return IntStream.range(0, bins)
        .mapToDouble(bin -> scale.between(low, high, (bin + 0.5) / bins));
  }

  @Override
  public int size() {
    return points.length;
  }

  @Override
  public int[] allowed(Decision decision) {
    int[] inside =
        IntStream.range(0, points.length)
            .filter(token -> choice(decision, token).number() == points[token])
            .toArray();
    return inside.length > 0 ? inside : new int[] {token(choice(decision, 0))};
  }

  @Override
  public Choice choice(Decision decision, int token) {
    return decision.nearest(points[token]);
  }

  @Override
  public int token(Choice choice) {
    double place = scale.position(choice.number());
    int best = 0;
    for (int token = 1; token < points.length; token++) {
      if (Math.abs(scale.position(points[token]) - place)
          < Math.abs(scale.position(points[best]) - place)) {
        best = token;
      }
    }
    return best;
  }
}
