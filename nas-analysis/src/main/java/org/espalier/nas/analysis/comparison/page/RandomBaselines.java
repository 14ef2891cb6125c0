package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.comparison.page.Practice.State;

/**
 * Practice 8 of Lindauer and Hutter (2020), which distinguishes random sampling, a single random
 * architecture (definition 9), from random search, the best of many (definition 10). The first
 * trial of a random search is a random sample.
 */
final class RandomBaselines {

  private static final int NUMBER = 8;
  private static final String TASK = "Compare with random sampling and with random search.";

  private final PageModel view;

  RandomBaselines(PageModel view) {
    this.view = view;
  }

  Practice practice() {
    for (ArmRecord arm : view.results().comparison().arms()) {
      if ("random".equals(arm.settings().get("controller.type"))) {
        return practice(arm.name());
      }
    }
    return new Practice(
        NUMBER,
        TASK,
        State.NOT_MET,
        "No arm is random search; add one with controller.type: random.");
  }

  private Practice practice(String arm) {
    List<String> without =
        view.problems().stream()
            .filter(problem -> problem.arms().stream().noneMatch(a -> a.arm().equals(arm)))
            .map(problem -> problem.problem().name())
            .toList();
    if (!without.isEmpty()) {
      return new Practice(
          NUMBER,
          TASK,
          State.NOT_MET,
          arm + " is random search, but has no search on " + ArmDifferences.listed(without) + ".");
    }
    List<String> samples = new ArrayList<>();
    for (ProblemView problem : view.problems()) {
      OptionalDouble sampled = sampled(problem.problem().name(), arm);
      if (sampled.isPresent()) {
        String on = view.problems().size() == 1 ? "" : " on " + problem.problem().name();
        samples.add(problem.text().full(sampled.getAsDouble()) + on);
      }
    }
    return samples.size() < view.problems().size()
        ? new Practice(
            NUMBER,
            TASK,
            State.NOT_MET,
            arm + " is random search; the score of a single random architecture is unknown.")
        : new Practice(
            NUMBER,
            TASK,
            State.MET,
            arm
                + " is random search. Random sampling, the mean of the first architectures of its"
                + " searches, scores "
                + ArmDifferences.listed(samples)
                + ".");
  }

  /** Returns the mean score of the first architectures that did not fail. */
  private OptionalDouble sampled(String problem, String arm) {
    return view.results().comparison().searches().stream()
        .filter(search -> search.problem().equals(problem) && search.arm().equals(arm))
        .map(SearchRecord::trials)
        .filter(trials -> !trials.isEmpty())
        .map(trials -> trials.get(0))
        .filter(trial -> trial.score() != null || trial.reward() != null)
        .mapToDouble(RandomBaselines::score)
        .average();
  }

  private static double score(TrialPoint trial) {
    Double score = trial.score();
    return score != null ? score : Objects.requireNonNull(trial.reward());
  }
}
