package org.espalier.nas.data.image;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.storage.IoReason;

/** A binary file that is decompressed if its name ends in {@code .gz}. */
record PackedFile(Path path) {
  private static final int BUFFER = 1 << 16;
  private static final long MOST_PACKED = 16;

  boolean packed() {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /** Returns a stream of the contents. */
  InputStream open() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      return packed() ? new GZIPInputStream(bytes, BUFFER) : bytes;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** Returns the size of the contents in bytes; that of a packed file is a guess. */
  long size() throws IOException {
    long size = Files.size(path);
    if (!packed() || size < Integer.BYTES) {
      return size;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      ByteBuffer last = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      channel.position(size - Integer.BYTES).read(last);
      long unpacked = Integer.toUnsignedLong(last.flip().getInt());
      // The last bytes of a file that was cut off are any number.
      return unpacked > MOST_PACKED * size ? size : unpacked;
    }
  }

  /** Returns an exception for a failure to read. */
  InvalidDataException unreadable(IOException cause) {
    String reason = IoReason.of(cause);
    if (cause instanceof EOFException) {
      reason = "it was cut off; fetch it again";
    } else if (cause instanceof ZipException) {
      reason = "it is no intact gzip file; fetch it again";
    }
    return new InvalidDataException("%s cannot be read: %s.".formatted(path, reason), cause);
  }
}
