package org.espalier.nas.api.data;

/** Images in one array. */
final class InMemoryImageBytes implements ImageBytes {
  private final byte[] values;
  private final int imageSize;

  InMemoryImageBytes(byte[] values, int imageSize) {
    if (imageSize <= 0 || values.length % imageSize != 0) {
      throw new IllegalArgumentException(
          "values (%d) must hold whole images of %d bytes.".formatted(values.length, imageSize));
    }
    this.values = values;
    this.imageSize = imageSize;
  }

  @Override
  public int count() {
    return values.length / imageSize;
  }

  @Override
  public int imageSize() {
    return imageSize;
  }

  @Override
  public void read(int image, byte[] into, int offset) {
    System.arraycopy(values, image * imageSize, into, offset, imageSize);
  }
}
