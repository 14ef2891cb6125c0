package org.espalier.nas.analysis.comparison.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.figure.FigureLayout;
import org.espalier.nas.analysis.comparison.page.ComparisonPage;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PngWriter;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.api.storage.AtomicFile;

/** The files of a comparison: page, figures as SVG and PNG, numbers as CSV and JSON. */
public final class ComparisonFiles {

  /** Name of the page. */
  public static final String PAGE = "report.html";

  private static final String FIGURES = "figures";

  private ComparisonFiles() {}

  /**
   * Writes {@code report.html}, {@code arms.csv}, {@code pairs.csv}, {@code searches.csv}, {@code
   * curves.csv}, {@code ranks.csv}, {@code results.json} and the folder {@code figures}. The same
   * results give equal text files; PNG files depend on the fonts of the machine.
   *
   * @param results the results
   * @param folder created if it does not exist; files of these names are replaced
   * @return the files written
   * @throws IOException if a file cannot be written
   */
  public static List<Path> write(ComparisonResults results, Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    Files.createDirectories(folder.resolve(FIGURES));
    written.add(AtomicFile.writeString(folder.resolve(PAGE), ComparisonPage.render(results)));
    for (CsvTable table : CsvTable.of(results)) {
      Path file = folder.resolve(table.name());
      table.write(file);
      written.add(file);
    }
    written.add(AtomicFile.writeString(folder.resolve("results.json"), ResultsJson.of(results)));
    for (Map.Entry<String, Drawing> figure :
        FigureNames.of(results, FigureLayout.WIDE).entrySet()) {
      Path file = folder.resolve(FIGURES).resolve(figure.getKey() + ".svg");
      written.add(AtomicFile.writeString(file, SvgWriter.file(figure.getValue())));
      Path image = folder.resolve(FIGURES).resolve(figure.getKey() + ".png");
      PngWriter.write(figure.getValue(), image);
      written.add(image);
    }
    return List.copyOf(written);
  }
}
