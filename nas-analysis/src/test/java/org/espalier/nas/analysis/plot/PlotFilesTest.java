package org.espalier.nas.analysis.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.analysis.cell.ExampleCells;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.chart.XyChartDrawing;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.analysis.network.ExampleNetworks;
import org.espalier.nas.analysis.report.RunReport;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotFilesTest {

  @TempDir private Path folder;

  @Test
  void writesEveryPlotAndTheSameFilesForTheSameRun() throws Exception {
    List<Path> first = write(ExampleRuns.wine(60), folder.resolve("new/first"));
    List<Path> second = write(ExampleRuns.wine(60), folder.resolve("second"));

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
    write(ExampleRuns.wine(60), folder);

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

    assertThat(write(ExampleRuns.bare(ExampleRuns.accuracy(), List.of(only)), folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("accuracy.png", "histogram.png", "layers.png");
    assertThat(write(ExampleRuns.bare(ExampleRuns.accuracy(), List.of()), folder)).isEmpty();
    assertThat(write(ExampleRuns.bare(ExampleRuns.accuracy(), failed), folder)).isEmpty();
  }

  @Test
  void drawsTheNetworkOfTheBestTrial() throws Exception {
    NetworkSpec network = new NetworkSpec(ExampleNetworks.small());

    List<Path> files =
        PlotFiles.write(
            new StudyHistory(List.of(), new TreeMap<>()),
            ExampleRuns.accuracy(),
            Optional.of(network),
            ExampleCells.nasnet(),
            folder);

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("cells.svg", "cells.png", "network.svg", "network.png");
    assertThat(Files.readString(files.get(0))).contains(">Reduction cell<");
    BufferedImage cells = ImageIO.read(files.get(1).toFile());
    assertThat(count(cells, 0xAA4499)).as("pixels of links from an input").isGreaterThan(900);
    assertThat(Files.readString(files.get(2))).contains("dense(3, softmax)");
    BufferedImage image = ImageIO.read(files.get(3).toFile());
    assertThat(count(image, 0xD55E00)).as("pixels of a strip").isGreaterThan(200);
    assertThat(count(image, 0x59616B)).as("pixels of curves").isGreaterThan(200);
  }

  @Test
  void drawsFiveThousandTrials() throws Exception {
    List<Path> files = write(ExampleRuns.wine(5000), folder);

    assertThat(files).hasSize(5).allSatisfy(file -> assertThat(Files.size(file)).isPositive());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e34, -Double.MAX_VALUE, Double.MIN_VALUE, 1e-310})
  void drawsEveryFiniteValue(double extreme) {
    for (String name : List.of("validation.r2", "validation.accuracy")) {
      DisplayMetric metric = new DisplayMetric(name);
      List<TrialResult> trials = new ArrayList<>();
      for (double value : new double[] {extreme, 0.5, -extreme}) {
        int number = trials.size() + 1;
        trials.add(ExampleRuns.completed(number, ExampleRuns.layers("a"), name, value));
        StudyHistory history = new StudyHistory(trials, new TreeMap<>());
        assertReadable(SearchPlot.of(history, metric).orElseThrow());
        assertReadable(DistributionPlot.of(history, metric).orElseThrow());
      }
    }
  }

  private static void assertReadable(XyChart chart) {
    assertThat(chart.y().ticks(8)).hasSizeBetween(1, 9);
    assertThat(chart.x().ticks(8)).hasSizeBetween(1, 9);
    assertThat(SvgWriter.file(XyChartDrawing.withTitle(chart, 800, 400)))
        .doesNotContain("NaN")
        .doesNotContain("Infinity")
        .doesNotContainPattern(">[^<]{60,}</text>");
  }

  private static List<Path> write(RunReport run, Path folder) throws IOException {
    return PlotFiles.write(run.history(), run.metric(), Optional.empty(), Map.of(), folder);
  }

  private static long count(BufferedImage image, int rgb) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == rgb)
        .count();
  }
}
