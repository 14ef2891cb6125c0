package org.espalier.nas.analysis.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;

/** The labels by which choices are counted; numbers of wide ranges are grouped. */
final class ChoiceLabels {

  private static final int MOST_SINGLE_VALUES = 8;
  private static final int GROUPS = 6;
  private static final double LOGARITHMIC_FROM = 100;

  private final Map<String, double[]> edges = new HashMap<>();

  ChoiceLabels(List<Architecture> architectures) {
    Map<String, List<Double>> numbers = new HashMap<>();
    for (Architecture architecture : architectures) {
      for (Choice choice : architecture.choices()) {
        if (!(choice instanceof Choice.Option)) {
          numbers.computeIfAbsent(choice.decision(), name -> new ArrayList<>()).add(number(choice));
        }
      }
    }
    numbers.forEach(
        (decision, values) -> {
          if (values.stream().distinct().count() > MOST_SINGLE_VALUES) {
            edges.put(decision, edges(values));
          }
        });
  }

  String label(Choice choice) {
    double[] ranges = edges.get(choice.decision());
    if (ranges == null) {
      return choice.text();
    }
    int found = Arrays.binarySearch(ranges, number(choice));
    int group = Math.min(found >= 0 ? found : -found - 2, GROUPS - 1);
    return text(ranges[group]) + " to " + text(ranges[group + 1]);
  }

  private static double number(Choice choice) {
    if (choice instanceof Choice.Whole whole) {
      return whole.value();
    }
    return choice instanceof Choice.Real real ? real.value() : Double.NaN;
  }

  private static double[] edges(List<Double> values) {
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    boolean logarithmic = low > 0 && high / low >= LOGARITHMIC_FROM;
    double[] edges = new double[GROUPS + 1];
    for (int i = 0; i <= GROUPS; i++) {
      double share = (double) i / GROUPS;
      edges[i] = logarithmic ? low * Math.pow(high / low, share) : low + (high - low) * share;
    }
    edges[0] = low;
    edges[GROUPS] = high;
    return edges;
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
