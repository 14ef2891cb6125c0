package org.espalier.nas.analysis.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.analysis.cell.CellSheet;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.chart.XyChartDrawing;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PngWriter;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.analysis.network.NetworkDrawing;
import org.espalier.nas.analysis.statistics.AgreementOverTime;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.study.StudyHistory;

/** Writer of the plots of a run as PNG files, for papers and slides; works headless. */
public final class PlotFiles {

  private static final int WIDE = 1040;
  private static final int WIDE_HEIGHT = 520;
  private static final int PANEL = 560;
  private static final int PANEL_HEIGHT = 440;

  private final Path folder;
  private final List<Path> written = new ArrayList<>();

  private PlotFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes {@code accuracy.png}, {@code histogram.png}, {@code predicted-vs-real.png}, {@code
   * controller.png}, {@code layers.png}; of several objectives {@code front.png}, {@code
   * parallel.png} and {@code hypervolume.png}; and as PNG and SVG {@code cells} and {@code
   * network}, except for plots without data.
   *
   * @param history trials and diagnostics of the run
   * @param metric metric of the plots
   * @param network the network of the best trial; empty if it is not known
   * @param cells the cells of the network by name; empty if it has none or they are not known
   * @param folder created if it does not exist; files of these names are replaced
   * @return the files written
   * @throws IOException if a file cannot be written
   */
  public static List<Path> write(
      StudyHistory history,
      DisplayMetric metric,
      Optional<NetworkSpec> network,
      Map<String, CellGraph> cells,
      Path folder)
      throws IOException {
    Files.createDirectories(folder);
    PlotFiles files = new PlotFiles(folder);
    files.write("accuracy.png", SearchPlot.of(history, metric).map(PlotFiles::wide).stream(), 1);
    files.write(
        "histogram.png", DistributionPlot.of(history, metric).map(PlotFiles::wide).stream(), 1);
    files.writeFront(history);
    AgreementOverTime agreement = AgreementOverTime.of(history);
    files.write(
        "predicted-vs-real.png",
        Stream.of(
                PredictionPlots.scatter(history, agreement),
                PredictionPlots.kendall(agreement),
                PredictionPlots.error(agreement))
            .flatMap(Optional::stream)
            .map(PlotFiles::panel),
        3);
    files.write(
        "controller.png",
        ControllerPlot.of(history).stream().map(plot -> panel(plot.chart(history))),
        2);
    files.write("layers.png", LayersPlot.of(history).stream(), 1);
    if (!cells.isEmpty()) {
      files.writeGraph("cells", CellSheet.of(cells, CellSheet.WIDE));
    }
    if (network.isPresent()) {
      files.writeGraph("network", NetworkDrawing.of(network.get().graph()));
    }
    return List.copyOf(files.written);
  }

  private void writeFront(StudyHistory history) throws IOException {
    List<XyChart> scatters = FrontPlots.scatters(history);
    if (history.objectives().size() == 2) {
      write("front.png", scatters.stream().map(PlotFiles::wide), 1);
    } else {
      write("front.png", scatters.stream().map(PlotFiles::panel), 2);
    }
    write(
        "parallel.png",
        FrontPlots.parallel(history).map(plot -> plot.drawing(WIDE, WIDE_HEIGHT)).stream(),
        1);
    write("hypervolume.png", FrontPlots.hypervolume(history).map(PlotFiles::wide).stream(), 1);
  }

  private void write(String name, Stream<Drawing> drawings, int columns) throws IOException {
    List<Drawing> panels = drawings.toList();
    if (!panels.isEmpty()) {
      Path file = folder.resolve(name);
      PngWriter.write(panels, columns, file);
      written.add(file);
    }
  }

  /** Writes a drawing as SVG, and as PNG unless it is too large. */
  private void writeGraph(String name, Drawing drawing) throws IOException {
    Path file = folder.resolve(name + ".svg");
    AtomicFile.writeString(file, SvgWriter.file(drawing));
    written.add(file);
    if (PngWriter.holds(drawing)) {
      write(name + ".png", Stream.of(drawing), 1);
    }
  }

  private static Drawing wide(XyChart chart) {
    return XyChartDrawing.withTitle(chart, WIDE, WIDE_HEIGHT);
  }

  private static Drawing panel(XyChart chart) {
    return XyChartDrawing.withTitle(chart, PANEL, PANEL_HEIGHT);
  }
}
