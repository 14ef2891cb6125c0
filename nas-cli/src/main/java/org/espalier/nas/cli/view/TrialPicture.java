package org.espalier.nas.cli.view;

import java.io.IOException;
import java.nio.file.Path;
import org.espalier.nas.analysis.cell.CellSheet;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PngWriter;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.network.NetworkDrawing;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.experiment.run.StoredSubjects.TrialNetwork;

/**
 * The drawing of the architecture of a trial.
 *
 * @param content the things drawn: {@code cells} or {@code network}
 * @param drawing the drawing
 */
public record TrialPicture(String content, Drawing drawing) {

  /**
   * Draws an architecture.
   *
   * @param whole true for the whole network, false for its cells, if it has any
   */
  public static TrialPicture of(TrialNetwork shown, boolean whole) {
    return whole || shown.cells().isEmpty()
        ? new TrialPicture("network", NetworkDrawing.of(shown.network().graph()))
        : new TrialPicture("cells", CellSheet.of(shown.cells(), CellSheet.WIDE));
  }

  /**
   * Writes the drawing as SVG.
   *
   * @param file created or replaced
   * @throws NasException if the file cannot be written
   */
  public void writeSvg(Path file) {
    write(file, () -> AtomicFile.writeString(file, SvgWriter.file(drawing)));
  }

  /**
   * Writes the drawing as PNG.
   *
   * @param file created or replaced
   * @throws NasException if the file cannot be written, or the drawing is too large
   */
  public void writePng(Path file) {
    if (!PngWriter.holds(drawing)) {
      throw new NasException(
          ("The drawing of the %s has %d \u00d7 %d pixels, too many for the PNG file %s. Write it with"
                  + " --svg.")
              .formatted(content, drawing.width(), drawing.height(), file));
    }
    write(file, () -> PngWriter.write(drawing, file));
  }

  /** An action that may fail. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Path file, Writing writing) {
    try {
      writing.run();
    } catch (IOException error) {
      throw new NasException(
          "The drawing cannot be written to " + file + ": " + IoReason.of(error) + ".", error);
    }
  }
}
