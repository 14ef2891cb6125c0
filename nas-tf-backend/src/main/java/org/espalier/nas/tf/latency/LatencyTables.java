package org.espalier.nas.tf.latency;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.jspecify.annotations.Nullable;

/** Tables of latencies, whose kind their columns tell. */
final class LatencyTables {
  private static final String OPERATION = "operation";
  private static final List<String> TEXTS = List.of("architecture", "arch");

  private LatencyTables() {}

  /**
   * Reads a table.
   *
   * @param path CSV file
   * @param device column of the latencies; null for {@code latency}
   * @throws InvalidSettingException if the file is no table of latencies for the space
   */
  static LatencySource read(Path path, @Nullable String device, SearchSpace space) {
    LatencyFile file = LatencyFile.read(path);
    List<String> columns = file.columns();
    for (String text : TEXTS) {
      if (columns.contains(text)) {
        return ArchitectureTable.ofTexts(file, space, columns.indexOf(text), device);
      }
    }
    List<String> decisions = space.decisions().stream().map(Decision::name).toList();
    if (decisions.stream().anyMatch(columns::contains)) {
      return ArchitectureTable.ofDecisions(file, space, device);
    }
    if (!columns.contains(OPERATION)) {
      throw LatencyFile.refused(
          "table (%s) tells neither architectures nor operations. It must have a column architecture, columns named as decisions (%s), or a column operation; its columns are %s."
              .formatted(path, String.join(", ", decisions), columns));
    }
    if (!(space instanceof NetworkSearchSpace networks)) {
      throw LatencyFile.refused(
          "table (%s) has latencies of operations, but the architectures of %s are no networks. Use a table of architectures."
              .formatted(path, space.getClass().getSimpleName()));
    }
    return new OperationTable(file, networks, columns.indexOf(OPERATION), device);
  }
}
