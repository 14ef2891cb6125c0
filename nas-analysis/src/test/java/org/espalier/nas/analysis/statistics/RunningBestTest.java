package org.espalier.nas.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningBestTest {

  @Test
  void rises() {
    assertThat(RunningBest.of(new double[] {2, 1, 3, 3, -1}, true)).containsExactly(2, 2, 3, 3, 3);
  }

  @Test
  void fallsWhereLessIsBetter() {
    assertThat(RunningBest.of(new double[] {2, 3, 1, 4}, false)).containsExactly(2, 2, 1, 1);
  }

  @Test
  void leavesItsInputAlone() {
    double[] values = {1, 0};

    RunningBest.of(values, true);

    assertThat(values).containsExactly(1, 0);
    assertThat(RunningBest.of(new double[0], true)).isEmpty();
  }
}
