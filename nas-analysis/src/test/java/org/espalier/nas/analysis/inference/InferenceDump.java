package org.espalier.nas.analysis.inference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Computes statistics of the samples in a file, for {@code bench/statistics/check.py}.
 *
 * <p>A line is the name of a statistic and samples, apart by tabs; a sample is numbers, apart by
 * spaces. For each line one of numbers is written.
 */
final class InferenceDump {

  private InferenceDump() {}

  /**
   * Reads and writes.
   *
   * @param args the file with the samples, and the file for the statistics
   */
  public static void main(String... args) throws IOException {
    List<String> answers = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
      String[] parts = line.split("\t", -1);
      double[][] samples =
          Arrays.stream(parts).skip(1).map(InferenceDump::numbers).toArray(double[][]::new);
      answers.add(
          answer(parts[0], samples).mapToObj(Double::toString).collect(Collectors.joining(" ")));
    }
    Files.write(Path.of(args[1]), answers, StandardCharsets.UTF_8);
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static DoubleStream answer(String statistic, double[][] samples) {
    return switch (statistic) {
      case "sample" -> sample(Sample.of(samples[0]));
      case "signed-rank" -> signedRank(SignedRankTest.of(samples[0]));
      case "effect" -> effect(VarghaDelaney.of(samples[0], samples[1]));
      case "holm" -> Holm.of(samples[0]).adjusted().stream().mapToDouble(p -> p);
      case "friedman" -> friedman(Friedman.of(samples));
      case "range" -> range(new StudentizedRange((int) samples[0][0]), samples[0]);
      case "bootstrap" -> bootstrap(samples[0], samples[1]);
      case "columns" -> columns(samples);
      default -> throw new IllegalArgumentException(statistic);
    };
  }

  private static DoubleStream sample(Sample sample) {
    return DoubleStream.of(
        sample.mean(),
        sample.median(),
        sample.deviation(),
        sample.interquartileMean(),
        sample.quantile(0.05),
        sample.quantile(0.25),
        sample.quantile(0.9));
  }

  private static DoubleStream signedRank(SignedRankTest test) {
    return DoubleStream.of(Math.min(test.positive(), test.negative()), test.p());
  }

  private static DoubleStream effect(VarghaDelaney effect) {
    return DoubleStream.of(effect.a12(), effect.cliffsDelta());
  }

  private static DoubleStream friedman(Friedman friedman) {
    List<Double> values = new ArrayList<>(List.of(friedman.statistic(), friedman.p()));
    values.addAll(friedman.meanRanks());
    Nemenyi nemenyi = new Nemenyi(friedman);
    for (int i = 0; i < friedman.meanRanks().size(); i++) {
      for (int j = i + 1; j < friedman.meanRanks().size(); j++) {
        values.add(nemenyi.p(i, j));
      }
    }
    values.add(nemenyi.criticalDifference(0.05));
    return values.stream().mapToDouble(value -> value);
  }

  private static DoubleStream range(StudentizedRange range, double[] sample) {
    return DoubleStream.of(range.cumulative(sample[1]), range.critical(sample[2]));
  }

  /** The intervals, and how often each value in ascending order was drawn. */
  private static DoubleStream bootstrap(double[] values, double[] settings) {
    Bootstrap bootstrap = new Bootstrap((long) settings[0], (int) settings[1], settings[2]);
    DoubleStream intervals =
        bootstrap
            .intervals(
                Sample.of(values),
                List.of(
                    Resample::mean,
                    Resample::median,
                    Resample::interquartileMean,
                    Resample::shareAboveZero))
            .stream()
            .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high()));
    return DoubleStream.concat(intervals, draws(bootstrap, values.length));
  }

  private static DoubleStream columns(double[][] samples) {
    double[] settings = samples[0];
    double[][] rows = Arrays.copyOfRange(samples, 1, samples.length);
    Bootstrap bootstrap = new Bootstrap((long) settings[0], (int) settings[1], settings[2]);
    DoubleStream intervals =
        bootstrap.ofColumnMeans(rows).stream()
            .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high()));
    return DoubleStream.concat(intervals, draws(bootstrap, rows.length));
  }

  private static DoubleStream draws(Bootstrap bootstrap, int size) {
    SplittableRandom random = new SplittableRandom(bootstrap.seed());
    int[] counts = new int[size];
    List<Double> all = new ArrayList<>();
    for (int draw = 0; draw < bootstrap.resamples(); draw++) {
      Resample.draw(random, counts);
      Arrays.stream(counts).forEach(count -> all.add((double) count));
    }
    return all.stream().mapToDouble(count -> count);
  }
}
