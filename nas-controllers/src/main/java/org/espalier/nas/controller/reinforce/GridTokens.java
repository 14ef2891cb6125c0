package org.espalier.nas.controller.reinforce;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/**
 * Tokens for numbers: each stands for one point of a grid over the range.
 *
 * <p>An integer range of few values has them all as points; any other range has the middles of bins
 * that are equally wide on the range's scale. Where a mask leaves none of the points, the nearest
 * one stands for the nearest value that is left.
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
              .mapToDouble(index -> (double) (range.low() + index * range.step()))
              .toArray();
      return new GridTokens(values, range.scale());
    }
    double[] middles =
        middles((double) range.low(), (double) range.high(), range.scale(), bins)
            .mapToLong(value -> nearest(range, value))
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
    double from = position(low, scale);
    double to = position(high, scale);
    return IntStream.range(0, bins)
        .mapToDouble(bin -> from + (to - from) * (bin + 0.5) / bins)
        .map(middle -> scale == Scale.LOG ? Math.exp(middle) : middle)
        .map(middle -> Math.min(high, Math.max(low, middle)));
  }

  private static double position(double value, Scale scale) {
    return scale == Scale.LOG ? Math.log(value) : value;
  }

  private static long nearest(IntegerRange range, double value) {
    long index = Math.round((value - (double) range.low()) / (double) range.step());
    return range.low() + range.step() * Math.max(0, Math.min(range.size() - 1, index));
  }

  private static double nearest(RealRange range, double value) {
    return Math.max(range.low(), Math.min(range.high(), value));
  }

  @Override
  public int size() {
    return points.length;
  }

  @Override
  public int[] allowed(Domain domain) {
    int[] inside =
        IntStream.range(0, points.length).filter(token -> contains(domain, token)).toArray();
    return inside.length > 0 ? inside : new int[] {token(snap(domain, points[0]))};
  }

  private boolean contains(Domain domain, int token) {
    double point = points[token];
    return domain instanceof IntegerRange range
        ? range.contains(Math.round(point))
        : ((RealRange) domain).contains(point);
  }

  private static double snap(Domain domain, double value) {
    return domain instanceof IntegerRange range
        ? (double) nearest(range, value)
        : nearest((RealRange) domain, value);
  }

  @Override
  public Choice choice(Decision decision, int token) {
    double point = points[token];
    return decision.domain() instanceof IntegerRange range
        ? new Choice.Whole(decision.name(), nearest(range, point))
        : new Choice.Real(decision.name(), nearest((RealRange) decision.domain(), point));
  }

  @Override
  public int token(Choice choice) {
    return token(
        choice instanceof Choice.Whole whole
            ? (double) whole.value()
            : ((Choice.Real) choice).value());
  }

  private int token(double value) {
    double place = position(value, scale);
    int best = 0;
    for (int token = 1; token < points.length; token++) {
      if (Math.abs(position(points[token], scale) - place)
          < Math.abs(position(points[best], scale) - place)) {
        best = token;
      }
    }
    return best;
  }
}
