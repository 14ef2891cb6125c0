package org.espalier.nas.analysis.png;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.plot.ControllerPlot;
import org.espalier.nas.analysis.plot.DistributionPlot;
import org.espalier.nas.analysis.plot.PredictionPlots;
import org.espalier.nas.analysis.plot.SearchPlot;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.statistics.AgreementOverTime;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.IChart;

/** Writes the plots of a run as PNG files, for papers and slides; needs no screen. */
public final class PlotFiles {

  private final Path folder;
  private final List<Path> written = new ArrayList<>();

  private PlotFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes {@code accuracy.png}, {@code histogram.png}, {@code predicted-vs-real.png}, {@code
   * controller.png} and {@code layers.png}, leaving out those for which the run has nothing.
   *
   * @param run the run
   * @param folder made if it does not exist; files of these names are replaced
   * @return the files written
   * @throws IOException if a file cannot be written
   */
  public static List<Path> write(RunRecord run, Path folder) throws IOException {
    Files.createDirectories(folder);
    PlotFiles files = new PlotFiles(folder);
    files.writeCharts("accuracy.png", SearchPlot.of(run).stream(), PngSize.WIDE, 1);
    files.writeCharts("histogram.png", DistributionPlot.of(run).stream(), PngSize.WIDE, 1);
    AgreementOverTime agreement = AgreementOverTime.of(run);
    files.writeCharts(
        "predicted-vs-real.png",
        Stream.of(
                PredictionPlots.scatter(run, agreement),
                PredictionPlots.kendall(agreement),
                PredictionPlots.error(agreement))
            .flatMap(Optional::stream),
        PngSize.PANEL,
        3);
    files.writeCharts(
        "controller.png",
        ControllerPlot.of(run).stream().map(plot -> plot.chart(run)),
        PngSize.PANEL,
        2);
    Optional<IChart> layers = LayersChart.of(run);
    if (layers.isPresent()) {
      files.write("layers.png", List.of(layers.get()), 1);
    }
    return List.copyOf(files.written);
  }

  private void writeCharts(String name, Stream<XyChart> charts, PngSize size, int columns)
      throws IOException {
    List<IChart> drawn = charts.map(chart -> XChartPainter.paint(chart, size)).toList();
    if (!drawn.isEmpty()) {
      write(name, drawn, Math.min(columns, drawn.size()));
    }
  }

  private void write(String name, List<IChart> charts, int columns) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream stream = Files.newOutputStream(file)) {
      ImageIO.write(beside(charts, columns), "png", stream);
    }
    written.add(file);
  }

  private static BufferedImage beside(List<IChart> charts, int columns) {
    List<BufferedImage> images = charts.stream().map(BitmapEncoder::getBufferedImage).toList();
    int width = images.get(0).getWidth();
    int height = images.get(0).getHeight();
    int rows = (images.size() + columns - 1) / columns;
    BufferedImage all =
        new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = all.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, all.getWidth(), all.getHeight());
    for (int i = 0; i < images.size(); i++) {
      graphics.drawImage(images.get(i), i % columns * width, i / columns * height, null);
    }
    graphics.dispose();
    return all;
  }
}
