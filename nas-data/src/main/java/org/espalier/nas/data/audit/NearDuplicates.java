package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.data.image.LabelledImages;

/**
 * A search for images that are nearly the same as one of an earlier part.
 *
 * <p>The candidate of an image is the nearest one by {@link PerceptualHashes descriptor} whose hash
 * differs in few bits. It is a near duplicate if the pixels of both correlate, and if it is nearer
 * than chance explains: distances are compared with that of the nearest of a fixed choice of
 * training images. Digits resemble many others closely, photographs none; a fixed limit would find
 * duplicates where there are none, or miss them. Fewer than one in a thousand are no finding, since
 * as many are found by chance among digits.
 */
final class NearDuplicates {
  private static final int CHOICE = 1024;
  private static final double CORRELATION = 0.85;
  private static final double NEARER = 0.4;
  private static final double FEWEST = 0.001;
  private static final double MAYBE_NEARER = 0.5;

  private final LabelledImages images;
  private final List<int[]> members;
  private final boolean[] skipped;

  /**
   * Creates a search.
   *
   * @param members the indices of the images of each part
   * @param skipped for each image, true if it is not compared with others
   */
  NearDuplicates(LabelledImages images, List<int[]> members, boolean[] skipped) {
    this.images = images;
    this.members = members;
    this.skipped = skipped;
  }

  /** Returns the findings. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Comparison comparison = new Comparison();
    for (int part = 1; part < members.size(); part++) {
      List<int[]> pairs = comparison.pairs(part);
      if (!pairs.isEmpty() && pairs.size() >= FEWEST * members.get(part).length) {
        findings.add(
            ImageDuplicates.acrossParts(
                images,
                Finding.Kind.NEAR_DUPLICATES_ACROSS_PARTS,
                "%s a near duplicate in the %s part: predicting it takes little more than memory",
                part,
                members.get(part).length,
                pairs));
      }
    }
    return findings;
  }

  /** The structures of one search. */
  private final class Comparison {
    private final PerceptualHashes hashes = new PerceptualHashes(images);
    private final int[] known;
    private final int training;
    private final int[] chosen;
    private final HashIndex index;
    private final PixelCorrelation pixels = new PixelCorrelation(images);

    Comparison() {
      int[] first = usable(members.get(0));
      this.training = first.length;
      this.known =
          IntStream.concat(IntStream.of(first), IntStream.of(usable(members.get(1)))).toArray();
      this.index = new HashIndex(IntStream.of(known).mapToLong(hashes::hash).toArray());
      int choice = Math.min(CHOICE, training);
      this.chosen =
          IntStream.range(0, choice)
              .map(i -> first[(int) ((long) i * training / choice)])
              .toArray();
    }

    private int[] usable(int[] all) {
      return IntStream.of(all).filter(image -> !skipped[image]).toArray();
    }

    /** Returns the near duplicates in a part: the earlier image and the later one. */
    List<int[]> pairs(int part) {
      List<int[]> pairs = new ArrayList<>();
      for (int image : usable(members.get(part))) {
        int nearest = nearest(image, part == 1 ? training : known.length);
        if (nearest >= 0 && nearly(image, nearest)) {
          pairs.add(new int[] {nearest, image});
        }
      }
      return pairs;
    }

    private int nearest(int image, int end) {
      int[] nearest = {-1};
      float[] best = {Float.NEGATIVE_INFINITY};
      index.search(
          hashes.hash(image),
          image,
          entry -> {
            if (entry < end) {
              float similarity = hashes.similarity(image, known[entry]);
              boolean nearer =
                  similarity > best[0] || (similarity == best[0] && known[entry] < nearest[0]);
              if (nearer) {
                best[0] = similarity;
                nearest[0] = known[entry];
              }
            }
          });
      return nearest[0];
    }

    private boolean nearly(int image, int nearest) {
      double correlation = pixels.of(image, nearest);
      if (correlation < CORRELATION) {
        return false;
      }
      double byChance = -1;
      for (int other : chosen) {
        if (other != nearest) {
          byChance = Math.max(byChance, hashes.similarity(image, other));
        }
      }
      if (distance(hashes.similarity(image, nearest)) > MAYBE_NEARER * distance(byChance)) {
        return false;
      }
      byChance = -1;
      for (int other : chosen) {
        if (other != nearest) {
          byChance = Math.max(byChance, pixels.of(image, other));
        }
      }
      return distance(correlation) <= NEARER * distance(byChance);
    }

    /** Returns the distance of two vectors of length 1 by their inner product. */
    private double distance(double product) {
      return Math.sqrt(Math.max(0, 2 - 2 * product));
    }
  }
}
