package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.Decimals;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.engine.study.Replay;
import org.espalier.nas.experiment.run.ReplayResult;

/**
 * The outcome of a replay, as text and as a tree.
 *
 * @param result the outcome
 */
public record ReplayText(ReplayResult result) {
  private static final String NONE = "\u2013";

  /** Returns the outcome as a tree, for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("run", result.study().key());
    tree.put("controller", result.controller().type());
    tree.put("own", result.own());
    tree.put("told", result.outcome().told());
    tree.put("same", result.outcome().same());
    result
        .outcome()
        .difference()
        .ifPresent(
            difference -> {
              Map<String, Object> where = new LinkedHashMap<>();
              where.put("trial", difference.trial());
              where.put("told", difference.told());
              difference.recorded().ifPresent(then -> where.put("recorded", fields(then)));
              difference.proposed().ifPresent(now -> where.put("proposed", fields(now)));
              tree.put("difference", where);
            });
    tree.put("next", result.outcome().next().stream().map(ReplayText::fields).toList());
    tree.put("warnings", result.warnings());
    return tree;
  }

  /** Returns the outcome as text; each line ends with a line break. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    result.warnings().forEach(warning -> text.append("warning: ").append(warning).append(".\n"));
    text.append(result.own() ? verdict() : comparison());
    if (!result.outcome().next().isEmpty()) {
      text.append(
          "\n%s after %s:\n"
              .formatted(
                  result.own() ? "Its next proposals" : "Its proposals",
                  Words.count(result.outcome().told(), "result")));
      text.append(proposals(result.outcome().next()));
    }
    return text.toString();
  }

  private String verdict() {
    return result
        .outcome()
        .difference()
        .map(
            difference ->
                "Trial %d differs from the recording; %s.\n\n%s%s"
                    .formatted(
                        difference.trial(),
                        difference.trial() == 1
                            ? "no results were told before it"
                            : "the %d before it match, and %s %s told"
                                .formatted(
                                    result.outcome().same(),
                                    Words.count(difference.told(), "result"),
                                    difference.told() == 1 ? "was" : "were"),
                        sideBySide(difference),
                        lastTold(difference.told())))
        .orElseGet(
            () ->
                "Replayed %s and %s: all proposals of the controller %s match the recording.\n"
                    .formatted(
                        Words.count(result.outcome().told(), "result"),
                        Words.count(result.outcome().same(), "proposal"),
                        result.controller().type()));
  }

  private String comparison() {
    return "Told the controller %s the results of %s that another controller proposed; %d of its own proposals match%s.\n"
        .formatted(
            result.controller().type(),
            Words.count(result.outcome().told(), "trial"),
            result.outcome().same(),
            result
                .outcome()
                .difference()
                .map(difference -> "; the first difference is trial " + difference.trial())
                .orElse(""));
  }

  private String lastTold(int told) {
    if (told == 0) {
      return "";
    }
    TrialResult last = result.study().trials().get(told - 1).result().orElseThrow();
    String objectives = new ObjectiveColumns(result.study().history()).words(last);
    String reward =
        last.reward().isPresent()
            ? "reward " + last.reward().getAsDouble()
            : last.succeeded() ? objectives : TrialRow.status(last);
    return "\nLast result told: trial %d, %s, %s\n"
        .formatted(told, reward, last.trial().proposal().architecture());
  }

  private static String sideBySide(Replay.Difference difference) {
    Map<String, String> then = difference.recorded().map(ReplayText::texts).orElse(Map.of());
    Map<String, String> now = difference.proposed().map(ReplayText::texts).orElse(Map.of());
    TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT).row("", "", "RECORDED", "PROPOSED NOW");
    Set<String> names = new LinkedHashSet<>(then.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String left = then.getOrDefault(name, NONE);
      String right = now.getOrDefault(name, NONE);
      table.row(left.equals(right) ? "" : "*", name, left, right);
    }
    return table.toString();
  }

  private static Map<String, String> texts(Proposal proposal) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Choice choice : proposal.architecture().choices()) {
      texts.put(choice.decision(), choice.text());
    }
    texts.put("epochs", Integer.toString(proposal.fidelity().epochs()));
    texts.put("data", Double.toString(proposal.fidelity().dataFraction()));
    texts.put("continues", text(Optional.ofNullable(proposal.continuedTrial())));
    texts.put("predicted", text(Optional.ofNullable(proposal.predicted())));
    return texts;
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse(NONE);
  }

  private static String rounded(OptionalDouble value) {
    return value.isPresent() ? Decimals.of(value.getAsDouble()) : NONE;
  }

  private static String proposals(List<Proposal> proposals) {
    boolean predicts = proposals.stream().anyMatch(proposal -> proposal.predicted() != null);
    TextTable table =
        predicts
            ? new TextTable(RIGHT, RIGHT, LEFT).row("EPOCHS", "PREDICTED", "ARCHITECTURE")
            : new TextTable(RIGHT, LEFT).row("EPOCHS", "ARCHITECTURE");
    for (Proposal proposal : proposals) {
      String epochs = Integer.toString(proposal.fidelity().epochs());
      String architecture = proposal.architecture().toString();
      if (predicts) {
        table.row(epochs, rounded(proposal.predictedReward()), architecture);
      } else {
        table.row(epochs, architecture);
      }
    }
    return table.toString();
  }

  private static Map<String, Object> fields(Proposal proposal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("architecture", proposal.architecture().toString());
    fields.put("epochs", proposal.fidelity().epochs());
    fields.put("dataFraction", proposal.fidelity().dataFraction());
    Optional.ofNullable(proposal.continuedTrial())
        .ifPresent(parent -> fields.put("continues", parent));
    proposal.predictedReward().ifPresent(reward -> fields.put("predicted", reward));
    return fields;
  }
}
