package org.espalier.nas.data.audit;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.data.CategoryEncoding;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Finding;

/** A comparison of the ranges of features that were not scaled. */
final class ScaleCheck implements Check {
  private static final float RATIO = 10;

  @Override
  public boolean dependsOnSplit() {
    return true;
  }

  @Override
  public List<Finding> findings(AuditedData data) {
    if (data.scaled()) {
      return List.of();
    }
    float[] ranges = ranges(data.training());
    int widest = -1;
    int narrowest = -1;
    for (int i = 0; i < ranges.length; i++) {
      if (ranges[i] > 0 && number(data.prepared().get(i))) {
        widest = widest < 0 || ranges[i] > ranges[widest] ? i : widest;
        narrowest = narrowest < 0 || ranges[i] < ranges[narrowest] ? i : narrowest;
      }
    }
    return widest >= 0 && ranges[widest] >= RATIO * ranges[narrowest]
        ? List.of(
            finding(
                data.prepared().get(widest),
                ranges[widest],
                data.prepared().get(narrowest),
                ranges[narrowest]))
        : List.of();
  }

  private static boolean number(Feature feature) {
    return feature.category() == null && !(feature.encoding() instanceof CategoryEncoding.Hashing);
  }

  private static Finding finding(Feature widest, float wide, Feature narrowest, float narrow) {
    return new Finding(
        Finding.Kind.UNSCALED_FEATURES,
        widest.name(),
        String.format(
            Locale.ROOT,
            "%s ranges over %.4g and %s over %.4g, %.0f times less. Set prepare.scaling to"
                + " standardize.",
            widest.name(),
            wide,
            narrowest.name(),
            narrow,
            wide / narrow));
  }

  private static float[] ranges(Examples examples) {
    int width = examples.shape().size();
    float[] low = new float[width];
    float[] high = new float[width];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    FloatBuffer values = examples.features();
    while (values.hasRemaining()) {
      for (int i = 0; i < width; i++) {
        float value = values.get();
        low[i] = Math.min(low[i], value);
        high[i] = Math.max(high[i], value);
      }
    }
    float[] ranges = new float[width];
    for (int i = 0; i < width; i++) {
      ranges[i] = high[i] - low[i];
    }
    return ranges;
  }
}
