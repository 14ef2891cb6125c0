package org.espalier.nas.benchmark.pareto;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.espalier.nas.api.objective.Hypervolume;
import org.espalier.nas.api.objective.NonDominatedSorting;
import org.espalier.nas.api.random.RandomStreams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time of hypervolume and non-dominated sorting for 1,000 points. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParetoBenchmark {
  private static final int POINTS = 1000;

  /** Number of objectives. */
  @Param({"2", "3", "4"})
  private int objectives;

  private List<double[]> front = List.of();
  private List<double[]> cloud = List.of();
  private double[] reference = {};

  /** Draws points on the unit sphere, none of which dominates another, and points in a cube. */
  @Setup
  public void draw() {
    RandomGenerator random = new RandomStreams(1).stream("benchmark", objectives);
    front = Stream.generate(() -> onSphere(random)).limit(POINTS).toList();
    cloud = Stream.generate(() -> random.doubles(objectives).toArray()).limit(POINTS).toList();
    reference = DoubleStream.generate(() -> 1.1).limit(objectives).toArray();
  }

  private double[] onSphere(RandomGenerator random) {
    double[] point =
        DoubleStream.generate(() -> Math.abs(random.nextGaussian())).limit(objectives).toArray();
    double length = Math.sqrt(DoubleStream.of(point).map(value -> value * value).sum());
    return DoubleStream.of(point).map(value -> 1 - value / length).toArray();
  }

  /** Computes the hypervolume of the front. */
  @Benchmark
  public double hypervolume() {
    return Hypervolume.of(front, reference);
  }

  /** Sorts the points of the cube. */
  @Benchmark
  public NonDominatedSorting sorting() {
    return NonDominatedSorting.of(cloud);
  }
}
