package org.espalier.nas.controller.bayesian.optimisation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS (Nocedal &amp; Wright 2006, algorithm 7.4) in a box: coordinates that press
 * against a bound are fixed, and steps are projected onto the box (Bertsekas 1982).
 */
public final class BoxedLbfgs {
  private static final int MEMORY = 8;
  private static final int BACKTRACKS = 20;
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double GRADIENT_TOLERANCE = 1e-6;
  private static final double VALUE_TOLERANCE = 1e-6;

  private final DifferentiableFunction objective;
  private final double[] lower;
  private final double[] upper;
  private final Deque<Pair> memory = new ArrayDeque<>();
  private int evaluations;

  private BoxedLbfgs(DifferentiableFunction objective, double[] lower, double[] upper) {
    this.objective = objective;
    this.lower = lower;
    this.upper = upper;
  }

  /** A step and the change of the gradient over it. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Pair(double[] step, double[] change, double product) {}

  /** A point with its value and gradient. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Place(double[] point, double value, double[] gradient) {}

  /**
   * Minimises a function.
   *
   * @param objective the function
   * @param start the starting point, which is projected into the box
   * @param lower the minimum of each coordinate
   * @param upper the maximum of each coordinate
   * @param budget maximum number of evaluations of the function, positive
   * @return the lowest point found; its value is not finite if the value at the start is not
   */
  public static OptimizationResult minimise(
      DifferentiableFunction objective,
      double[] start,
      double[] lower,
      double[] upper,
      int budget) {
    return new BoxedLbfgs(objective, lower, upper).run(start, budget);
  }

  private OptimizationResult run(double[] start, int budget) {
    Place place = evaluate(projected(start, new double[start.length], 0));
    while (evaluations < budget && Double.isFinite(place.value())) {
      double[] free = free(place);
      if (Arrays.stream(free).map(Math::abs).max().orElse(0) < GRADIENT_TOLERANCE) {
        break;
      }
      Place next = step(place, direction(free), budget);
      if (!(next.value() < place.value())) {
        if (memory.isEmpty()) {
          break;
        }
        memory.clear();
        continue;
      }
      boolean flat = place.value() - next.value() < VALUE_TOLERANCE * (1 + Math.abs(next.value()));
      remember(place, next);
      place = next;
      if (flat) {
        break;
      }
    }
    return new OptimizationResult(place.point(), place.value(), evaluations);
  }

  private Place evaluate(double[] point) {
    double[] gradient = new double[point.length];
    evaluations++;
    return new Place(point, objective.value(point, gradient), gradient);
  }

  private double[] projected(double[] from, double[] direction, double length) {
    double[] point = new double[from.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = Math.max(lower[i], Math.min(upper[i], from[i] + length * direction[i]));
    }
    return point;
  }

  /** Returns the gradient with 0 for coordinates that press against a bound. */
  private double[] free(Place place) {
    double[] free = place.gradient().clone();
    for (int i = 0; i < free.length; i++) {
      boolean held = free[i] > 0 ? place.point()[i] <= lower[i] : place.point()[i] >= upper[i];
      free[i] = held ? 0 : free[i];
    }
    return free;
  }

  /** Runs the two-loop recursion over the free coordinates. */
  private double[] direction(double[] free) {
    double[] direction = free.clone();
    double[] factors = new double[memory.size()];
    int index = 0;
    for (Pair pair : memory) {
      factors[index] = dot(pair.step(), direction) / pair.product();
      add(direction, pair.change(), -factors[index++]);
    }
    if (!memory.isEmpty()) {
      Pair latest = memory.getFirst();
      scale(direction, latest.product() / dot(latest.change(), latest.change()));
    }
    Iterator<Pair> oldest = memory.descendingIterator();
    while (oldest.hasNext()) {
      Pair pair = oldest.next();
      double factor = dot(pair.change(), direction) / pair.product();
      add(direction, pair.step(), factors[--index] - factor);
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] = free[i] == 0 ? 0 : -direction[i];
    }
    if (dot(direction, free) < 0) {
      return direction;
    }
    memory.clear();
    return Arrays.stream(free).map(slope -> -slope).toArray();
  }

  private Place step(Place from, double[] direction, int budget) {
    double length = memory.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(direction, direction))) : 1;
    for (int i = 0; i < BACKTRACKS && evaluations < budget; i++) {
      Place place = evaluate(projected(from.point(), direction, length));
      double expected = 0;
      for (int j = 0; j < direction.length; j++) {
        expected += from.gradient()[j] * (place.point()[j] - from.point()[j]);
      }
      if (place.value() <= from.value() + SUFFICIENT_DECREASE * expected) {
        return place;
      }
      length *= Double.isFinite(place.value()) ? 0.4 : 0.1;
    }
    return from;
  }

  private void remember(Place from, Place to) {
    double[] step = to.point().clone();
    double[] change = to.gradient().clone();
    add(step, from.point(), -1);
    add(change, from.gradient(), -1);
    double product = dot(step, change);
    if (product > 1e-10 * Math.sqrt(dot(step, step) * dot(change, change))) {
      memory.addFirst(new Pair(step, change, product));
      if (memory.size() > MEMORY) {
        memory.removeLast();
      }
    }
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
