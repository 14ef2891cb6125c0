package org.espalier.nas.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.engine.table.BenchmarkTable;
import org.espalier.nas.engine.table.TableFile;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.InterruptSource;
import org.espalier.nas.experiment.run.Tabulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tables whose trainings run on executors of Spark. */
@Timeout(300)
class SparkTableTest {

  private static final String TRAINED =
      """
      name: small
      seed: 3
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, nodes: [4, 8], activations: [relu], dropout: [], maxLength: 3}
      controller: {type: random}
      evaluator: {type: training, epochs: 2, measureTest: true}
      """;

  @TempDir Path folder;

  /** Tells of the first training. */
  private static final class Watcher implements Tabulation.Watcher {
    private final CountDownLatch told = new CountDownLatch(1);

    @Override
    public StudyListener tabulating(Path trainings, int all, List<TrialResult> before) {
      return new StudyListener() {
        @Override
        public void told(TrialResult result, int oldestNeeded) {
          told.countDown();
        }
      };
    }
  }

  private Tabulation.Ended tabulate(
      String out, Watcher watcher, InterruptSource interrupts, String... flags) throws IOException {
    Path file = Files.writeString(folder.resolve("small.yaml"), TRAINED);
    Catalogue catalogue = Catalogue.load(SparkTableTest.class.getClassLoader());
    List<SettingFlag> all =
        new ArrayList<>(List.of(SettingFlag.of("output.folder", folder.resolve(out).toString())));
    Stream.of(flags).map(SettingFlag::parse).forEach(all::add);
    return new Tabulation(
            catalogue,
            new RunFolderRepository(Path.of("")),
            watcher,
            InstantSource.system(),
            interrupts,
            Clusters.installed(SparkTableTest.class.getClassLoader()))
        .run(
            new ExperimentReader(catalogue).read(file, all),
            file,
            new Tabulation.Extent(2, Optional.empty()));
  }

  private Tabulation.Ended onSpark(String out) throws IOException {
    return tabulate(
        out,
        new Watcher(),
        InterruptSource.none(),
        "executor.type=spark",
        "executor.master=" + LocalSpark.master(2),
        "executor.memory=512");
  }

  private static BenchmarkTable table(Tabulation.Ended ended) throws IOException {
    try (InputStream in = Files.newInputStream(ended.table().orElseThrow())) {
      return TableFile.read("small", in);
    }
  }

  @Test
  void theTableIsThatOfThreads() throws Exception {
    BenchmarkTable threads = table(tabulate("threads", new Watcher(), InterruptSource.none()));
    BenchmarkTable spark = table(onSpark("spark"));

    assertThat(TableFile.resultHash(spark)).isEqualTo(TableFile.resultHash(threads));
    assertThat(spark.architectures()).isEqualTo(threads.architectures()).hasSize(6);
    assertThat(spark.definition()).isEqualTo(threads.definition());
    assertThat(spark.measurements(0, 0)).isNotEqualTo(spark.measurements(0, 1));
  }

  @Test
  void aTableThatThreadsBeganIsContinued() throws Exception {
    Watcher watcher = new Watcher();
    Tabulation.Ended first =
        tabulate(
            "begun",
            watcher,
            new InterruptSource() {
              @Override
              public <T> T during(Supplier<T> work, Runnable interrupt) {
                new Thread(
                        () -> {
                          await(watcher.told);
                          interrupt.run();
                        })
                    .start();
                return work.get();
              }
            });
    assertThat(first.table()).isEmpty();

    BenchmarkTable continued = table(onSpark("begun"));

    assertThat(TableFile.resultHash(continued))
        .isEqualTo(
            TableFile.resultHash(table(tabulate("whole", new Watcher(), InterruptSource.none()))));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
