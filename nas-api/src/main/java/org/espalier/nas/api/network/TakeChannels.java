package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A layer that keeps the first channels of an image.
 *
 * @param channels the number of channels kept, positive
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TakeChannels(int channels) implements UnaryLayer {

  /** Checks the number. */
  public TakeChannels {
    if (channels <= 0) {
      throw new IllegalArgumentException("channels (%d) must be positive.".formatted(channels));
    }
  }

  @Override
  public TensorShape output(TensorShape input) {
    ImageShape image = ImageShape.of(input);
    if (channels > image.channels()) {
      throw new IllegalArgumentException(
          "channels (%d) must not be above those of the input (%d)."
              .formatted(channels, image.channels()));
    }
    return TensorShape.of(image.height(), image.width(), channels);
  }

  @Override
  public long parameters(TensorShape input) {
    return 0;
  }

  @Override
  public long flops(TensorShape input) {
    return 0;
  }

  @Override
  public String label() {
    return "take-channels(" + channels + ")";
  }
}
