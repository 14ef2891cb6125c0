package org.espalier.nas.controller.bayesian.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.controller.bayesian.surrogate.Prediction;
import org.espalier.nas.controller.encoding.Dimension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Comparison with results of scikit-learn and plain NumPy on the same data, written by {@code
 * bench/gp/reference.py}.
 */
final class GaussianProcessReferenceTest {
  private static final double TOLERANCE = 1e-6;

  private record Case(Map<String, List<double[]>> lines) {
    double[] one(String name) {
      return lines.get(name).get(0);
    }

    GaussianProcess process() {
      double[] others = one("others");
      double[] unordered = one("unordered");
      List<Dimension> axes =
          IntStream.range(0, unordered.length)
              .mapToObj(i -> unordered[i] == 1 ? Axes.options(i) : Axes.number(i))
              .toList();
      return GaussianProcess.of(
              axes,
              Hyperparameters.of(one("scales"), others[0], others[1], others[2]),
              lines.get("point").toArray(double[][]::new),
              one("targets"))
          .orElseThrow();
    }

    @Override
    public String toString() {
      return one("scales").length + " decisions, " + one("targets").length + " observations";
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String line : text().split("\n")) {
      if (line.equals("case")) {
        cases.add(new Case(new LinkedHashMap<>()));
      } else {
        String[] words = line.split(" ");
        double[] numbers =
            Arrays.stream(words)
                .skip(1)
                .mapToDouble(GaussianProcessReferenceTest::number)
                .toArray();
        cases
            .get(cases.size() - 1)
            .lines()
            .computeIfAbsent(words[0], name -> new ArrayList<>())
            .add(numbers);
      }
    }
    return cases;
  }

  private static double number(String word) {
    return word.equals("nan") ? Double.NaN : Double.parseDouble(word);
  }

  private static String text() {
    try (InputStream in = GaussianProcessReferenceTest.class.getResourceAsStream("reference.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void predictsTheSameMeanAndDeviation(Case reference) {
    GaussianProcess process = reference.process();
    List<double[]> queries = reference.lines().get("query");
    for (int i = 0; i < queries.size(); i++) {
      Prediction prediction = process.predict(queries.get(i));
      assertThat(prediction.mean()).isCloseTo(reference.one("means")[i], within(TOLERANCE));
      assertThat(prediction.deviation())
          .isCloseTo(reference.one("deviations")[i], within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheSameMarginalLikelihood(Case reference) {
    assertThat(reference.process().logMarginalLikelihood())
        .isCloseTo(reference.one("likelihood")[0], within(TOLERANCE));
  }
}
