package org.espalier.nas.analysis.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotFilesTest {

  @TempDir private Path folder;

  @Test
  void writesEveryPlotAndTheSameFilesForTheSameRun() throws Exception {
    List<Path> first = PlotFiles.write(ExampleRuns.wine(60), folder.resolve("new/first"));
    List<Path> second = PlotFiles.write(ExampleRuns.wine(60), folder.resolve("second"));

    assertThat(first)
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "accuracy.png",
            "histogram.png",
            "predicted-vs-real.png",
            "controller.png",
            "layers.png");
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i)).hasSameBinaryContentAs(second.get(i));
    }
  }

  @Test
  void drawsDotsAndTheBestSoFarInTheirColours() throws Exception {
    PlotFiles.write(ExampleRuns.wine(60), folder);

    BufferedImage image = ImageIO.read(folder.resolve("accuracy.png").toFile());

    assertThat(count(image, 0xD55E00)).as("pixels of the line").isGreaterThan(500);
    assertThat(count(image, 0xAA4499)).as("pixels of crosses").isPositive();
    BufferedImage histogram = ImageIO.read(folder.resolve("histogram.png").toFile());
    assertThat(count(histogram, 0x0072B2)).as("pixels of bars").isGreaterThan(20_000);
  }

  @Test
  void leavesOutWhatARunDoesNotHave() throws Exception {
    TrialResult only =
        ExampleRuns.completed(1, ExampleRuns.layers("a"), "validation.accuracy", 0.5);
    List<TrialResult> failed = List.of(ExampleRuns.failed(1, ExampleRuns.layers("a"), "NaN"));

    assertThat(PlotFiles.write(ExampleRuns.bare(ExampleRuns.accuracy(), List.of(only)), folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("accuracy.png", "histogram.png", "layers.png");
    assertThat(PlotFiles.write(ExampleRuns.bare(ExampleRuns.accuracy(), List.of()), folder))
        .isEmpty();
    assertThat(PlotFiles.write(ExampleRuns.bare(ExampleRuns.accuracy(), failed), folder)).isEmpty();
  }

  @Test
  void drawsFiveThousandTrials() throws Exception {
    List<Path> files = PlotFiles.write(ExampleRuns.wine(5000), folder);

    assertThat(files).hasSize(5).allSatisfy(file -> assertThat(Files.size(file)).isPositive());
  }

  private static long count(BufferedImage image, int rgb) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == rgb)
        .count();
  }
}
