package org.espalier.nas.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.espalier.nas.analysis.ExampleRuns.completed;
import static org.espalier.nas.analysis.ExampleRuns.failed;
import static org.espalier.nas.analysis.ExampleRuns.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.espalier.nas.analysis.FrontRuns;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

class RankingTest {

  @Test
  void putsTheBestFirstAndEqualOnesInTheOrderOfTheirNumbers() {
    Ranking ranking = ranking(0.3, 0.9, 0.5, 0.9);

    assertThat(ranking.results()).extracting(r -> r.trial().number()).containsExactly(2, 4, 3, 1);
    assertThat(ranking.top(2)).extracting(r -> r.trial().number()).containsExactly(2, 4);
    assertThat(ranking.top(9)).hasSize(4);
  }

  @Test
  void leavesOutWhatFailed() {
    List<TrialResult> trials =
        List.of(failed(1, layers("a"), "NaN"), completed(2, layers("a"), "m", 1));

    Ranking ranking = Ranking.of(new StudyHistory(trials, new TreeMap<>()));

    assertThat(ranking.results()).extracting(r -> r.trial().number()).containsExactly(2);
  }

  @Test
  void roundsTheBestTenthUp() {
    assertThat(ranking(new double[0]).bestTenth()).isEmpty();
    assertThat(ranking(1).bestTenth()).hasSize(1);
    assertThat(ranking(new double[10]).bestTenth()).hasSize(1);
    assertThat(ranking(new double[11]).bestTenth()).hasSize(2);
  }

  @Test
  void averagesRewards() {
    assertThat(Ranking.meanReward(ranking(1, 2, 6).results())).hasValueCloseTo(3.0, within(1e-12));
    assertThat(Ranking.meanReward(List.of())).isEmpty();
  }

  private static Ranking ranking(double... rewards) {
    List<TrialResult> trials = new ArrayList<>();
    for (double reward : rewards) {
      trials.add(completed(trials.size() + 1, layers("a"), "m", reward));
    }
    return Ranking.of(new StudyHistory(trials, new TreeMap<>()));
  }

  @Test
  void severalObjectivesAreRankedByTheirFrontsAndBeginWithTheKnee() {
    StudyHistory history =
        FrontRuns.history(List.of(FrontRuns.ACCURACY, FrontRuns.PARAMETERS), FrontRuns.two());

    assertThat(Ranking.of(history).results())
        .extracting(result -> result.trial().number())
        .startsWith(3)
        .endsWith(2, 7)
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
    assertThat(Ranking.incumbent(history).map(result -> result.trial().number())).contains(3);
  }
}
