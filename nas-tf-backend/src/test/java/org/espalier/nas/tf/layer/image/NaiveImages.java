package org.espalier.nas.tf.layer.image;

import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Padding;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;

/** Layers of images computed by nested loops, as their definitions say. */
record NaiveImages(int height, int width, int channels, int examples) {

  static NaiveImages of(TensorShape image, int examples) {
    return new NaiveImages(
        image.dimensions().get(0), image.dimensions().get(1), image.dimensions().get(2), examples);
  }

  private interface Cell {
    float at(int example, int top, int left, int channel);
  }

  float[] convolution(Conv2d layer, float[] x, float[] kernel) {
    Window window = layer.window();
    int inputs = channels / layer.groups();
    int filtersOfGroup = layer.filters() / layer.groups();
    return map(
        window,
        layer.dilation(),
        layer.filters(),
        (example, top, left, filter) -> {
          double sum = 0;
          for (int i = 0; i < window.height(); i++) {
            for (int j = 0; j < window.width(); j++) {
              for (int c = 0; c < inputs; c++) {
                int channel = filter / filtersOfGroup * inputs + c;
                int k = ((i * window.width() + j) * inputs + c) * layer.filters() + filter;
                sum +=
                    (double) kernel[k]
                        * pixel(
                            x,
                            example,
                            top + i * layer.dilation(),
                            left + j * layer.dilation(),
                            channel);
              }
            }
          }
          return (float) (layer.activation() == Activation.TANH ? Math.tanh(sum) : sum);
        });
  }

  float[] pool(Window window, float[] x, boolean most) {
    return map(
        window,
        1,
        channels,
        (example, top, left, channel) -> {
          double sum = 0;
          double max = Double.NEGATIVE_INFINITY;
          int count = 0;
          for (int i = top; i < top + window.height(); i++) {
            for (int j = left; j < left + window.width(); j++) {
              if (i >= 0 && i < height && j >= 0 && j < width) {
                float value = pixel(x, example, i, j, channel);
                sum += value;
                max = Math.max(max, value);
                count++;
              }
            }
          }
          return (float) (most ? max : sum / count);
        });
  }

  private float[] map(Window window, int dilation, int filters, Cell cell) {
    int rows = places(height, window.height(), window, dilation);
    int columns = places(width, window.width(), window, dilation);
    int above = before(height, window.height(), window, dilation);
    int left = before(width, window.width(), window, dilation);
    float[] y = new float[examples * rows * columns * filters];
    int next = 0;
    for (int example = 0; example < examples; example++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          for (int f = 0; f < filters; f++) {
            y[next++] =
                cell.at(example, i * window.stride() - above, j * window.stride() - left, f);
          }
        }
      }
    }
    return y;
  }

  private static int places(int pixels, int kernel, Window window, int dilation) {
    int reach = (kernel - 1) * dilation + 1;
    return window.padding() == Padding.SAME
        ? (int) Math.ceil(pixels / (double) window.stride())
        : (int) Math.ceil((pixels - reach + 1) / (double) window.stride());
  }

  /** Returns the padding before an image, the smaller half as in TensorFlow. */
  private static int before(int pixels, int kernel, Window window, int dilation) {
    if (window.padding() == Padding.VALID) {
      return 0;
    }
    int reach = (kernel - 1) * dilation + 1;
    int places = places(pixels, kernel, window, dilation);
    return Math.max(0, (places - 1) * window.stride() + reach - pixels) / 2;
  }

  private float pixel(float[] x, int example, int row, int column, int channel) {
    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? x[((example * height + row) * width + column) * channels + channel] : 0;
  }
}
