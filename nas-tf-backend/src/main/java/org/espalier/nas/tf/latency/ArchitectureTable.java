package org.espalier.nas.tf.latency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.jspecify.annotations.Nullable;

/** Latencies of whole architectures from a table. An equivalent architecture serves for one. */
final class ArchitectureTable implements LatencySource {
  private final LatencyFile file;
  private final SearchSpace space;
  private final List<String> decisions;
  private final Map<List<String>, Double> latencies = new HashMap<>();

  private ArchitectureTable(LatencyFile file, SearchSpace space, List<String> decisions) {
    this.file = file;
    this.space = space;
    this.decisions = List.copyOf(decisions);
  }

  /**
   * Reads the architectures from a column of their texts. Those that are not of the space are left
   * out.
   *
   * @param column column of the texts
   * @param device column of the latencies; null for {@code latency}
   */
  static ArchitectureTable ofTexts(
      LatencyFile file, SearchSpace space, int column, @Nullable String device) {
    List<String> decisions = space.decisions().stream().map(Decision::name).toList();
    ArchitectureTable table = new ArchitectureTable(file, space, decisions);
    int latencies = file.latencies(device);
    for (LatencyFile.Row row : file.rows()) {
      OptionalDouble latency = file.latency(row, latencies);
      Optional<Architecture> architecture = parse(space, row.values().get(column));
      if (latency.isPresent() && architecture.isPresent()) {
        table.put(table.key(architecture.get()), latency.getAsDouble(), row, column);
      }
    }
    if (table.latencies.isEmpty()) {
      throw file.fault(
          file.rows().get(0),
          column,
          "(%s) is no architecture of the search space, nor is that of any other row. Write the options in the order of the decisions: [a, b, c]."
              .formatted(file.rows().get(0).values().get(column)));
    }
    return table;
  }

  /**
   * Reads the architectures from columns named as decisions; decisions without a column make no
   * difference.
   *
   * @param device column of the latencies; null for {@code latency}
   */
  static ArchitectureTable ofDecisions(
      LatencyFile file, SearchSpace space, @Nullable String device) {
    List<Decision> decisions =
        space.decisions().stream()
            .filter(decision -> file.columns().contains(decision.name()))
            .toList();
    ArchitectureTable table =
        new ArchitectureTable(file, space, decisions.stream().map(Decision::name).toList());
    int latencies = file.latencies(device);
    for (LatencyFile.Row row : file.rows()) {
      List<String> key = new ArrayList<>();
      for (Decision decision : decisions) {
        key.add(answer(file, row, decision));
      }
      OptionalDouble latency = file.latency(row, latencies);
      if (latency.isPresent()) {
        table.put(key, latency.getAsDouble(), row, latencies);
      }
    }
    return table;
  }

  private static String answer(LatencyFile file, LatencyFile.Row row, Decision decision) {
    int column = file.columns().indexOf(decision.name());
    String text = row.values().get(column);
    if (text.isEmpty()) {
      return text;
    }
    return decision
        .parse(text)
        .map(Choice::text)
        .orElseThrow(
            () ->
                file.fault(
                    row,
                    column,
                    "(%s) is no value of this decision: %s. Leave it empty if the decision is not made."
                        .formatted(text, decision.domain())));
  }

  private void put(List<String> key, double latency, LatencyFile.Row row, int column) {
    if (latencies.put(key, latency) != null) {
      throw file.fault(
          row, column, "repeats the architecture %s. Remove one of the rows.".formatted(key));
    }
  }

  private static Optional<Architecture> parse(SearchSpace space, String text) {
    Optional<Architecture> whole = space.parse(List.of(text));
    if (whole.isPresent() || !text.startsWith("[") || !text.endsWith("]")) {
      return whole;
    }
    return space.parse(options(text.substring(1, text.length() - 1)));
  }

  /** Returns the options of a list, in which commas in parentheses do not separate. */
  private static List<String> options(String list) {
    List<String> options = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        options.add(list.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    options.add(list.substring(begin).strip());
    return options;
  }

  private List<String> key(Architecture architecture) {
    return decisions.stream()
        .map(decision -> architecture.choice(decision).map(Choice::text).orElse(""))
        .toList();
  }

  @Override
  public boolean measured() {
    return false;
  }

  @Override
  public OptionalDouble known(Architecture architecture) {
    Double latency = latencies.get(key(architecture));
    if (latency == null) {
      latency = latencies.get(key(space.canonical(architecture)));
    }
    return latency == null ? OptionalDouble.empty() : OptionalDouble.of(latency);
  }

  @Override
  public ObjectiveValue value(Architecture architecture) {
    return ObjectiveValue.of(
        known(architecture)
            .orElseThrow(
                () ->
                    new NasException(
                        "table (%s) has no latency of %s. Add a row."
                            .formatted(file.file(), architecture))));
  }
}
