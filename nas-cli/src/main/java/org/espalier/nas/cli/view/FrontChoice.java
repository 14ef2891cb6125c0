package org.espalier.nas.cli.view;

import java.util.List;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.Words;

/**
 * Text about a trial that was chosen from the front of several objectives, and its alternatives.
 *
 * @param history history of the run
 * @param chosen the chosen member of the front
 */
public record FrontChoice(StudyHistory history, TrialResult chosen) {
  private static final int MOST = 12;

  /** Returns the text; each line ends with a line break. */
  @Override
  public String toString() {
    TrialFront front = TrialFront.of(history.objectives(), history.results());
    ObjectiveColumns columns = new ObjectiveColumns(history);
    String reason =
        front.knee().isPresent()
            ? "the knee of the front of " + Words.count(front.size(), "trial")
            : "%s in the front of %s, which has no knee"
                .formatted(
                    TrialFront.extreme(front.objectives().get(0)),
                    Words.count(front.size(), "trial"));
    String first =
        "Chose trial %d, %s: %s.\n"
            .formatted(chosen.trial().number(), reason, columns.words(chosen));
    List<TrialResult> others =
        front.members().stream()
            .filter(member -> member.trial().number() != chosen.trial().number())
            .toList();
    if (others.isEmpty()) {
      return first;
    }
    String listed =
        others.stream()
            .limit(MOST)
            .map(
                member ->
                    "  --trial %d: %s%s\n"
                        .formatted(
                            member.trial().number(), columns.words(member), named(front, member)))
            .collect(Collectors.joining());
    return first
        + "Others of the front:\n"
        + listed
        + (others.size() > MOST
            ? "  and %d more, which nas top lists\n".formatted(others.size() - MOST)
            : "");
  }

  private static String named(TrialFront front, TrialResult member) {
    List<String> titles = front.titles(member);
    return titles.isEmpty() ? "" : " (" + String.join(", ", titles) + ")";
  }
}
