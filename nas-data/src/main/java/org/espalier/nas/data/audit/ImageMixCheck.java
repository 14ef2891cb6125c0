package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.data.image.ImageOrigin;
import org.espalier.nas.data.image.LabelledImages;

/**
 * A check of the sizes and the numbers of channels that images had before they were brought to a
 * common size.
 */
final class ImageMixCheck {
  private static final double DISTORTION = 1.25;

  private final LabelledImages images;
  private final List<ImageOrigin> origins;

  ImageMixCheck(LabelledImages images) {
    this.images = images;
    this.origins = images.files().stream().flatMap(file -> file.origins().stream()).toList();
  }

  /** Returns the findings; none if the origins of the images are unknown. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Map<String, Integer> sizes = new LinkedHashMap<>();
    Map<Integer, Integer> channels = new LinkedHashMap<>();
    for (ImageOrigin origin : origins) {
      sizes.merge(height(origin) + "×" + width(origin), 1, Integer::sum);
      channels.merge(channels(origin), 1, Integer::sum);
    }
    if (sizes.size() > 1) {
      findings.add(new Finding(Finding.Kind.MIXED_IMAGES, "size", sizes(sizes)));
    }
    if (channels.size() > 1) {
      int usual =
          channels.entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .orElseThrow();
      findings.add(
          new Finding(
              Finding.Kind.MIXED_IMAGES,
              "channels",
              "%s have %s; all were brought to %d. If only some classes have them, networks may learn that instead of what is shown."
                  .formatted(
                      share(origin -> channels(origin) != usual),
                      "another number of channels than the usual " + usual,
                      images.channels())));
    }
    return findings;
  }

  private String sizes(Map<String, Integer> sizes) {
    Map.Entry<String, Integer> most =
        sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    Comparator<ImageOrigin> byArea =
        Comparator.comparingLong(origin -> (long) height(origin) * width(origin));
    ImageOrigin smallest = origins.stream().min(byArea).orElseThrow();
    ImageOrigin largest = origins.stream().max(byArea).orElseThrow();
    return String.format(
        Locale.ROOT,
        "Images have %,d sizes, from %d×%d (%s) to %d×%d (%s); %,d of %,d have %s. All were brought to %d×%d: %s were smaller in height or width, and %s had another shape, longer by a quarter or more.",
        sizes.size(),
        height(smallest),
        width(smallest),
        smallest.place(),
        height(largest),
        width(largest),
        largest.place(),
        most.getValue(),
        origins.size(),
        most.getKey(),
        images.height(),
        images.width(),
        share(origin -> height(origin) < images.height() || width(origin) < images.width()),
        share(this::reshaped));
  }

  private boolean reshaped(ImageOrigin origin) {
    double was = (double) height(origin) / width(origin);
    double is = (double) images.height() / images.width();
    return Math.max(was / is, is / was) >= DISTORTION;
  }

  private String share(Predicate<ImageOrigin> condition) {
    long count = origins.stream().filter(condition).count();
    return String.format(Locale.ROOT, "%,d (%.1f %%)", count, 100.0 * count / origins.size());
  }

  private static int height(ImageOrigin origin) {
    return origin.shape().dimensions().get(0);
  }

  private static int width(ImageOrigin origin) {
    return origin.shape().dimensions().get(1);
  }

  private static int channels(ImageOrigin origin) {
    return origin.shape().dimensions().get(2);
  }
}
