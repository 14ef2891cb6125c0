package org.espalier.nas.data.prepare;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.image.ImageFile;
import org.espalier.nas.data.image.LabelledImages;

/** Noise of a few classes, of which the first pixels of an image are its number. */
final class RandomImages {
  static final int HEIGHT = 6;
  static final int WIDTH = 5;
  static final int CHANNELS = 3;
  static final List<String> CLASSES = List.of("a", "b", "c");

  private RandomImages() {}

  /** Returns images of which one half is of class a, a third of b and a sixth of c. */
  static ImageFile file(int images, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    byte[] pixels = new byte[images * HEIGHT * WIDTH * CHANNELS];
    random.nextBytes(pixels);
    int[] labels = IntStream.range(0, images).map(i -> i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2).toArray();
    return new ImageFile(HEIGHT, WIDTH, CHANNELS, pixels, labels);
  }

  /** Returns images without parts of their own. */
  static LabelledImages whole(int images) {
    return new LabelledImages("noise", "kind", CLASSES, List.of(file(images, 1)));
  }

  static PreparedDataset prepare(LabelledImages images, Split split, long seed) {
    return PreparedDataset.of(images, Preparation.standard().with(split), new RandomStreams(seed));
  }
}
