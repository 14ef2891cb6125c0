package org.espalier.nas.data.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.prepare.RawData;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;

/** The examples of a generator while it draws them. */
final class Draft {
  private static final String CLASS = "class";
  private static final String TARGET = "y";

  private final String name;
  private final double[][] columns;
  private final double[] targets;

  /** Creates a draft with room for a number of examples. */
  Draft(String name, int samples, int features) {
    this.name = name;
    this.columns = new double[features][samples];
    this.targets = new double[samples];
  }

  /** Sets one example. */
  void set(int sample, double target, double... features) {
    for (int i = 0; i < features.length; i++) {
      columns[i][sample] = features[i];
    }
    targets[sample] = target;
  }

  /** Returns the examples as a classification with classes named 0, 1, …. */
  RawData classification() {
    List<Column> all = features();
    all.add(TextColumn.of(CLASS, Arrays.stream(targets).mapToObj(NumericColumn::format).toList()));
    return raw(all, CLASS, TaskChoice.CLASSIFICATION);
  }

  /** Returns the examples as a regression. */
  RawData regression() {
    List<Column> all = features();
    all.add(new NumericColumn(TARGET, targets));
    return raw(all, TARGET, TaskChoice.REGRESSION);
  }

  /**
   * Returns the examples with several labels instead of the target.
   *
   * @param labels columns of 0 and 1
   */
  RawData multiLabel(List<NumericColumn> labels) {
    List<Column> all = features();
    all.addAll(labels);
    return RawData.of(
        name,
        RawTable.generated(name, all),
        labels.stream().map(NumericColumn::name).toList(),
        new LabelRule(TaskChoice.MULTI_LABEL, Map.of(), Map.of()));
  }

  private RawData raw(List<Column> all, String label, TaskChoice task) {
    return RawData.of(
        name, RawTable.generated(name, all), label, new LabelRule(task, Map.of(), Map.of()));
  }

  private List<Column> features() {
    return new ArrayList<>(
        IntStream.range(0, columns.length)
            .mapToObj(i -> new NumericColumn("x" + (i + 1), columns[i]))
            .toList());
  }
}
