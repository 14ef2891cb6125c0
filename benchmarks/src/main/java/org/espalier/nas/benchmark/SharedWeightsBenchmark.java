package org.espalier.nas.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.espalier.nas.tf.sharing.WeightArray;
import org.espalier.nas.tf.sharing.WeightKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The time to find a layer's weights in the one-shot store. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@org.openjdk.jmh.annotations.Measurement(iterations = 5, time = 1)
public class SharedWeightsBenchmark {
  private static final int PROBES = 10;

  /** Number of weights in the store. */
  @Param({"10", "1000", "100000"})
  private int entries;

  private Path folder = Path.of("");
  private SharedWeights store = new SharedWeights(new FolderArtifacts(folder));
  private List<WeightKey> all = List.of();
  private int next;

  /** Fills the store as a trial does. */
  @Setup
  public void fill() throws IOException {
    folder = Files.createTempDirectory("shared-weights");
    store = new SharedWeights(new FolderArtifacts(folder));
    Map<WeightKey, LayerWeights> left =
        IntStream.range(0, entries)
            .mapToObj(SharedWeightsBenchmark::bigram)
            .collect(Collectors.toMap(bigram -> bigram, bigram -> weights()));
    store.publish(1, left);
    store.told(completed(), 0);
    List<WeightKey> shuffled =
        new ArrayList<>(
            IntStream.range(0, entries).mapToObj(SharedWeightsBenchmark::bigram).toList());
    Collections.shuffle(shuffled, new Random(1));
    all = List.copyOf(shuffled);
  }

  /** Deletes the files of the store. */
  @TearDown
  public void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Looks up the same ten entries repeatedly, which measures the cost of the algorithm. */
  @Benchmark
  public Optional<LayerWeights> findOneOfTen() {
    next = (next + 1) % PROBES;
    return store.find(all.get(next), 1);
  }

  /**
   * Looks up all entries in random order; in a large store, this includes the cost of main memory
   * access.
   */
  @Benchmark
  public Optional<LayerWeights> findAny() {
    next = (next + 1) % entries;
    return store.find(all.get(next), 1);
  }

  private static WeightKey bigram(int number) {
    return new WeightKey("(" + number / 317 + ", relu)", "(" + number % 317 + ", tanh)");
  }

  private static LayerWeights weights() {
    return new LayerWeights(Map.of("bias", new WeightArray(TensorShape.of(2), new float[] {1, 2})));
  }

  private static TrialResult completed() {
    Proposal proposal = Proposal.of(Architecture.empty(), Fidelity.epochs(1));
    Outcome outcome =
        new Outcome.Completed(List.of(new Measurement(1, Map.of("loss", 1.0))), Account.empty());
    return new TrialResult(new Trial(1, proposal, 1, 0), outcome, 1.0);
  }
}
