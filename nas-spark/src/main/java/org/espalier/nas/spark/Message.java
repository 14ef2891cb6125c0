package org.espalier.nas.spark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Message of a worker to its study as one array of bytes, because executors may be unable to find
 * classes of ours among Spark's own messages.
 */
final class Message {

  private final String study;
  private final byte[] request;

  /**
   * Creates a message.
   *
   * @param study the name of the study among those of the driver
   * @param request the request
   */
  Message(String study, byte[] request) {
    this.study = study;
    this.request = request;
  }

  String study() {
    return study;
  }

  byte[] request() {
    return request;
  }

  byte[] bytes() {
    byte[] name = study.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(name, name.length + 1 + request.length);
    System.arraycopy(request, 0, bytes, name.length + 1, request.length);
    return bytes;
  }

  static Message of(byte[] bytes) {
    int end = 0;
    while (bytes[end] != 0) {
      end++;
    }
    return new Message(
        new String(bytes, 0, end, StandardCharsets.UTF_8),
        Arrays.copyOfRange(bytes, end + 1, bytes.length));
  }
}
