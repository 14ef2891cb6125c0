package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.table.RowSet;

/** A search for images with equal pixels, across parts and with different classes. */
final class ImageDuplicates {
  static final List<String> PARTS = List.of("training", "validation", "test");
  static final List<String> EARLIER = List.of("", "training", "training or validation");

  private final LabelledImages images;
  private final List<int[]> members;
  private final boolean[] constant;
  private final boolean[] repeated;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Searches the images.
   *
   * @param members the indices of the images of each part
   * @param constant for each image, true if it has a single colour
   */
  ImageDuplicates(LabelledImages images, List<int[]> members, boolean[] constant) {
    this.images = images;
    this.members = members;
    this.constant = constant;
    this.repeated = constant.clone();
    int[] hashes = hashes();
    conflicts(new RowSet(new PixelValues(images, hashes, false)));
    acrossParts(new RowSet(new PixelValues(images, hashes, true)));
  }

  /** Returns the findings. */
  List<Finding> findings() {
    return findings;
  }

  /** Returns, for each image, true if it has a single colour or equals one of an earlier part. */
  boolean[] repeatedOrConstant() {
    return repeated;
  }

  private int[] hashes() {
    int[] hashes = new int[images.size()];
    byte[] levels = new byte[images.shape().size()];
    for (int image = 0; image < hashes.length; image++) {
      images.levels(image, levels);
      hashes[image] = Arrays.hashCode(levels);
    }
    return hashes;
  }

  private void conflicts(RowSet seen) {
    List<int[]> pairs = new ArrayList<>();
    for (int image = 0; image < images.size(); image++) {
      int first = seen.add(image);
      if (images.label(first) != images.label(image) && !constant[image]) {
        pairs.add(new int[] {first, image});
      }
    }
    if (!pairs.isEmpty()) {
      int[] pair = pairs.get(0);
      findings.add(
          new Finding(
              Finding.Kind.CONFLICTING_CLASSES,
              images.label(),
              "%s the pixels of another one, but not its class: %s is %s, %s is %s%s. Correct the classes, or remove the images."
                  .formatted(
                      Counts.of(pairs.size(), "image") + (pairs.size() == 1 ? " has" : " have"),
                      images.place(pair[0]),
                      images.classes().get(images.label(pair[0])),
                      images.place(pair[1]),
                      images.classes().get(images.label(pair[1])),
                      pairs.size() == 1 ? "" : ", and others")));
    }
  }

  private void acrossParts(RowSet seen) {
    int[] parts = new int[images.size()];
    for (int part = 0; part < PARTS.size(); part++) {
      List<int[]> pairs = new ArrayList<>();
      for (int image : members.get(part)) {
        parts[image] = part;
        int first = seen.add(image);
        if (parts[first] < part) {
          repeated[image] = true;
          pairs.add(new int[] {first, image});
        }
      }
      if (!pairs.isEmpty()) {
        findings.add(
            acrossParts(
                images,
                Finding.Kind.DUPLICATES_ACROSS_PARTS,
                "%s an equal image of the same class in the %s part: predicting it takes memory only",
                part,
                members.get(part).length,
                pairs));
      }
    }
  }

  /**
   * Returns a finding of images that are known from an earlier part.
   *
   * @param says the predicate, with places for its verb and for the earlier part
   * @param part the index of the part
   * @param pairs for each image, the earlier one and itself
   */
  static Finding acrossParts(
      LabelledImages images,
      Finding.Kind kind,
      String says,
      int part,
      int size,
      List<int[]> pairs) {
    int[] pair = pairs.get(0);
    return new Finding(
        kind,
        PARTS.get(part),
        String.format(
            Locale.ROOT,
            "%,d of %,d %s images (%.1f %%) %s; for example %s and %s. Remove one of each pair from the files.",
            pairs.size(),
            size,
            PARTS.get(part),
            100.0 * pairs.size() / size,
            says.formatted(pairs.size() == 1 ? "has" : "have", EARLIER.get(part)),
            images.place(pair[1]),
            images.place(pair[0])));
  }

  /** The pixels of images, with or without their classes. */
  private static final class PixelValues implements RowSet.Values {
    private final LabelledImages images;
    private final int[] hashes;
    private final boolean classes;

    PixelValues(LabelledImages images, int[] hashes, boolean classes) {
      this.images = images;
      this.hashes = hashes;
      this.classes = classes;
    }

    @Override
    public long hash(int image) {
      return 31L * hashes[image] + (classes ? images.label(image) : 0);
    }

    @Override
    public boolean equal(int first, int second) {
      return hashes[first] == hashes[second]
          && (!classes || images.label(first) == images.label(second))
          && images.equalPixels(first, second);
    }
  }
}
