package org.espalier.nas.searchspace.hyperparameters;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;

/**
 * A depth-first search for the values of a parameter from which the parameters that follow can
 * still be completed so that all constraints hold.
 *
 * <p>The search tries every option of a list, and {@value ParameterValues#PROBES} values of a
 * range; values between them are assumed to be like their neighbours.
 */
final class ConstraintSearch {
  private final List<AskedParameter> members;

  /** For each member, the constraints whose last named parameter it is. */
  private final List<List<ParameterConstraint>> due;

  private final List<double[]> probes;
  private final List<ParameterValues> axes;
  private final long mostVisits;

  /**
   * Prepares the search.
   *
   * @param mostVisits maximum number of values to try for one parameter
   */
  ConstraintSearch(ParameterGroups.Group group, long mostVisits) {
    this.members = group.members();
    this.mostVisits = mostVisits;
    this.due = new ArrayList<>();
    this.probes = new ArrayList<>();
    this.axes = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      int place = i;
      due.add(group.constraints().stream().filter(c -> last(c) == place).toList());
      ParameterValues axis = ParameterValues.of(members.get(i));
      axes.add(axis);
      probes.add(axis.endsFirst());
    }
  }

  private int last(ParameterConstraint constraint) {
    return IntStream.range(0, members.size())
        .filter(
            i -> constraint.symbols().stream().anyMatch(s -> s.index() == members.get(i).index()))
        .max()
        .orElseThrow();
  }

  /** Returns true if some values fulfil all constraints. */
  boolean satisfiable(double[] values) {
    return new Search(values).completes(0);
  }

  /**
   * Returns the decision about a member, with all values masked that cannot be completed.
   *
   * @param place the index of the member
   * @param values the values of the members before it; unchanged afterwards
   * @throws NoValueException if no value is left
   */
  Decision masked(int place, double[] values) {
    AskedParameter parameter = members.get(place);
    Search search = new Search(values);
    DoublePredicate admitted = value -> search.admits(place, value);
    Decision decision =
        new Decision(
            parameter.name(),
            narrowed(parameter.decision().domain(), axes.get(place), parameter, admitted));
    values[parameter.index()] = Double.NaN;
    return decision;
  }

  private static Domain narrowed(
      Domain domain, ParameterValues axis, AskedParameter parameter, DoublePredicate admitted) {
    return domain.fold(
        options -> allowing(options, parameter, admitted),
        integers -> {
          ParameterValues.Span span = span(axis, parameter, admitted);
          return new IntegerRange(
              (long) span.low(), (long) span.high(), integers.step(), integers.scale());
        },
        reals -> {
          ParameterValues.Span span = span(axis, parameter, admitted);
          return new RealRange(span.low(), span.high(), reals.scale());
        });
  }

  private static Categorical allowing(
      Categorical options, AskedParameter parameter, DoublePredicate admitted) {
    List<Integer> allowed =
        options.allowed().stream()
            .filter(option -> admitted.test(parameter.symbol().numbers().get(option)))
            .toList();
    if (allowed.isEmpty()) {
      throw new NoValueException(parameter.name());
    }
    return options.allowing(allowed);
  }

  private static ParameterValues.Span span(
      ParameterValues axis, AskedParameter parameter, DoublePredicate admitted) {
    return axis.largest(admitted).orElseThrow(() -> new NoValueException(parameter.name()));
  }

  /** Returns true if the valid values of a member have gaps, which a range cannot represent. */
  boolean leavesGaps(int place, double[] values) {
    AskedParameter parameter = members.get(place);
    Search search = new Search(values);
    boolean gaps =
        parameter.decision().domain().isNumeric()
            && parameter.decision().domain().isFinite()
            && axes.get(place).hasGaps(value -> search.admits(place, value));
    values[parameter.index()] = Double.NaN;
    return gaps;
  }

  /** One search, which counts the values that it tries. */
  private final class Search {
    private final double[] values;
    private long visits;

    Search(double[] values) {
      this.values = values;
    }

    boolean admits(int place, double value) {
      visits++;
      if (visits > mostVisits) {
        throw new TooManyValuesException();
      }
      values[members.get(place).index()] = value;
      return holds(place) && completes(place + 1);
    }

    boolean completes(int place) {
      if (place == members.size()) {
        return true;
      }
      AskedParameter parameter = members.get(place);
      values[parameter.index()] = Double.NaN;
      if (!parameter.asked(values)) {
        return holds(place) && completes(place + 1);
      }
      boolean found = false;
      for (double value : probes.get(place)) {
        if (admits(place, value)) {
          found = true;
          break;
        }
      }
      values[parameter.index()] = Double.NaN;
      return found;
    }

    private boolean holds(int place) {
      for (ParameterConstraint constraint : due.get(place)) {
        if (!constraint.holds(values)) {
          return false;
        }
      }
      return true;
    }
  }
}
