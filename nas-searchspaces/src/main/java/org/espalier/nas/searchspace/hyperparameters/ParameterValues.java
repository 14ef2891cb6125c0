package org.espalier.nas.searchspace.hyperparameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;

/** The values of a parameter, by their share of the way from the lowest to the highest. */
final class ParameterValues {
  /** The number of values of a range that are tried. */
  static final int PROBES = 33;

  private static final int HALVINGS = 60;
  private static final int REFINEMENTS = 3;
  private static final int FINER = 8;

  private final Decision decision;
  private final List<Double> listed;

  private ParameterValues(Decision decision, List<Double> listed) {
    this.decision = decision;
    this.listed = listed;
  }

  static ParameterValues of(AskedParameter parameter) {
    return new ParameterValues(parameter.decision(), parameter.symbol().numbers());
  }

  /**
   * Neighbouring values.
   *
   * @param low the lowest
   * @param high the highest
   */
  record Span(double low, double high) {}

  /**
   * Returns all options of a list, or probes of a range, both ends first because constraints often
   * bind one.
   */
  double[] endsFirst() {
    if (!decision.domain().isNumeric()) {
      return listed.stream().mapToDouble(value -> value).toArray();
    }
    int last = PROBES - 1;
    return IntStream.concat(IntStream.of(0, last), IntStream.range(1, last))
        .mapToDouble(i -> at((double) i / last))
        .distinct()
        .toArray();
  }

  /** Returns the value at a share of the way. */
  private double at(double share) {
    Domain domain = decision.domain();
    double wanted = domain.scale().between(domain.lowest(), domain.highest(), share);
    return decision.nearest(wanted).number();
  }

  /**
   * Returns the longest run of admitted values: found among the probes, with more of them if none
   * is admitted, and extended at both ends by bisection.
   */
  Optional<Span> largest(DoublePredicate admitted) {
    int intervals = PROBES - 1;
    for (int finer = 0; finer <= REFINEMENTS; finer++) {
      Optional<Span> found = largest(admitted, intervals);
      if (found.isPresent()) {
        return found;
      }
      intervals *= FINER;
    }
    return Optional.empty();
  }

  private Optional<Span> largest(DoublePredicate admitted, int intervals) {
    return runs(admitted, intervals).stream()
        .reduce((one, other) -> length(other) > length(one) ? other : one)
        .map(
            run ->
                new Span(
                    at(end(admitted, run[0], run[0] - 1, intervals)),
                    at(end(admitted, run[1], run[1] + 1, intervals))));
  }

  /** Returns true if a value that is not admitted lies between admitted ones. */
  boolean hasGaps(DoublePredicate admitted) {
    return runs(admitted, PROBES - 1).size() > 1;
  }

  private List<int[]> runs(DoublePredicate admitted, int intervals) {
    List<int[]> runs = new ArrayList<>();
    int begun = -1;
    for (int i = 0; i <= intervals + 1; i++) {
      boolean in = i <= intervals && admitted.test(at((double) i / intervals));
      if (in && begun < 0) {
        begun = i;
      } else if (!in && begun >= 0) {
        runs.add(new int[] {begun, i - 1});
        begun = -1;
      }
    }
    return runs;
  }

  private static int length(int[] run) {
    return Arrays.stream(run).reduce((first, last) -> last - first).orElse(0);
  }

  /**
   * Finds the end of the admitted values between an admitted probe and its neighbour that is not.
   */
  private double end(DoublePredicate admitted, int inside, int outside, int intervals) {
    double in = (double) inside / intervals;
    double out = Math.min(1, Math.max(0, (double) outside / intervals));
    double valueIn = at(in);
    double valueOut = at(out);
    for (int i = 0; i < HALVINGS && in != out; i++) {
      double middle = (in + out) / 2;
      double value = at(middle);
      // Halves that differ by less than values do are not tried again.
      if (value == valueIn || (value != valueOut && admitted.test(value))) {
        in = middle;
        valueIn = value;
      } else {
        out = middle;
        valueOut = value;
      }
    }
    return in;
  }
}
