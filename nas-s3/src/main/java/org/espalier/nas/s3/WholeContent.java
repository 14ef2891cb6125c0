package org.espalier.nas.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that fails if the connection ends before the content does, which the client of the JDK
 * takes for its end.
 */
final class WholeContent extends FilterInputStream {
  private final long length;
  private long read;
  private boolean broken;

  /**
   * Creates the stream.
   *
   * @param length number of bytes that the server announced, or null if it did not
   */
  WholeContent(InputStream content, @Nullable Long length) {
    super(content);
    this.length = length == null ? 0 : length;
  }

  /** Returns true if the connection broke. */
  boolean broken() {
    return broken;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    int got;
    try {
      got = super.read(target, from, count);
    } catch (IOException error) {
      broken = true;
      throw error;
    }
    if (got >= 0) {
      read += got;
    } else if (read < length) {
      broken = true;
      throw new IOException("the connection ended after %d of %d bytes".formatted(read, length));
    }
    return got;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    read += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
