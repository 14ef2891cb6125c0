package org.espalier.nas.data.audit;

import java.util.Arrays;
import org.espalier.nas.data.image.LabelledImages;

/**
 * Descriptors of images that change little with the image, and a hash of 64 bits of each, for which
 * similar images differ in few bits.
 *
 * <p>A descriptor is the 8 × 8 lowest frequencies of the cosine transform of the grey image,
 * without the mean, at length 1; bits tell the frequencies above the descriptor's median (Zauner
 * 2010, "Implementation and benchmarking of perceptual image hash functions", section 3.2.1). Large
 * images are averaged over blocks before.
 */
final class PerceptualHashes {
  /** The number of values of a descriptor. */
  static final int VALUES = 63;

  private static final int FREQUENCIES = 8;
  private static final int LARGEST = 64;

  private final LabelledImages images;
  private final int block;
  private final int height;
  private final int width;
  private final float[][] vertical;
  private final float[][] horizontal;
  private final byte[] levels;
  private final float[] grey;
  private final float[] descriptors;
  private final long[] hashes;

  PerceptualHashes(LabelledImages images) {
    this.images = images;
    this.block = Math.max(1, Math.min(images.height(), images.width()) * 2 / LARGEST);
    this.height = images.height() / block;
    this.width = images.width() / block;
    this.vertical = cosines(height);
    this.horizontal = cosines(width);
    this.levels = new byte[images.shape().size()];
    this.grey = new float[height * width];
    this.descriptors = new float[Math.multiplyExact(images.size(), VALUES)];
    this.hashes = new long[images.size()];
    for (int image = 0; image < hashes.length; image++) {
      describe(image);
    }
  }

  /** Returns the hash of an image. */
  long hash(int image) {
    return hashes[image];
  }

  /** Returns the inner product of the descriptors of two images, at most 1. */
  float similarity(int first, int second) {
    float sum = 0;
    int a = first * VALUES;
    int b = second * VALUES;
    for (int i = 0; i < VALUES; i++) {
      sum += descriptors[a + i] * descriptors[b + i];
    }
    return sum;
  }

  private static float[][] cosines(int size) {
    float[][] cosines = new float[FREQUENCIES][size];
    for (int u = 0; u < FREQUENCIES; u++) {
      for (int x = 0; x < size; x++) {
        double norm = u == 0 ? StrictMath.sqrt(0.5) : 1;
        cosines[u][x] = (float) (norm * StrictMath.cos(Math.PI * (2 * x + 1) * u / (2.0 * size)));
      }
    }
    return cosines;
  }

  private void describe(int image) {
    images.levels(image, levels);
    toGrey();
    float[] rows = new float[FREQUENCIES * width];
    for (int u = 0; u < FREQUENCIES; u++) {
      for (int y = 0; y < height; y++) {
        float cosine = vertical[u][y];
        for (int x = 0; x < width; x++) {
          rows[u * width + x] += cosine * grey[y * width + x];
        }
      }
    }
    float[] own = new float[VALUES];
    double squares = 0;
    for (int i = 0; i < VALUES; i++) {
      int u = (i + 1) / FREQUENCIES;
      int v = (i + 1) % FREQUENCIES;
      float sum = 0;
      for (int x = 0; x < width; x++) {
        sum += horizontal[v][x] * rows[u * width + x];
      }
      own[i] = sum;
      squares += (double) sum * sum;
    }
    float[] sorted = own.clone();
    Arrays.sort(sorted);
    float norm = (float) Math.sqrt(Math.max(squares, Float.MIN_NORMAL));
    for (int i = 0; i < VALUES; i++) {
      hashes[image] |= own[i] > sorted[VALUES / 2] ? 1L << i : 0;
      descriptors[image * VALUES + i] = own[i] / norm;
    }
  }

  /** Averages the channels, as luminance if there are three, and the pixels of each block. */
  private void toGrey() {
    int channels = images.channels();
    Arrays.fill(grey, 0);
    for (int y = 0; y < height * block; y++) {
      for (int x = 0; x < width * block; x++) {
        int at = (y * images.width() + x) * channels;
        float sum = 0;
        if (channels == 3) {
          sum =
              0.299f * (levels[at] & 0xff)
                  + 0.587f * (levels[at + 1] & 0xff)
                  + 0.114f * (levels[at + 2] & 0xff);
        } else {
          for (int channel = 0; channel < channels; channel++) {
            sum += levels[at + channel] & 0xff;
          }
        }
        grey[y / block * width + x / block] += sum;
      }
    }
  }
}
