package org.espalier.nas.analysis.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.objective.Dominance;
import org.espalier.nas.api.random.RandomStreams;
import org.junit.jupiter.api.Test;

class AttainmentSurfaceTest {
  private static final List<List<double[]>> RUNS =
      List.of(
          List.of(new double[] {1, 4}, new double[] {3, 2}),
          List.of(new double[] {2, 3}),
          List.of(new double[] {2, 1}, new double[] {5, 5}),
          List.of(new double[] {4, 4}));

  @Test
  void surfacesOfFourRuns() {
    assertThat(AttainmentSurface.of(RUNS, 0.25).corners())
        .containsExactly(new double[] {1, 4}, new double[] {2, 1});
    assertThat(AttainmentSurface.of(RUNS, 0.5).corners())
        .containsExactly(new double[] {2, 3}, new double[] {3, 2});
    assertThat(AttainmentSurface.of(RUNS, 0.75).corners())
        .containsExactly(new double[] {2, 4}, new double[] {3, 3});
    assertThat(AttainmentSurface.of(RUNS, 1).corners()).containsExactly(new double[] {4, 4});
  }

  @Test
  void sharesAreRoundedUpToRuns() {
    assertThat(AttainmentSurface.of(RUNS, 0.5).attaining()).isEqualTo(2);
    assertThat(AttainmentSurface.of(RUNS, 0.51).attaining()).isEqualTo(3);
    assertThat(AttainmentSurface.of(RUNS, 1e-12).attaining()).isEqualTo(1);
    assertThat(AttainmentSurface.of(Collections.nCopies(100, RUNS.get(0)), 0.07))
        .satisfies(
            surface -> {
              assertThat(surface.attaining()).isEqualTo(7);
              assertThat(surface.runs()).isEqualTo(100);
              assertThat(surface.corners()).isUnmodifiable();
            });
  }

  @Test
  void aRunWithoutPointsAttainsNothing() {
    List<List<double[]>> runs = List.of(List.of(), List.of(new double[] {1, 1}));
    assertThat(AttainmentSurface.of(runs, 0.5).corners()).containsExactly(new double[] {1, 1});
    assertThat(AttainmentSurface.of(runs, 1).corners()).isEmpty();
  }

  @Test
  void aRegionIsAllThatSoManyRunsWeaklyDominate() {
    for (int number = 0; number < 150; number++) {
      RandomGenerator random = new RandomStreams(3).stream("runs", number);
      List<List<double[]>> runs =
          Stream.generate(() -> points(random)).limit(1 + random.nextInt(7)).toList();
      double share = new double[] {0.25, 0.5, 0.75}[number % 3];
      AttainmentSurface surface = AttainmentSurface.of(runs, share);
      for (int place = 0; place < 64; place++) {
        double[] target = {place % 8, Math.floorDiv(place, 8)};
        long attaining = runs.stream().filter(run -> attains(run, target)).count();
        assertThat(attains(surface.corners(), target))
            .as("%d of %d at (%s, %s)", attaining, runs.size(), target[0], target[1])
            .isEqualTo(attaining >= share * runs.size());
      }
      for (int i = 1; i < surface.corners().size(); i++) {
        assertThat(surface.corners().get(i)[0]).isGreaterThan(surface.corners().get(i - 1)[0]);
        assertThat(surface.corners().get(i)[1]).isLessThan(surface.corners().get(i - 1)[1]);
      }
    }
  }

  @Test
  void impossibleArgumentsAreRefused() {
    assertThatThrownBy(() -> AttainmentSurface.of(List.of(), 0.5))
        .hasMessage("runs (0) must not be empty, and share (0.5) must lie in (0, 1].");
    assertThatThrownBy(() -> AttainmentSurface.of(RUNS, 50)).hasMessageContaining("share (50.0)");
    assertThatThrownBy(() -> AttainmentSurface.of(List.of(List.of(new double[3])), 0.5))
        .hasMessage(
            "point ([0.0, 0.0, 0.0]) must be a pair of finite numbers; choose two objectives.");
  }

  private static List<double[]> points(RandomGenerator random) {
    return Stream.generate(() -> random.ints(2, 0, 8).asDoubleStream().toArray())
        .limit(random.nextInt(7))
        .toList();
  }

  private static boolean attains(List<double[]> points, double[] target) {
    return points.stream().anyMatch(point -> Dominance.weaklyDominates(point, target));
  }
}
