package org.espalier.nas.cli.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.experiment.run.SteeringSentence;

/**
 * The commands of people to a run.
 *
 * @param taken those in its journal
 * @param waiting those that it has not taken yet
 * @param running true if a process works on the run
 */
public record SteeringList(
    List<SteeringEvent> taken, List<SteeringRequest> waiting, boolean running) {

  /** Copies. */
  public SteeringList {
    taken = List.copyOf(taken);
    Set<String> known =
        taken.stream().map(SteeringEvent::request).collect(Collectors.toUnmodifiableSet());
    // A request is removed a moment after it is stored.
    waiting = waiting.stream().filter(request -> !known.contains(request.id())).toList();
  }

  /** Returns the commands as a tree for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(
        "taken",
        taken.stream()
            .map(
                event -> {
                  Map<String, Object> line = new LinkedHashMap<>();
                  line.put("number", event.number());
                  line.put("at", event.at().toString());
                  line.put("command", SteeringSentence.of(event.command()).text());
                  line.put("place", event.place());
                  event.enqueuedTrial().ifPresent(trial -> line.put("trial", trial));
                  if (event.refusal() != null) {
                    line.put("refusal", event.refusal());
                  }
                  return line;
                })
            .toList());
    tree.put(
        "waiting",
        waiting.stream().map(request -> SteeringSentence.of(request.command()).text()).toList());
    return tree;
  }

  /** Returns the commands as lines. */
  public String text() {
    if (taken.isEmpty() && waiting.isEmpty()) {
      return "Nobody has steered this run.\n";
    }
    StringBuilder text = new StringBuilder();
    for (SteeringEvent event : taken) {
      text.append("%3d  %s%n".formatted(event.number(), firstLine(SteeringSentence.of(event))));
    }
    for (SteeringRequest request : waiting) {
      text.append(
          "  -  %s: waits until %s%n"
              .formatted(
                  firstLine(SteeringSentence.of(request.command())), until(request.command())));
    }
    return text.toString();
  }

  private String until(SteeringCommand command) {
    if (command instanceof SteeringCommand.StopTrial) {
      return running ? "the trial's next epoch" : "the run is resumed";
    }
    String room =
        command instanceof SteeringCommand.EnqueueArchitecture
            ? " and the budget has room for a trial"
            : "";
    return (running ? "the next trial ends" : "the run is resumed") + room;
  }

  /** A note may have several lines, which would look like other commands. */
  private static String firstLine(SteeringSentence sentence) {
    List<String> lines = sentence.text().lines().toList();
    return lines.size() > 1 ? lines.get(0) + " …" : sentence.text();
  }
}
