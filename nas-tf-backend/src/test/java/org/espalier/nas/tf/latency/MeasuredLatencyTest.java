package org.espalier.nas.tf.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.training.FixedNetworks;
import org.espalier.nas.tf.training.TableDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

/** Measurements with TensorFlow; no verdict depends on a measured time. */
class MeasuredLatencyTest {
  private static final NetworkSpec CHAIN =
      new NetworkSpec(
          TensorShape.of(8, 8, 1),
          List.of(
              Conv2d.of(4, Window.of(3)).withoutBias(),
              BatchNorm.standard(),
              new Dropout(0.5),
              new GlobalAveragePool(),
              new Dense(3, Activation.SOFTMAX)));

  @TempDir Path folder;

  private LatencyObjective objective(SearchSpace space, int batch) {
    return new LatencyObjective(
        new LatencySettings(null, batch, 2, 1, 7, 0.05, 3, null, null, List.of(), 60, null),
        space,
        StandardLayers.implementations(),
        new RunFolder(folder),
        Optional.empty());
  }

  private static ObjectiveValue value(LatencyObjective objective, Architecture architecture)
      throws Exception {
    return objective.value(Trials.of(architecture), Trials.COMPLETED);
  }

  @Test
  void aConvolutionalNetworkIsMeasuredInPairsWithTheReferenceNetwork() throws Exception {
    FixedNetworks space = new FixedNetworks(List.of(CHAIN));
    LatencyObjective latency = objective(space, 1);
    ObjectiveValue measured = value(latency, space.architecture(0));

    assertThat(latency.exclusive()).isTrue();
    assertThat(latency.objective().reproducible()).isFalse();
    assertThat(measured.value()).isPositive().isFinite();
    assertThat(measured.facts())
        .containsOnlyKeys("latency.ratio", "latency.spread", "latency.measurements");
    assertThat(measured.facts().get("latency.measurements")).isBetween(1.0, 3.0);
  }

  @Test
  void aResumedRunHasTheScaleOfItsFirstMeasurement() throws Exception {
    DatasetInfo data = TableDataset.blobs(3, TensorShape.of(4), 20, 5).info();
    MlpSearchSpace space = new MlpSearchSpace(MlpSettings.published(), data);
    Architecture architecture = space.sample(new SplittableRandom(1));
    value(objective(space, 2), architecture);
    Path file = folder.resolve("latency").resolve("reference-batch2.json");
    String first = Files.readString(file);
    Files.writeString(file, first.replaceFirst("\"milliseconds\":[^,}]*", "\"milliseconds\":1000"));
    ObjectiveValue measured = value(objective(space, 2), architecture);

    assertThat(measured.value()).isEqualTo(1000 * measured.facts().get("latency.batch2.ratio"));
  }

  @Test
  void aMeasurementThatFailsLeavesNoFile() {
    FixedNetworks space = new FixedNetworks(List.of(CHAIN));
    LatencyObjective latency = objective(space, 1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> value(latency, space.architecture(0)))
        .isInstanceOf(InterruptedException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSpaceWithoutNetworksIsRefused() {
    SearchSpace space = Mockito.mock();

    assertThatThrownBy(() -> objective(space, 1))
        .isInstanceOf(NasException.class)
        .hasMessageContaining("Set table to a file of their latencies, or remove the objective.");
  }
}
