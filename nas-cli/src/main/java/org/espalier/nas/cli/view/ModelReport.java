package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.LabelCounts;
import org.espalier.nas.api.evaluation.TrainedModel;
import org.espalier.nas.cli.console.TextTable;

/**
 * The result of a final training, as text and as a tree.
 *
 * @param trial the number of the trial whose architecture was trained
 * @param model the trained model
 * @param task the task of the run's data set; empty if the run has no data set
 */
public record ModelReport(int trial, TrainedModel model, Optional<Task> task) {

  /** Checks that all components are present. */
  public ModelReport {
    Objects.requireNonNull(model);
    Objects.requireNonNull(task);
  }

  /** Returns the report as a tree of maps, lists, strings and numbers. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("trial", trial);
    tree.put("architecture", model.summary());
    model.parameters().ifPresent(count -> tree.put("parameters", count));
    tree.put("epochs", model.history().size());
    tree.put("bestEpoch", model.bestEpoch());
    tree.put("metrics", model.testMetrics());
    if (!model.confusionMatrix().isEmpty()) {
      tree.put("confusionMatrix", model.confusionMatrix());
    }
    if (!model.labelCounts().isEmpty()) {
      tree.put("labels", model.labelCounts());
    }
    return tree;
  }

  /** Returns the report as text; each line ends with a line break. */
  @Override
  public String toString() {
    TextTable head = new TextTable(LEFT, LEFT);
    head.row("architecture", model.summary() + " (trial " + trial + ")");
    model.parameters().ifPresent(count -> head.row("parameters", Long.toString(count)));
    head.row("epochs", model.history().size() + ", the best was " + model.bestEpoch());
    model.testMetrics().forEach((name, value) -> head.row(name, TrialTable.decimals(value)));
    return head
        + (model.confusionMatrix().isEmpty() ? "" : confusion(model.confusionMatrix()))
        + (model.labelCounts().isEmpty() ? "" : labels(model.labelCounts()));
  }

  private static String labels(List<LabelCounts> counts) {
    TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT);
    table.row("label", "examples", "predicted", "accuracy", "precision", "recall", "F1");
    for (LabelCounts label : counts) {
      table.row(
          label.label(),
          Long.toString(label.positives()),
          Long.toString(label.truePositives() + label.falsePositives()),
          TrialTable.decimals(label.accuracy()),
          decimals(label.precision()),
          decimals(label.recall()),
          decimals(label.f1()));
    }
    return "\nLabels in the test part\n" + table;
  }

  private static String decimals(OptionalDouble value) {
    return value.isPresent() ? TrialTable.decimals(value.getAsDouble()) : "\u2013";
  }

  private String confusion(List<List<Long>> matrix) {
    List<String> classes = classes(matrix.size());
    TextTable table =
        new TextTable(
            Collections.nCopies(classes.size() + 1, RIGHT).toArray(TextTable.Align[]::new));
    List<String> titles = new ArrayList<>(List.of("true \\ predicted"));
    titles.addAll(classes);
    table.row(titles.toArray(String[]::new));
    for (int actual = 0; actual < matrix.size(); actual++) {
      List<String> cells = new ArrayList<>(List.of(classes.get(actual)));
      matrix.get(actual).forEach(count -> cells.add(Long.toString(count)));
      table.row(cells.toArray(String[]::new));
    }
    return "\nConfusion matrix of the test part\n" + table;
  }

  private List<String> classes(int count) {
    return task.orElse(null) instanceof Task.Classification classification
        ? classification.classes()
        : IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }
}
