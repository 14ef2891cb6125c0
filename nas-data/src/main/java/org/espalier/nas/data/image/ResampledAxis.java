package org.espalier.nas.data.image;

/**
 * The weights of one dimension of a resized image: each new pixel is the mean of the old ones that
 * it covers where there are fewer new pixels, and is interpolated linearly between the two nearest
 * where there are more. All weights are whole numbers, so that results are equal on every machine.
 */
final class ResampledAxis {
  private final int[] first;
  private final int[][] weights;
  private final int total;

  private ResampledAxis(int to, int total) {
    this.first = new int[to];
    this.weights = new int[to][];
    this.total = total;
  }

  /** Returns the weights from a number of old pixels to a number of new ones. */
  static ResampledAxis of(int from, int to) {
    return to > from ? interpolated(from, to) : averaged(from, to);
  }

  /**
   * In units of 1/to, new pixel i covers [i·from, (i + 1)·from) and old pixel j [j·to, (j+1)·to).
   */
  private static ResampledAxis averaged(int from, int to) {
    ResampledAxis axis = new ResampledAxis(to, from);
    for (int i = 0; i < to; i++) {
      long low = (long) i * from;
      long high = low + from;
      int start = (int) (low / to);
      int end = (int) ((high + to - 1) / to);
      axis.first[i] = start;
      axis.weights[i] = new int[end - start];
      for (int j = start; j < end; j++) {
        long covered = Math.min(high, (j + 1L) * to) - Math.max(low, (long) j * to);
        axis.weights[i][j - start] = (int) covered;
      }
    }
    return axis;
  }

  /** In units of 1/(2·to), the centre of new pixel i lies at (2i + 1)·from. */
  private static ResampledAxis interpolated(int from, int to) {
    int unit = 2 * to;
    ResampledAxis axis = new ResampledAxis(to, unit);
    for (int i = 0; i < to; i++) {
      long centre = (2L * i + 1) * from - to;
      int left = (int) Math.floorDiv(centre, (long) unit);
      int right = (int) (centre - (long) left * unit);
      if (left < 0 || left + 1 >= from) {
        axis.first[i] = left < 0 ? 0 : from - 1;
        axis.weights[i] = new int[] {unit};
      } else {
        axis.first[i] = left;
        axis.weights[i] = new int[] {unit - right, right};
      }
    }
    return axis;
  }

  /** Returns the number of new pixels. */
  int size() {
    return first.length;
  }

  /** Returns the index of the first old pixel that a new one depends on. */
  int first(int pixel) {
    return first[pixel];
  }

  /** Returns the weights of that old pixel and the following ones. */
  int[] weights(int pixel) {
    return weights[pixel];
  }

  /** Returns the sum of the weights of each new pixel. */
  int total() {
    return total;
  }
}
