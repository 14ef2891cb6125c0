package org.espalier.nas.tf.augmentation;

import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.random.RandomStreams;

/**
 * An augmenter of the images of one data set.
 *
 * <p>The changes to an image depend on the seed of the training, the epoch and the index of the
 * image in the training part, and the pairs of mixup on the seed, the epoch and the number of the
 * batch: neither on the order in which batches are made nor on other trainings. Not for several
 * threads.
 */
public final class ImageAugmenter {
  /** Images whose mean is the colour of cutout. */
  private static final int AVERAGED = 1000;

  private final Augmentation settings;
  private final Pixels pixels;
  private final ImageTransform transform;
  private final byte[] original;
  private final byte[] changed;

  /**
   * Creates the augmenter.
   *
   * @param examples the training part
   * @throws InvalidSettingException if the changes cannot be made to these examples
   */
  public ImageAugmenter(Augmentation settings, Examples examples) {
    settings.requireFit(examples.shape(), examples.pixels().isPresent());
    this.settings = settings;
    this.pixels = examples.pixels().orElseThrow();
    this.transform = new ImageTransform(settings, pixels.shape(), meanColour(pixels));
    this.original = new byte[pixels.shape().size()];
    this.changed = new byte[pixels.shape().size()];
  }

  /** Returns the mean of each channel over at most {@value #AVERAGED} images, spread evenly. */
  private static byte[] meanColour(Pixels pixels) {
    int channels = pixels.shape().dimensions().get(2);
    int images = Math.min(AVERAGED, pixels.size());
    long[] sums = new long[channels];
    byte[] image = new byte[pixels.shape().size()];
    for (int i = 0; i < images; i++) {
      pixels.levels((int) ((long) i * pixels.size() / images), image, 0);
      for (int at = 0; at < image.length; at++) {
        sums[at % channels] += Byte.toUnsignedInt(image[at]);
      }
    }
    long count = Math.max(1, (long) images * (image.length / channels));
    byte[] mean = new byte[channels];
    for (int channel = 0; channel < channels; channel++) {
      mean[channel] = (byte) ((sums[channel] + count / 2) / count);
    }
    return mean;
  }

  /**
   * Returns the changes of an epoch.
   *
   * @param training the random streams of the training
   * @param number the number of the epoch, from 1
   */
  public Epoch epoch(RandomStreams training, int number) {
    return new Epoch(new RandomStreams(training.seed("training.augmentation", number)));
  }

  /** The changes to all images in one epoch. */
  public final class Epoch {
    private final RandomStreams streams;

    private Epoch(RandomStreams streams) {
      this.streams = Objects.requireNonNull(streams);
    }

    /**
     * Writes the scaled pixels of a changed image.
     *
     * @param image its index, from 0
     * @param into receives {@code shape().size()} values
     * @param offset the index of the first of them
     */
    public void read(int image, float[] into, int offset) {
      pixels.scale(changed(image), into, offset);
    }

    /** Returns the pixels of a changed image as bytes, overwritten by the next call. */
    byte[] changed(int image) {
      pixels.levels(image, original, 0);
      if (!settings.changesPixels()) {
        return original;
      }
      transform.apply(original, changed, streams.stream("image", image));
      return changed;
    }

    /**
     * Returns the pairs of a batch that are mixed; empty without mixup.
     *
     * @param batch the number of the batch in the epoch, from 0
     * @param examples the number of its examples
     */
    public Optional<MixedPairs> pairs(int batch, int examples) {
      return settings.mixup() == 0
          ? Optional.empty()
          : Optional.of(
              MixedPairs.draw(settings.mixup(), examples, streams.stream("mixup", batch)));
    }
  }
}
