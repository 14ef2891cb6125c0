package org.espalier.nas.benchmark;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;
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

/** The time to sample, count and mutate in spaces of multilayer perceptrons. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MlpSearchSpaceBenchmark {

  /** The length of the longest network. */
  @Param({"3", "20"})
  private int maxLength;

  private MlpSettings settings = MlpSettings.published();
  private MlpSearchSpace space = new MlpSearchSpace(settings, wine());
  private RandomGenerator random = new RandomStreams(1).stream("benchmark", 0);
  private Architecture parent = space.sample(random);

  /** Creates the space. */
  @Setup
  public void createSpace() {
    settings =
        new MlpSettings(
            List.of(8, 16, 32, 64, 128, 256, 512),
            List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.ELU),
            List.of(0.2),
            2,
            maxLength,
            null);
    space = new MlpSearchSpace(settings, wine());
    random = new RandomStreams(1).stream("benchmark", 0);
    parent = space.sampleUniformly(random);
  }

  /** Creates the space and counts it. */
  @Benchmark
  public Optional<BigInteger> createAndCount() {
    return new MlpSearchSpace(settings, wine()).count();
  }

  /** Draws uniformly over decisions. */
  @Benchmark
  public Architecture sample() {
    return space.sample(random);
  }

  /** Draws uniformly over architectures. */
  @Benchmark
  public Architecture sampleUniformly() {
    return space.sampleUniformly(random);
  }

  /** Changes one layer. */
  @Benchmark
  public Architecture mutate() {
    return space.mutate(parent, random);
  }

  private static DatasetInfo wine() {
    return new DatasetInfo.Tabular(
        "wine",
        new Task.Classification("class", List.of("low", "medium", "high")),
        TensorShape.of(11),
        IntStream.range(0, 11).mapToObj(i -> Feature.raw("x" + i)).toList(),
        Map.of(),
        "none");
  }
}
