package org.espalier.nas.spark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.espalier.nas.engine.remote.RemoteException;

/**
 * Value of a function, or its failure, as the value of a task. A task that fails itself has lost
 * its machine.
 */
final class FunctionResult {

  private static final byte VALUE = 0;
  private static final byte FAILURE = 1;

  private FunctionResult() {}

  static byte[] value(byte[] value) {
    return tagged(VALUE, value);
  }

  static byte[] failure(String message) {
    return tagged(FAILURE, message.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] tagged(byte tag, byte[] content) {
    byte[] result = new byte[content.length + 1];
    result[0] = tag;
    System.arraycopy(content, 0, result, 1, content.length);
    return result;
  }

  /**
   * Returns the value of a function.
   *
   * @throws RemoteException if it failed
   */
  static byte[] read(byte[] result) {
    byte[] content = Arrays.copyOfRange(result, 1, result.length);
    if (result[0] == FAILURE) {
      throw new RemoteException(new String(content, StandardCharsets.UTF_8));
    }
    return content;
  }
}
