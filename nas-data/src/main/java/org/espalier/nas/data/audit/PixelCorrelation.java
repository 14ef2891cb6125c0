package org.espalier.nas.data.audit;

import org.espalier.nas.data.image.LabelledImages;

/** Pearson's correlation of the pixels of two images, all channels taken together. */
final class PixelCorrelation {
  private static final int CHUNK = 1 << 15;

  private final LabelledImages images;
  private final byte[] first;
  private final byte[] second;
  private int loaded = -1;

  PixelCorrelation(LabelledImages images) {
    this.images = images;
    this.first = new byte[images.shape().size()];
    this.second = new byte[first.length];
  }

  /** Returns the correlation, from -1 to 1; 0 if one of the images has a single colour. */
  double of(int image, int other) {
    if (loaded != image) {
      images.levels(image, first);
      loaded = image;
    }
    images.levels(other, second);
    double n = first.length;
    double sumFirst = sum(first);
    double sumSecond = sum(second);
    double covariance = product(first, second) - sumFirst * sumSecond / n;
    double variance = product(first, first) - sumFirst * sumFirst / n;
    double otherVariance = product(second, second) - sumSecond * sumSecond / n;
    return variance <= 0 || otherVariance <= 0
        ? 0
        : covariance / Math.sqrt(variance * otherVariance);
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
