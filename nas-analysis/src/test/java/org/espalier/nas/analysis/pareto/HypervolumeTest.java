package org.espalier.nas.analysis.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.objective.Hypervolume;
import org.espalier.nas.api.objective.HypervolumeCurve;
import org.espalier.nas.api.random.RandomStreams;
import org.junit.jupiter.api.Test;

class HypervolumeTest {

  @Test
  void unionsOfBoxes() {
    assertThat(Hypervolume.of(List.of(new double[] {3}, new double[] {1}), 5)).isEqualTo(4);
    assertThat(
            Hypervolume.of(
                List.of(new double[] {1, 3}, new double[] {2, 2}, new double[] {3, 1}), 4, 4))
        .isEqualTo(3 + 2 + 1);
    List<double[]> cubes =
        List.of(new double[] {0, 1, 1}, new double[] {1, 0, 1}, new double[] {1, 1, 0});
    assertThat(Hypervolume.of(cubes, 2, 2, 2)).isEqualTo(1 + 3);
    assertThat(Hypervolume.of(List.of(new double[] {-1, 0, 0.5, 0}), 1, 1, 1, 3)).isEqualTo(3);
  }

  @Test
  void pointsThatAreNotBetterThanTheReferenceContributeNothing() {
    List<double[]> points =
        List.of(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {-9, 2});
    assertThat(Hypervolume.of(points, 1, 1)).isEqualTo(0.25);
    assertThat(Hypervolume.of(points.subList(1, 3), 1, 1)).isZero();
    assertThat(Hypervolume.of(List.of(), 1, 1)).isZero();
  }

  @Test
  void volumesOnAGridAreNumbersOfCells() {
    for (int number = 0; number < 250; number++) {
      List<double[]> points = gridPoints(number);
      double[] reference = new double[1 + number % 5];
      Arrays.fill(reference, 5);
      assertThat(Hypervolume.of(points, reference)).isEqualTo(cells(points, reference.length));
    }
  }

  @Test
  void theCurveIsTheHypervolumeOfEachBeginning() {
    for (int number = 0; number < 100; number++) {
      List<double[]> points =
          gridPoints(number).stream()
              .map(point -> Arrays.stream(point).map(value -> value / 10).toArray())
              .toList();
      double[] reference = new double[1 + number % 5];
      Arrays.fill(reference, 0.47);
      double[] curve = HypervolumeCurve.of(points, reference);
      assertThat(curve).hasSameSizeAs(points);
      for (int i = 0; i < curve.length; i++) {
        double exact = Hypervolume.of(points.subList(0, i + 1), reference);
        assertThat(curve[i]).isCloseTo(exact, within(1e-12));
        assertThat(curve[i]).isGreaterThanOrEqualTo(i == 0 ? 0 : curve[i - 1]);
      }
    }
  }

  /** The rounded volume of the dominated point beyond the others is -1e-16. */
  @Test
  void theCurveNeverFalls() {
    List<double[]> points =
        List.of(new double[] {0.1, 0.3}, new double[] {0.3, 0.1}, new double[] {0.3, 0.2});
    double[] curve = HypervolumeCurve.of(points, 1, 1);
    assertThat(curve[2]).isEqualTo(curve[1]);
  }

  @Test
  void theCurveCopiesItsReference() {
    double[] reference = {2};
    HypervolumeCurve curve = new HypervolumeCurve(reference);
    reference[0] = 9;
    assertThat(curve.add(new double[] {1})).isEqualTo(1);
  }

  @Test
  void pointsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> Hypervolume.of(List.of(new double[] {1, 2}), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "point ([1.0, 2.0]) and reference ([1.0]) must have one value for each objective.");
    assertThatThrownBy(() -> new HypervolumeCurve(1).add(new double[] {Double.NaN}))
        .hasMessage(
            "point ([NaN]) and reference ([1.0]) must be finite numbers; leave out failed trials.");
  }

  /** Points with coordinates 0, 1, …, 5, some equal and some on the boundary. */
  private static List<double[]> gridPoints(int number) {
    RandomGenerator random = new RandomStreams(2).stream("grid", number);
    int objectives = 1 + number % 5;
    return Stream.generate(() -> random.ints(objectives, 0, 6).asDoubleStream().toArray())
        .limit(random.nextInt(16))
        .toList();
  }

  /** The number of cells of the grid [0, 5)ᵐ that a point dominates. */
  private static int cells(List<double[]> points, int objectives) {
    int all = (int) Math.pow(5, objectives);
    int count = 0;
    for (int cell = 0; cell < all; cell++) {
      int code = cell;
      double[] corner = new double[objectives];
      for (int i = 0; i < objectives; i++, code /= 5) {
        corner[i] = code % 5;
      }
      count += points.stream().anyMatch(point -> covers(point, corner)) ? 1 : 0;
    }
    return count;
  }

  private static boolean covers(double[] point, double[] corner) {
    for (int i = 0; i < corner.length; i++) {
      if (point[i] > corner[i]) {
        return false;
      }
    }
    return true;
  }
}
