package org.espalier.nas.dashboard.view;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.experiment.run.RunLog;

/** The end of the log of a run. */
final class LogView {

  /** Length that a page shows at most, in bytes. */
  static final int MOST_BYTES = 1 << 17;

  private LogView() {}

  /**
   * Returns the lines after a position.
   *
   * @param folder the folder of the run; empty if it is not on this machine
   * @param after the position up to which the page has the log; more than its length if another
   *     file has taken its place
   */
  static Map<String, Object> tree(Optional<Path> folder, long after) {
    if (folder.isEmpty()) {
      return problem("The log of the run is on the machine that ran it.");
    }
    Path file = folder.get().resolve(RunLog.FILE);
    if (!Files.isRegularFile(file)) {
      return problem("The run has no log file.");
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long end = channel.size();
      long known = after > end ? 0 : after;
      long from = Math.max(known, end - MOST_BYTES);
      ByteBuffer bytes = ByteBuffer.allocate((int) (end - from));
      channel.position(from);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // A read may end early.
      }
      return lines(bytes.flip(), from, from > known);
    } catch (IOException error) {
      return problem("The log cannot be read: " + IoReason.of(error) + ".");
    }
  }

  /** Returns complete lines only: the last one may still be written. */
  private static Map<String, Object> lines(ByteBuffer bytes, long from, boolean cut) {
    int begin = 0;
    if (cut) {
      while (begin < bytes.limit() && bytes.get(begin) != '\n') {
        begin++;
      }
      begin = Math.min(begin + 1, bytes.limit());
    }
    int end = bytes.limit();
    while (end > begin && bytes.get(end - 1) != '\n') {
      end--;
    }
    String text = StandardCharsets.UTF_8.decode(bytes.slice(begin, end - begin)).toString();
    return Map.of("text", text, "from", from + begin, "to", from + end, "cut", cut);
  }

  private static Map<String, Object> problem(String text) {
    return Map.of("problem", text);
  }
}
