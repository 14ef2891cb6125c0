package org.espalier.nas.tf.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.SeparableConv2d;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;
import org.espalier.nas.searchspace.nasbench201.CellEquivalence;
import org.espalier.nas.searchspace.nasbench201.NasBench201SearchSpace;
import org.espalier.nas.searchspace.nasbench201.NasBench201Settings;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.training.FixedNetworks;
import org.espalier.nas.tf.training.TableDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyTablesTest {
  private static final MlpSearchSpace MLP =
      new MlpSearchSpace(
          new MlpSettings(List.of(8, 16), List.of(Activation.RELU), List.of(0.2), 2, 3, null),
          TableDataset.blobs(3, TensorShape.of(4), 20, 5).info());
  private static final FixedNetworks IMAGES =
      new FixedNetworks(
          List.of(
              new NetworkSpec(
                  TensorShape.of(4, 4, 1),
                  List.of(
                      Conv2d.of(2, Window.of(3)),
                      Conv2d.of(2, Window.of(3)),
                      new Flatten(),
                      new Dense(3, Activation.SOFTMAX)))));

  @TempDir Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), String.join("\n", lines) + "\n");
  }

  private static Architecture mlp(String... options) {
    return MLP.parse(List.of(options)).orElseThrow();
  }

  private static LatencySource read(Path file, SearchSpace space) {
    return LatencyTables.read(file, null, space);
  }

  @Test
  void architecturesAreFoundByTheirText() throws Exception {
    Path file =
        file(
            "\uFEFFarchitecture,phone,latency",
            "\"[(8, relu), (3, softmax)]\", 7 ,1.5",
            "",
            "\"[(8, relu), dropout(0.2), (3, softmax)]\",7,",
            "\"[(512, relu), (3, softmax)]\",7,2.5");

    LatencySource table = read(file, MLP);

    assertThat(table.measured()).isFalse();
    assertThat(table.known(mlp("(8, relu)", "(3, softmax)"))).hasValue(1.5);
    assertThat(table.value(mlp("(8, relu)", "(3, softmax)")).value()).isEqualTo(1.5);
    assertThat(LatencyTables.read(file, "phone", MLP).known(mlp("(8, relu)", "(3, softmax)")))
        .hasValue(7);
    Architecture unknown = mlp("(16, relu)", "(3, softmax)");
    assertThat(table.known(unknown)).isEmpty();
    assertThatThrownBy(() -> table.value(unknown))
        .isInstanceOf(NasException.class)
        .hasMessage("table (%s) has no latency of [(16, relu), (3, softmax)]. Add a row.", file);
  }

  @Test
  void architecturesAreFoundByTheirDecisions() throws IOException {
    LatencySource table =
        read(
            file(
                "layer 1,layer 2,layer 3,latency",
                "\"(8, relu)\",\"(3, softmax)\",,1",
                "\"(8, relu)\",\"(16, relu)\",\"(3, softmax)\",2"),
            MLP);

    assertThat(table.known(mlp("(8, relu)", "(3, softmax)"))).hasValue(1);
    assertThat(table.known(mlp("(8, relu)", "(16, relu)", "(3, softmax)"))).hasValue(2);
  }

  @Test
  void decisionsWithoutAColumnMakeNoDifference() throws IOException {
    LatencySource table = read(file("layer 1,latency", "\"(8, relu)\",4"), MLP);

    assertThat(table.known(mlp("(8, relu)", "(16, relu)", "(3, softmax)"))).hasValue(4);
    assertThat(table.known(mlp("(16, relu)", "(3, softmax)"))).isEmpty();
  }

  @Test
  void operationsAreSummedFromTheMostSpecificName() throws Exception {
    LatencySource table =
        read(
            file(
                "operation,latency",
                "\"conv(2, 3×3) 4×4×1\",1",
                "\"conv(2, 3×3)\",10",
                "Conv2d,1000",
                "Dense,100"),
            IMAGES);

    assertThat(table.value(IMAGES.architecture(0)).value()).isEqualTo(1 + 10 + 100);
    assertThat(table.known(IMAGES.architecture(0))).hasValue(111);
  }

  @Test
  void composedLayersCountAsTheirParts() throws Exception {
    FixedNetworks space =
        new FixedNetworks(
            List.of(
                new NetworkSpec(
                    TensorShape.of(4, 4, 1),
                    List.of(
                        SeparableConv2d.of(2, Window.of(3)),
                        new Flatten(),
                        new Dense(3, Activation.SOFTMAX)))));
    LatencySource parts =
        read(file("operation,latency", "Conv2d,1", "DepthwiseConv2d,10", "Dense,100"), space);
    assertThat(parts.value(space.architecture(0)).value()).isEqualTo(111);
    LatencySource whole =
        read(file("operation,latency", "SeparableConv2d,5", "Conv2d,1", "Dense,100"), space);
    assertThat(whole.value(space.architecture(0)).value()).isEqualTo(105);
  }

  @Test
  void anUnknownOperationIsNamedWithItsInput() throws IOException {
    LatencySource table = read(file("operation,latency", "Dense,1"), IMAGES);

    assertThat(table.known(IMAGES.architecture(0))).isEmpty();
    assertThatThrownBy(() -> table.value(IMAGES.architecture(0)))
        .isInstanceOf(NasException.class)
        .hasMessageContaining(
            "has no latency of conv(2, 3×3) 4×4×1, conv(2, 3×3) 4×4×2. Add a row for each");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "latency|1;tells neither architectures nor operations. It must have a column architecture, columns named as decisions (layer 1, layer 2, layer 3), or a column operation; its columns are [latency].",
        "architecture,latency;has no rows. It must have a header and a row for each latency.",
        "layer 1,latency|\"(8, relu)\",fast;line 2, column latency (fast) must be a time in milliseconds, finite and not negative. Fix the value, or leave it empty if it is unknown.",
        "layer 1,latency||\"(8, relu)\",-1;line 3, column latency (-1) must be a time",
        "layer 1,latency|\"(8, relu)\",NaN;line 2, column latency (NaN) must be a time",
        "layer 1,latency|\"(9, relu)\",1;line 2, column layer 1 ((9, relu)) is no value of this decision",
        "layer 1,latency|\"(8, relu)\",1|\"(8, relu)\",2;line 3, column latency repeats the architecture [(8, relu)]. Remove one of the rows.",
        "layer 1,latency|(8, relu),1;line 2 has 3 values for 2 columns. Values with commas must be in double quotes.",
        "layer 1,latency|\"(8, relu),1;line 2 has a double quote that is not closed. Close it.",
        "architecture,latency|[a],1|[b],2;line 2, column architecture ([a]) is no architecture of the search space, nor is that of any other row.",
        "operation,latency|Dense,1|Dense,2;line 3, column operation (Dense) is there twice. Remove one of the rows.",
        "architecture,phone|[a],1;has no column latency. Set device to the column with the latencies: [architecture, phone].",
      })
  void faultsAreNamedWithLineColumnAndTheWayOut(String lines, String message) throws IOException {
    Path file = file(lines.split("\\|"));

    assertThatThrownBy(() -> read(file, MLP))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("table (%s)", file)
        .hasMessageContaining(message);
  }

  @Test
  void anUnknownDeviceAndAMissingFileAreNamed() throws IOException {
    Path file = file("layer 1,phone", "\"(8, relu)\",1");

    assertThatThrownBy(() -> LatencyTables.read(file, "tablet", MLP))
        .hasMessage(
            "device (tablet) is not a column of %s; its columns are [layer 1, phone].", file);
    assertThatThrownBy(() -> read(folder.resolve("none.csv"), MLP))
        .hasMessageContaining("none.csv) cannot be read: there is no such file. Set table");
  }

  @Test
  void aTableIsReproducibleAndNeedsNothingForItself() throws Exception {
    Path packed = folder.resolve("table.csv.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(file("layer 1,phone", "\"(8, relu)\",1.25")));
    }
    LatencyObjective latency =
        new LatencyObjective(
            LatencySettings.fromTable(packed, "phone"),
            MLP,
            StandardLayers.implementations(),
            new RunFolder(folder),
            Optional.empty());
    assertThat(latency.exclusive()).isFalse();
    assertThat(latency.objective().reproducible()).isTrue();
    assertThat(latency.known(Trials.of(mlp("(8, relu)", "(3, softmax)")))).hasValue(1.25);
  }

  /** Test against the published table if {@code NAS_DATA_DIR} has it; nothing is downloaded. */
  @Test
  void thePublishedLatenciesOfCellsAreRead() throws Exception {
    String data = System.getenv("NAS_DATA_DIR");
    assumeTrue(data != null, "NAS_DATA_DIR is not set");
    Path file = Path.of(String.valueOf(data), "nasbench201/hardware.csv.gz");
    assumeTrue(Files.exists(file), "NAS_DATA_DIR has no nasbench201/hardware.csv.gz");
    NasBench201SearchSpace space =
        new NasBench201SearchSpace(
            new NasBench201Settings(16, 5, CellEquivalence.NONE), Optional.empty());

    LatencySource table = LatencyTables.read(file, "cifar10_pixel3_latency", space);

    Architecture first =
        space
            .parse(
                List.of(
                    "|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|nor_conv_1x1~0|skip_connect~1|skip_connect~2|"))
            .orElseThrow();
    assertThat(table.value(first).value()).isCloseTo(3.60585, within(1e-9));
    assertThat(space.enumerate().allMatch(cell -> table.known(cell).isPresent())).isTrue();
  }
}
