package org.espalier.nas.data.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorsTest {
  private static final Preparation RAW = Preparation.standard().with(Scaling.NONE);
  private static final RandomStreams STREAMS = new RandomStreams(7);

  static Stream<Arguments> generators() {
    return Stream.of(
        arguments("moons", seed -> moons(300, 0.2, seed)),
        arguments("spirals", seed -> spirals(0.02, seed)),
        arguments("blobs", seed -> blobs(seed)),
        arguments("xor", seed -> xor(0.1, seed)),
        arguments("random-labels", seed -> randomLabels(seed)),
        arguments("informative", seed -> informative(1.5, seed)),
        arguments("discs", seed -> discs(0.03, seed)),
        arguments("friedman", seed -> friedman(300, 1, seed)));
  }

  private static Arguments arguments(String name, LongFunction<Dataset> generator) {
    return Arguments.of(name, generator);
  }

  private static Dataset moons(int samples, double noise, long seed) {
    return new MoonsDataset(new MoonsSettings(samples, noise, seed, RAW), STREAMS);
  }

  private static Dataset spirals(double noise, long seed) {
    return new SpiralsDataset(new SpiralsSettings(300, 3, 1.5, noise, seed, RAW), STREAMS);
  }

  private static Dataset blobs(long seed) {
    return new BlobsDataset(new BlobsSettings(300, 4, 3, 1, seed, RAW), STREAMS);
  }

  private static Dataset xor(double noise, long seed) {
    return new XorDataset(new XorSettings(300, 2, noise, seed, RAW), STREAMS);
  }

  private static Dataset randomLabels(long seed) {
    return new RandomLabelsDataset(new RandomLabelsSettings(300, 5, 5, seed, RAW), STREAMS);
  }

  private static Dataset informative(double separation, long seed) {
    return new InformativeDataset(
        new InformativeSettings(2100, 3, 10, 4, 3, 2, separation, 0, seed, RAW), STREAMS);
  }

  private static Dataset discs(double noise, long seed) {
    return new DiscsDataset(new DiscsSettings(300, 4, 2, 0.3, noise, seed, RAW), STREAMS);
  }

  private static Dataset friedman(int samples, double noise, long seed) {
    return new FriedmanDataset(new FriedmanSettings(samples, noise, seed, RAW), STREAMS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("generators")
  void theSameSeedDrawsTheSameExamplesAndAnotherSeedOthers(
      String name, LongFunction<Dataset> generator) {
    assertThat(generator.apply(1).info().hash()).isEqualTo(generator.apply(1).info().hash());
    assertThat(generator.apply(1).info().hash()).isNotEqualTo(generator.apply(2).info().hash());
    assertThat(generator.apply(1).info().name()).isEqualTo(name);
  }

  static Stream<Arguments> drawnInTurn() {
    List<String> names = List.of("moons", "spirals", "blobs", "informative");
    return generators().filter(generator -> names.contains((String) generator.get()[0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drawnInTurn")
  void classesAreOfEqualSize(String name, LongFunction<Dataset> generator) {
    Dataset dataset = generator.apply(5);
    Task.Classification task = (Task.Classification) dataset.info().task();
    int[] counts = new int[task.classes().size()];
    int total = 0;
    for (Part part : Part.values()) {
      FloatBuffer targets = dataset.examples(part).targets();
      total += targets.remaining();
      while (targets.hasRemaining()) {
        counts[(int) targets.get()]++;
      }
    }
    int equal = total / counts.length;
    assertThat(counts).containsOnly(equal);
  }

  @Test
  void moonsWithoutNoiseLieOnTwoHalfCircles() {
    Examples training = moons(400, 0, 3).examples(Part.TRAINING);
    for (int i = 0; i < training.size(); i++) {
      double x = feature(training, i, 0);
      double y = feature(training, i, 1);
      boolean upper = training.target(i) == 0;
      double radius = upper ? Math.hypot(x, y) : Math.hypot(x - 1, y - 0.5);
      assertThat(radius).isCloseTo(1, within(1e-6));
      assertThat(upper ? y : 0.5 - y).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void spiralsWithoutNoiseHaveTheAngleOfTheirArm() {
    Examples training = spirals(0, 3).examples(Part.TRAINING);
    for (int i = 0; i < training.size(); i++) {
      double radius = Math.hypot(feature(training, i, 0), feature(training, i, 1));
      double angle = 2 * Math.PI * (1.5 * radius + training.target(i) / 3);
      assertThat((double) feature(training, i, 0))
          .isCloseTo(radius * Math.cos(angle), within(1e-5));
      assertThat((double) feature(training, i, 1))
          .isCloseTo(radius * Math.sin(angle), within(1e-5));
    }
  }

  @Test
  void xorWithoutNoiseIsTheParityOfSigns() {
    Examples training = xor(0, 3).examples(Part.TRAINING);
    for (int i = 0; i < training.size(); i++) {
      boolean differ = (feature(training, i, 0) < 0) != (feature(training, i, 1) < 0);
      assertThat(training.target(i)).isEqualTo(differ ? 1 : 0);
    }
  }

  @Test
  void discsWithoutNoiseSeparateALabelByTheDistanceToACentre() {
    Dataset discs = discs(0, 3);
    assertThat(discs.info().task())
        .isEqualTo(
            new Task.MultiLabel(
                "label1, label2, label3, label4", List.of("label1", "label2", "label3", "label4")));
    for (int label = 0; label < 4; label++) {
      List<double[]> inside = points(discs, label, 1);
      List<double[]> outside = points(discs, label, 0);
      assertThat(inside).hasSize(90);
      assertThat(outside).hasSize(210);
      // A disc is convex, so that no point outside lies between points inside.
      assertThat(outside).allSatisfy(p -> assertThat(widestGap(p, inside)).isGreaterThan(Math.PI));
    }
  }

  /** Returns the widest angle at a point between neighbouring directions to other points. */
  private static double widestGap(double[] from, List<double[]> to) {
    double[] angles =
        to.stream().mapToDouble(p -> Math.atan2(p[1] - from[1], p[0] - from[0])).sorted().toArray();
    double widest = angles[0] + 2 * Math.PI - angles[angles.length - 1];
    for (int i = 1; i < angles.length; i++) {
      widest = Math.max(widest, angles[i] - angles[i - 1]);
    }
    return widest;
  }

  private static List<double[]> points(Dataset dataset, int label, int value) {
    List<double[]> points = new ArrayList<>();
    for (Part part : Part.values()) {
      Examples examples = dataset.examples(part);
      for (int i = 0; i < examples.size(); i++) {
        if (examples.target(i, label) == value) {
          points.add(new double[] {feature(examples, i, 0), feature(examples, i, 1)});
        }
      }
    }
    return points;
  }

  @Test
  void friedmanWithoutNoiseIsHisFormula() {
    Dataset friedman = friedman(300, 0, 3);
    TargetScale scale = ((Task.Regression) friedman.info().task()).scale();
    Examples training = friedman.examples(Part.TRAINING);
    for (int i = 0; i < training.size(); i++) {
      double y =
          10 * Math.sin(Math.PI * feature(training, i, 0) * feature(training, i, 1))
              + 20 * Math.pow(feature(training, i, 2) - 0.5, 2)
              + 10 * feature(training, i, 3)
              + 5 * feature(training, i, 4);
      assertThat(scale.value(training.target(i))).isCloseTo(y, within(1e-5));
    }
  }

  @Test
  void informativeFeaturesTellTheClassAndNoiseDoesNot() {
    Examples training = informative(6, 3).examples(Part.TRAINING);
    List<Double> spread =
        IntStream.range(0, 10).mapToObj(feature -> deviation(training, feature)).toList();
    // Corners at ±6 make the deviation of an informative feature about 6, that of noise 1; with
    // 1,470 examples the latter lies within 0.8 and 1.2 by more than 10 standard errors.
    assertThat(spread.subList(0, 4)).anySatisfy(sd -> assertThat(sd).isGreaterThan(3));
    assertThat(spread.subList(7, 10)).allSatisfy(sd -> assertThat(sd).isBetween(0.8, 1.2));
  }

  @Test
  void theSplitFollowsTheStudyAndTheExamplesDoNot() {
    MoonsSettings settings = new MoonsSettings(100, 0.1, 1, RAW);
    Dataset one = new MoonsDataset(settings, new RandomStreams(1));
    Dataset other = new MoonsDataset(settings, new RandomStreams(2));
    assertThat(one.info().hash()).isNotEqualTo(other.info().hash());
    assertThat(sum(one)).isCloseTo(sum(other), within(1e-3));
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    assertThatThrownBy(() -> new MoonsSettings(1, 0.1, 1, RAW))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("samples (1) must be at least 4.");
    assertThatThrownBy(() -> new BlobsSettings(100, 1, 2, 1, 1, RAW))
        .hasMessage("classes (1) must be at least 2.");
    assertThatThrownBy(() -> new XorSettings(100, 2, -1, 1, RAW))
        .hasMessage("noise (-1.0) must not be negative.");
    assertThatThrownBy(() -> new InformativeSettings(100, 3, 10, 2, 3, 2, 1, 0, 1, RAW))
        .hasMessage(
            "informative (2) must be at most 20 and give a corner to each of the 3 × 2 clusters.");
  }

  private static double sum(Dataset dataset) {
    double sum = 0;
    for (Part part : Part.values()) {
      FloatBuffer values = dataset.examples(part).features();
      while (values.hasRemaining()) {
        sum += values.get();
      }
    }
    return sum;
  }

  private static float feature(Examples examples, int example, int feature) {
    return examples.features().get(example * examples.shape().size() + feature);
  }

  private static double deviation(Examples examples, int feature) {
    double[] values =
        IntStream.range(0, examples.size())
            .mapToDouble(i -> feature(examples, i, feature))
            .toArray();
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    double squares =
        IntStream.range(0, values.length).mapToDouble(i -> Math.pow(values[i] - mean, 2)).sum();
    return Math.sqrt(squares / values.length);
  }
}
