package org.espalier.nas.data.audit;

import org.espalier.nas.data.image.LabelledImages;

/** Pearson's correlation of the pixels of two images, all channels taken together. */
final class PixelCorrelation {
  private static final int CHUNK = 1 << 15;

  private final LabelledImages images;
  private final byte[] first;
  private final byte[] second;
  private final long[] sums;
  private final long[] squares;
  private int loaded = -1;

  PixelCorrelation(LabelledImages images) {
    this.images = images;
    this.first = new byte[images.shape().size()];
    this.second = new byte[first.length];
    this.sums = new long[images.size()];
    this.squares = new long[sums.length];
  }

  /** Returns the correlation, from -1 to 1; 0 if one of the images has a single colour. */
  double of(int image, int other) {
    if (loaded != image) {
      images.levels(image, first);
      loaded = image;
      measure(image, first);
    }
    images.levels(other, second);
    measure(other, second);
    double n = first.length;
    double covariance = product(first, second) - (double) sums[image] * sums[other] / n;
    double variance = squares[image] - (double) sums[image] * sums[image] / n;
    double otherVariance = squares[other] - (double) sums[other] * sums[other] / n;
    return variance <= 0 || otherVariance <= 0
        ? 0
        : covariance / Math.sqrt(variance * otherVariance);
  }

  private void measure(int image, byte[] levels) {
    if (squares[image] == 0) {
      sums[image] = sum(levels);
      squares[image] = product(levels, levels);
    }
  }

  private static long sum(byte[] levels) {
    long sum = 0;
    for (int from = 0; from < levels.length; from += CHUNK) {
      int part = 0;
      for (int i = from; i < Math.min(levels.length, from + CHUNK); i++) {
        part += levels[i] & 0xff;
      }
      sum += part;
    }
    return sum;
  }

  /** Returns the inner product; integers of 32 bits suffice for a chunk and are faster. */
  private static long product(byte[] a, byte[] b) {
    long sum = 0;
    for (int from = 0; from < a.length; from += CHUNK) {
      int part = 0;
      for (int i = from; i < Math.min(a.length, from + CHUNK); i++) {
        part += (a[i] & 0xff) * (b[i] & 0xff);
      }
      sum += part;
    }
    return sum;
  }
}
