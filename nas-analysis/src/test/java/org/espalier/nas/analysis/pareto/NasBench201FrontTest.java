package org.espalier.nas.analysis.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.espalier.nas.api.objective.Hypervolume;
import org.espalier.nas.api.objective.HypervolumeCurve;
import org.espalier.nas.api.objective.ParetoFront;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fronts of the published table if {@code NAS_DATA_DIR} has it; nothing is downloaded. */
class NasBench201FrontTest {
  private static final double MOST_PARAMETERS = 1_531_546;

  @ParameterizedTest
  @CsvSource({"cifar10, 14, 0.890918", "cifar100, 13, 0.682812"})
  void parametersAgainstError(String dataset, int size, double hypervolume) throws IOException {
    List<double[]> points = points(dataset + "_test_200ep_mean");
    assertThat(points).hasSize(15_625);
    List<List<Double>> front =
        ParetoFront.of(points).stream()
            .map(points::get)
            .map(point -> List.of(point[0], point[1]))
            .distinct()
            .toList();
    assertThat(front).hasSize(size);
    assertThat(Hypervolume.of(points, 1, 1)).isCloseTo(hypervolume, within(5e-7));
    double[] curve = HypervolumeCurve.of(points, 1, 1);
    assertThat(curve[curve.length - 1]).isCloseTo(hypervolume, within(5e-7));
  }

  /** Returns parameters (a share of the most) and error of each cell. */
  private static List<double[]> points(String accuracy) throws IOException {
    String folder = System.getenv("NAS_DATA_DIR");
    assumeTrue(folder != null, "NAS_DATA_DIR is not set");
    Path file = Path.of(String.valueOf(folder), "nasbench201/nasbench201.csv.gz");
    assumeTrue(Files.exists(file), "NAS_DATA_DIR has no nasbench201/nasbench201.csv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> columns = Arrays.asList(reader.readLine().split(",", -1));
      int parameters = columns.indexOf("cifar10_params_m");
      int percent = columns.indexOf(accuracy);
      return reader
          .lines()
          .map(line -> line.split(",", -1))
          .map(
              row ->
                  new double[] {
                    Double.parseDouble(row[parameters]) * 1e6 / MOST_PARAMETERS,
                    1 - Double.parseDouble(row[percent]) / 100
                  })
          .toList();
    }
  }
}
