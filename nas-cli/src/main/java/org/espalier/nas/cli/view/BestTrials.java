package org.espalier.nas.cli.view;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.Paint;
import org.espalier.nas.cli.console.Words;

/**
 * The best trials of a run: those with the highest rewards, and the front of several objectives.
 */
public final class BestTrials {
  private final StudyHistory history;
  private final TrialFront front;
  private final int count;
  private final int most;

  /**
   * Creates the best trials of a run.
   *
   * @param count maximum number of trials with the highest rewards
   * @param most maximum number of members of the front; of a larger one, those named and others at
   *     equal distances are shown
   */
  public BestTrials(StudyHistory history, int count, int most) {
    this.history = history;
    this.front =
        history.objectives().size() > 1
            ? TrialFront.of(history.objectives(), history.results())
            : new TrialFront(history.objectives(), List.of());
    this.count = count;
    this.most = most;
  }

  /** Returns true if no trial has a reward or values of objectives. */
  public boolean isEmpty() {
    return history.succeeded().isEmpty();
  }

  /** Adds the objectives, the best and the front to a tree, for JSON. */
  public void addTo(Map<String, Object> tree) {
    if (!history.objectives().isEmpty()) {
      tree.put("objectives", history.objectives().stream().map(BestTrials::tree).toList());
    }
    if (!history.several()) {
      tree.put("best", ranked().tree());
    }
    if (history.objectives().size() > 1) {
      tree.put("front", frontTable(front.members()).tree());
    }
  }

  /** Returns the rows that stand first: the front, or the trials with the highest rewards. */
  public TrialTable table() {
    return history.several() ? frontTable(shown()) : ranked();
  }

  /**
   * Returns the tables under their headings; each line ends with a line break.
   *
   * @param width maximum number of characters of a line
   */
  public String text(Paint paint, int width) {
    StringBuilder text = new StringBuilder();
    if (!history.several()) {
      text.append(paint.heading("Best")).append('\n').append(ranked().text(width));
    }
    if (!front.isEmpty()) {
      List<TrialResult> shown = shown();
      text.append(text.isEmpty() ? "" : "\n")
          .append(paint.heading("Front"))
          .append(": ")
          .append(sentence(shown.size()))
          .append('\n')
          .append(frontTable(shown).text(width));
    }
    return text.toString();
  }

  private String sentence(int shown) {
    String size =
        "%d of %s (%s)"
            .formatted(
                front.size(),
                Words.count(history.succeeded().size(), "trial"),
                ObjectiveColumns.directions(front.objectives()));
    return shown == front.size()
        ? size
        : size + "; %d are shown, nas top lists all".formatted(shown);
  }

  private TrialTable ranked() {
    List<TrialResult> best =
        history.succeeded().stream()
            .filter(result -> result.reward().isPresent())
            .sorted(
                Comparator.comparingDouble((TrialResult result) -> -result.reward().orElseThrow())
                    .thenComparing(result -> result.trial().number()))
            .limit(count)
            .toList();
    return new TrialTable(history, best, result -> List.of());
  }

  private TrialTable frontTable(List<TrialResult> members) {
    return new TrialTable(history, members, front::titles);
  }

  private List<TrialResult> shown() {
    return front.selection(most);
  }

  private static Map<String, Object> tree(Objective objective) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", objective.name());
    tree.put("direction", objective.direction().name().toLowerCase(Locale.ROOT));
    if (!objective.unit().isEmpty()) {
      tree.put("unit", objective.unit());
    }
    if (objective.reference() != null) {
      tree.put("reference", objective.reference());
    }
    tree.put("reproducible", objective.reproducible());
    return tree;
  }
}
