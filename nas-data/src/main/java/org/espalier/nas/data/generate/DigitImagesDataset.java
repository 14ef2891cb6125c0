package org.espalier.nas.data.generate;

import jakarta.inject.Inject;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.image.ImageFile;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;

/**
 * Grey images of the digits 0 to 9, drawn with a pen of random width, distorted and noisy, as many
 * of each. Of new images a linear model has 87 % right, a small convolutional network 98 %.
 */
@Description("Small grey images of distorted digits: 10 classes, no file needed.")
public final class DigitImagesDataset extends ForwardingDataset {

  /** Draws and prepares the images. */
  @Inject
  public DigitImagesDataset(DigitImagesSettings settings, RandomStreams streams) {
    super(PreparedDataset.of(draw(settings), settings.prepare(), streams));
  }

  private static LabelledImages draw(DigitImagesSettings settings) {
    RandomGenerator random = new RandomStreams(settings.seed()).stream("data.digit-images", 0);
    List<Glyph> digits = Glyph.digits();
    int size = settings.size();
    DigitPainter painter = new DigitPainter(size, settings.distortion(), settings.noise(), random);
    byte[] pixels = new byte[settings.samples() * size * size];
    int[] labels = new int[settings.samples()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % digits.size();
      painter.paint(digits.get(labels[i]), pixels, i * size * size);
    }
    List<String> names = IntStream.range(0, digits.size()).mapToObj(Integer::toString).toList();
    return new LabelledImages(
        "digit-images", "digit", names, List.of(new ImageFile(size, size, 1, pixels, labels)));
  }
}
