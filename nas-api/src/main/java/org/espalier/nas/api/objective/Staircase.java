package org.espalier.nas.api.objective;

import java.util.Map;
import java.util.TreeMap;

/** Union of rectangles at the origin, which is a staircase, and its area. */
final class Staircase {
  /** Heights by widths, ascending in width and descending in height. */
  private final TreeMap<Double, Double> steps = new TreeMap<>();

  private double area;

  /** Adds a rectangle of positive width and height, in O(log n) on average over many. */
  void add(double width, double height) {
    Map.Entry<Double, Double> wider = steps.ceilingEntry(width);
    double bottom = wider == null ? 0 : wider.getValue();
    if (bottom >= height) {
      return;
    }
    double right = width;
    Map.Entry<Double, Double> step = steps.floorEntry(width);
    while (step != null && step.getValue() <= height) {
      area += (right - step.getKey()) * (height - bottom);
      right = step.getKey();
      bottom = step.getValue();
      steps.remove(step.getKey());
      step = steps.lowerEntry(right);
    }
    area += (right - (step == null ? 0 : step.getKey())) * (height - bottom);
    steps.put(width, height);
  }

  double area() {
    return area;
  }
}
