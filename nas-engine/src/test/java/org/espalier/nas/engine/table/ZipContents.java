package org.espalier.nas.engine.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.espalier.nas.api.storage.Sha256;

/** Contents of zip files, which tests change. */
final class ZipContents {
  private static final String HASHES = "sha256.txt";

  private ZipContents() {}

  static Map<String, byte[]> read(byte[] bytes) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        contents.put(entry.getName(), zip.readAllBytes());
        entry = zip.getNextEntry();
      }
    }
    return contents;
  }

  /** Writes contents with the hashes that they have; without those if they are left out. */
  static byte[] hashed(Map<String, byte[]> contents, String leftOut) throws IOException {
    Map<String, byte[]> hashed = new LinkedHashMap<>(contents);
    hashed.remove(HASHES);
    StringBuilder hashes = new StringBuilder();
    hashed.forEach(
        (name, content) ->
            hashes.append(Sha256.of(content)).append("  ").append(name).append('\n'));
    if (!leftOut.equals(HASHES)) {
      hashed.put(HASHES, hashes.toString().getBytes(StandardCharsets.UTF_8));
    }
    return write(hashed, Deflater.BEST_COMPRESSION);
  }

  static byte[] write(Map<String, byte[]> contents, int level) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(level);
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        zip.putNextEntry(new ZipEntry(content.getKey()));
        zip.write(content.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
