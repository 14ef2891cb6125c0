package org.espalier.nas.experiment.run;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.jspecify.annotations.Nullable;

/**
 * A command of a person in words.
 *
 * @param text a phrase without a stop
 */
public record SteeringSentence(String text) {

  /** Returns the words for a command that a study has taken, with its place and its effect. */
  public static SteeringSentence of(SteeringEvent event) {
    String wish = of(event.command()).text();
    if (event.refusal() != null) {
      return new SteeringSentence(wish + ": refused. " + event.refusal());
    }
    if (event.command() instanceof SteeringCommand.StopTrial) {
      return new SteeringSentence(wish + ", at step " + event.place());
    }
    String trial = event.enqueuedTrial().map(number -> " as trial " + number).orElse("");
    return new SteeringSentence(
        wish
            + trial
            + (event.command().changesSearch()
                ? ", after " + Counts.of(event.place(), "result")
                : ""));
  }

  /** Returns the words for a command. */
  public static SteeringSentence of(SteeringCommand command) {
    return new SteeringSentence(words(command));
  }

  private static String words(SteeringCommand command) {
    if (command instanceof SteeringCommand.StopStudy) {
      return "stop the study";
    }
    if (command instanceof SteeringCommand.StopTrial stop) {
      return "stop trial " + stop.trial();
    }
    if (command instanceof SteeringCommand.EnqueueArchitecture enqueue) {
      return "enqueue " + String.join(", ", enqueue.architecture());
    }
    if (command instanceof SteeringCommand.ChangeBudget budget) {
      List<String> limits = new ArrayList<>();
      add(limits, "trials", budget.trials());
      add(limits, "epochs", budget.epochs());
      add(limits, "seconds", budget.seconds());
      add(
          limits,
          "wallClock",
          budget.wallClock() == null ? null : budget.wallClock().toString().substring(2));
      return "set the budget to " + String.join(", ", limits);
    }
    if (command instanceof SteeringCommand.Tag tag) {
      return (tag.present() ? "add" : "remove") + " the tag " + tag.name();
    }
    SteeringCommand.Note note = (SteeringCommand.Note) command;
    String subject = note.trial() == null ? "" : " about trial " + note.trial();
    return note.text().isEmpty()
        ? "remove the note" + subject
        : "note" + subject + ": " + note.text();
  }

  private static void add(List<String> limits, String name, @Nullable Object value) {
    if (value != null) {
      limits.add(name + "=" + value);
    }
  }
}
