package org.espalier.nas.tf.augmentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.AugmentedSample;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;

/** Samples of the training images of each class with their changed copies, for reports. */
public final class AugmentedSamples {
  private final Examples training;
  private final Pixels pixels;
  private final Task task;
  private final Augmentation settings;
  private final RandomStreams streams;

  private AugmentedSamples(Dataset dataset, Augmentation settings, long seed) {
    this.training = dataset.examples(Part.TRAINING);
    this.task = dataset.info().task();
    this.settings = settings;
    settings.requireFit(training.shape(), training.pixels().isPresent());
    this.pixels = training.pixels().orElseThrow();
    this.streams = new RandomStreams(seed);
  }

  /**
   * Returns samples of the training part. A mixed image has its partner among all training images.
   *
   * @param dataset images whose pixels are kept as bytes
   * @param count the number of samples of each class; a class with fewer images gives all
   * @param seed the seed of the choice and of the changes
   * @return samples by the name of the class, in the order of the classes; if the task has no
   *     classes, of all images by the name of the target
   * @throws InvalidSettingException if the changes cannot be made to the images
   * @throws java.util.NoSuchElementException if the examples are not images kept as bytes
   */
  public static Map<String, List<AugmentedSample>> of(
      Dataset dataset, Augmentation settings, int count, long seed) {
    return new AugmentedSamples(dataset, settings, seed).take(count);
  }

  private Map<String, List<AugmentedSample>> take(int count) {
    boolean classes = task instanceof Task.Classification;
    List<String> names =
        task instanceof Task.Classification several ? several.classes() : List.of(task.target());
    IntUnaryOperator group = example -> classes ? (int) training.target(example) : 0;
    List<List<AugmentedSample>> samples = new ArrayList<>();
    names.forEach(name -> samples.add(new ArrayList<>()));
    ImageAugmenter.Epoch changes = new ImageAugmenter(settings, training).epoch(streams, 1);
    int open = names.size();
    for (int example : order()) {
      List<AugmentedSample> own = samples.get(group.applyAsInt(example));
      if (own.size() < count) {
        own.add(sample(example, changes));
        open -= own.size() == count ? 1 : 0;
      }
      if (open == 0) {
        break;
      }
    }
    Map<String, List<AugmentedSample>> byName = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.put(names.get(i), List.copyOf(samples.get(i)));
    }
    return byName;
  }

  private int[] order() {
    RandomGenerator random = streams.stream("augmentation.samples", 0);
    int[] order = new int[pixels.size()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private AugmentedSample sample(int example, ImageAugmenter.Epoch changes) {
    byte[] original = new byte[pixels.shape().size()];
    pixels.levels(example, original, 0);
    byte[] changed = changes.changed(example).clone();
    changes.pairs(example, 1).ifPresent(pairs -> mix(changed, example, changes, pairs.share()));
    return new AugmentedSample(example, pixels.shape(), original, changed);
  }

  private void mix(byte[] image, int example, ImageAugmenter.Epoch changes, float share) {
    int other = streams.stream("augmentation.partner", example).nextInt(pixels.size());
    byte[] partner = changes.changed(other);
    for (int i = 0; i < image.length; i++) {
      float mixed =
          share * Byte.toUnsignedInt(image[i]) + (1 - share) * Byte.toUnsignedInt(partner[i]);
      image[i] = (byte) StrictMath.round(mixed);
    }
  }
}
