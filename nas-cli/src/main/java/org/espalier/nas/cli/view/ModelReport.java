package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.Table.Align.LEFT;
import static org.espalier.nas.cli.console.Table.Align.RIGHT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.cli.console.Table;
import org.espalier.nas.tf.export.TrainedModel;
import org.espalier.nas.tf.metric.ConfusionMatrix;

/**
 * What a final training came to.
 *
 * @param trial the number of the trial whose architecture was trained
 * @param model the trained model
 */
public record ModelReport(int trial, TrainedModel model) {

  /** For other programs. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("trial", trial);
    tree.put("architecture", model.network().toString());
    tree.put("parameters", model.network().parameters());
    tree.put("epochs", model.history().size());
    tree.put("bestEpoch", model.bestEpoch());
    tree.put("metrics", model.testMetrics());
    model.confusion().ifPresent(matrix -> tree.put("confusionMatrix", counts(matrix)));
    return tree;
  }

  private static List<List<Long>> counts(ConfusionMatrix matrix) {
    List<List<Long>> rows = new ArrayList<>();
    for (int actual = 0; actual < matrix.classes(); actual++) {
      List<Long> row = new ArrayList<>();
      for (int predicted = 0; predicted < matrix.classes(); predicted++) {
        row.add(matrix.count(actual, predicted));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Some lines for a person, each ended by a line break. */
  @Override
  public String toString() {
    Table head = new Table(LEFT, LEFT);
    head.row("architecture", model.network() + " (trial " + trial + ")");
    head.row("parameters", Long.toString(model.network().parameters()));
    head.row("epochs", model.history().size() + ", the best was " + model.bestEpoch());
    model.testMetrics().forEach((name, value) -> head.row(name, TrialTable.decimals(value)));
    return head + model.confusion().map(this::confusion).orElse("");
  }

  private String confusion(ConfusionMatrix matrix) {
    List<String> classes = classes(matrix);
    Table.Align[] aligns = new Table.Align[classes.size() + 1];
    Arrays.fill(aligns, RIGHT);
    Table table = new Table(aligns);
    List<String> titles = new ArrayList<>(List.of("true \\ predicted"));
    titles.addAll(classes);
    table.row(titles.toArray(String[]::new));
    for (int actual = 0; actual < matrix.classes(); actual++) {
      List<String> cells = new ArrayList<>(List.of(classes.get(actual)));
      for (int predicted = 0; predicted < matrix.classes(); predicted++) {
        cells.add(Long.toString(matrix.count(actual, predicted)));
      }
      table.row(cells.toArray(String[]::new));
    }
    return "\nConfusion matrix of the test part\n" + table;
  }

  private List<String> classes(ConfusionMatrix matrix) {
    if (model.data().task() instanceof Task.Classification classification) {
      return classification.classes();
    }
    return IntStream.range(0, matrix.classes()).mapToObj(String::valueOf).toList();
  }
}
