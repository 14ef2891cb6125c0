package org.espalier.nas.cli.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.CellGraph.Edge;
import org.espalier.nas.api.space.CellGraph.Node;
import org.espalier.nas.api.space.CellGraph.Role;
import org.espalier.nas.experiment.run.StoredSubjects.TrialNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialPictureTest {
  private static final NetworkSpec NETWORK =
      new NetworkSpec(
          LayerGraph.chain(TensorShape.of(4), List.of(new Dense(3, Activation.SOFTMAX))));
  private static final Map<String, CellGraph> CELLS =
      Map.of(
          "normal",
          new CellGraph(
              List.of(new Node("0", "h[i]", Role.INPUT), new Node("1", "concat", Role.OUTPUT)),
              List.of(new Edge("0", "1", "conv 3x3"))));

  @TempDir private Path folder;

  @Test
  void drawsCellsUnlessTheWholeNetworkIsWanted() {
    Path file = folder.resolve("picture.svg");

    TrialPicture.of(new TrialNetwork(NETWORK, CELLS), false).writeSvg(file);
    assertThat(file).content().contains(">Normal cell<", ">conv 3x3<");

    TrialPicture whole = TrialPicture.of(new TrialNetwork(NETWORK, CELLS), true);
    whole.writeSvg(file);
    assertThat(whole.content()).isEqualTo("network");
    assertThat(file).content().contains("dense(3, softmax)").doesNotContain("Normal cell");
  }

  @Test
  void drawsTheNetworkIfItHasNoCells() throws Exception {
    Path file = folder.resolve("picture.png");

    TrialPicture picture = TrialPicture.of(new TrialNetwork(NETWORK, Map.of()), false);
    picture.writePng(file);

    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(picture.content()).isEqualTo("network");
    assertThat(image.getWidth()).isGreaterThan(200);
  }

  @Test
  void namesTheFileThatCannotBeWritten() {
    Path file = folder.resolve("missing/picture.svg");
    TrialPicture picture = TrialPicture.of(new TrialNetwork(NETWORK, CELLS), false);

    assertThatThrownBy(() -> picture.writeSvg(file))
        .isInstanceOf(NasException.class)
        .hasMessageStartingWith("The drawing cannot be written to " + file);
  }

  @Test
  void refusesImagesThatDoNotFitInMemory() {
    TrialPicture huge =
        new TrialPicture("network", new Drawing("", 4000, 90_000, Map.of(), List.of()));

    assertThatThrownBy(() -> huge.writePng(folder.resolve("huge.png")))
        .isInstanceOf(NasException.class)
        .hasMessageContaining("4000 \u00d7 90000 pixels", "--svg");
  }
}
