package org.espalier.nas.cli.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.Words;

/** The failures of a search, grouped by cause and message; the commonest first. */
public final class Failures {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+([.][0-9]+)?(E-?[0-9]+)?");
  private static final Pattern EXCEPTION =
      Pattern.compile("^(?:[a-z_][A-Za-z0-9_]*[.])+[A-Z][A-Za-z0-9_$]*(?:: )?");
  private static final int SHOWN = 5;

  /**
   * Failures of the same kind.
   *
   * @param cause the kind
   * @param message the message of the first of them
   * @param trial the number of the first of them
   * @param count their number
   */
  public record Group(FailureCause cause, String message, int trial, int count) {
    private Map<String, Object> tree() {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("cause", cause.name().toLowerCase(Locale.ROOT));
      tree.put("count", count);
      tree.put("trial", trial);
      tree.put("message", message);
      return tree;
    }

    private String text() {
      String kind = cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return "  %s (%s), first trial %d: %s\n"
          .formatted(Words.count(count, "trial"), kind, trial, message);
    }
  }

  private final List<Group> groups;

  private Failures(List<Group> groups) {
    this.groups = groups;
  }

  /** Returns the failures among results, which are in the order of their numbers. */
  public static Failures of(List<TrialResult> results) {
    Map<String, Group> byKind = new LinkedHashMap<>();
    for (TrialResult result : results) {
      if (result.outcome() instanceof Outcome.Failed failed) {
        String message = readable(failed.message());
        byKind.merge(
            failed.cause() + " " + NUMBER.matcher(message).replaceAll("0"),
            new Group(failed.cause(), message, result.trial().number(), 1),
            (first, next) -> new Group(first.cause, first.message, first.trial, first.count + 1));
      }
    }
    List<Group> groups = new ArrayList<>(byKind.values());
    groups.sort(Comparator.comparingInt((Group group) -> -group.count));
    return new Failures(groups);
  }

  /** Returns true if there are results and all are failures. */
  public static boolean only(List<TrialResult> results) {
    return !results.isEmpty()
        && results.stream().allMatch(result -> result.outcome() instanceof Outcome.Failed);
  }

  /** Returns the first line of a message without the name of a Java exception before it. */
  static String readable(String message) {
    String line = message.lines().findFirst().orElse("");
    String text = EXCEPTION.matcher(line).replaceFirst("");
    return text.isBlank() ? "an error without a message" : text;
  }

  /** Returns the groups, the commonest first. */
  public List<Group> groups() {
    return groups;
  }

  /** Returns the groups as trees, for JSON. */
  public List<Object> tree() {
    return groups.stream().map(group -> (Object) group.tree()).toList();
  }

  /** Returns a line for each group and a hint for the first; each ends with a line break. */
  public String text() {
    StringBuilder text = new StringBuilder();
    groups.stream().limit(SHOWN).forEach(group -> text.append(group.text()));
    if (groups.size() > SHOWN) {
      text.append("  and ").append(Words.count(groups.size() - SHOWN, "other kind")).append('\n');
    }
    if (!groups.isEmpty()) {
      text.append("Hint: ").append(hint(groups.get(0).cause)).append('\n');
    }
    return text.toString();
  }

  private static String hint(FailureCause cause) {
    return switch (cause) {
      case DIVERGED ->
          "lower the learning rate (evaluator.optimizer.learningRate), or check the scale of the data.";
      case OUT_OF_MEMORY ->
          "use smaller networks, smaller batches (evaluator.batchSize) or fewer workers.";
      case EXCEPTION ->
          "the stack trace is in log.txt, and nas show prints it; it names the code that failed.";
      case PROCESS_DIED ->
          "the process ended during these trials, often because memory ran out; use fewer workers.";
      case INFEASIBLE -> "widen constraints, or leave such architectures out of the search space.";
      case TIMEOUT -> "raise trialTimeout, or train fewer epochs or smaller networks.";
    };
  }
}
