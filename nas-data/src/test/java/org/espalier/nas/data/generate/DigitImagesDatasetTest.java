package org.espalier.nas.data.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.Scaling;
import org.junit.jupiter.api.Test;

class DigitImagesDatasetTest {
  private static final Preparation LEVELS = Preparation.standard().with(Scaling.NONE);

  @Test
  void thereAreAsManyImagesOfEachDigit() {
    Dataset dataset = open(100, 12, 1, 0.15, 1);
    assertThat(dataset.info().input()).isEqualTo(TensorShape.of(12, 12, 1));
    assertThat(dataset.info().task())
        .isEqualTo(
            new Task.Classification(
                "digit", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")));
    int[] counts = new int[10];
    for (Part part : Part.values()) {
      for (int i = 0; i < dataset.examples(part).size(); i++) {
        counts[(int) dataset.examples(part).target(i)]++;
      }
    }
    assertThat(counts).containsOnly(10);
  }

  /** The recorded hash of the pixels: equal on every machine and version of Java. */
  @Test
  void theImagesAreTheSameEverywhere() {
    assertThat(hash(open(60, 16, 1, 0.15, 1)))
        .isEqualTo("dff46e0227a00d14ac1e7973bdd744e455313bdd7b42428303e2c1ec94287ec4");
    assertThat(hash(open(60, 16, 1, 0.15, 2))).isNotEqualTo(hash(open(60, 16, 1, 0.15, 1)));
  }

  @Test
  void withoutDistortionAndNoiseOnlyThePenVaries() {
    Dataset dataset = open(60, 16, 0, 0, 1);
    List<Integer> inks = new ArrayList<>();
    Examples training = dataset.examples(Part.TRAINING);
    for (int i = 0; i < training.size(); i++) {
      if (training.target(i) == 1) {
        float[] image = new float[256];
        training.read(i, image, 0);
        assertThat(image[7 * 16 + 8]).as("the middle of the digit 1").isGreaterThan(100);
        assertThat(image[7 * 16 + 2]).as("left of the digit 1").isZero();
        inks.add((int) image[7 * 16 + 8]);
      }
    }
    assertThat(inks).hasSizeGreaterThan(2).doesNotHaveDuplicates();
  }

  /** A classifier by the nearest mean image is far from chance and far from perfect. */
  @Test
  void digitsCanBeToldApartButNotByTheirMeans() {
    Dataset dataset = open(1000, 16, 1, 0.15, 3);
    Examples training = dataset.examples(Part.TRAINING);
    double[][] means = new double[10][256];
    float[] image = new float[256];
    for (int i = 0; i < training.size(); i++) {
      training.read(i, image, 0);
      for (int j = 0; j < 256; j++) {
        means[(int) training.target(i)][j] += image[j] / 70.0;
      }
    }
    Examples test = dataset.examples(Part.TEST);
    int right = 0;
    for (int i = 0; i < test.size(); i++) {
      test.read(i, image, 0);
      right += nearest(means, image) == (int) test.target(i) ? 1 : 0;
    }
    assertThat(right / (double) test.size()).isBetween(0.4, 0.93);
  }

  private static int nearest(double[][] means, float[] image) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int digit = 0; digit < means.length; digit++) {
      double distance = 0;
      for (int j = 0; j < image.length; j++) {
        double difference = image[j] - means[digit][j];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = digit;
      }
    }
    return best;
  }

  private static String hash(Dataset dataset) {
    StringBuilder text = new StringBuilder();
    FloatBuffer levels = dataset.examples(Part.TRAINING).features();
    while (levels.hasRemaining()) {
      text.append((int) levels.get()).append(' ');
    }
    return Sha256.of(text.toString());
  }

  private static Dataset open(int samples, int size, double distortion, double noise, long seed) {
    return new DigitImagesDataset(
        new DigitImagesSettings(samples, size, distortion, noise, seed, LEVELS),
        new RandomStreams(1));
  }
}
