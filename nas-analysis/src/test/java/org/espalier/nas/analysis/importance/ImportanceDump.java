package org.espalier.nas.analysis.importance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Computes importances of the studies in a file, for {@code bench/importance/check.py}.
 *
 * <p>Each line is a study; for each a line with importances, shares and seconds is written.
 */
final class ImportanceDump {

  private ImportanceDump() {}

  /**
   * Reads and writes.
   *
   * @param args the file with the studies, and the file for the importances
   */
  public static void main(String... args) throws IOException {
    List<String> answers = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      RecordedStudy study = RecordedStudy.of(line);
      PedAnova analysis = study.settings();
      List<Observation> observations = study.observations();
      long started = System.nanoTime();
      Importances found = analysis.importances(observations);
      double seconds = (System.nanoTime() - started) / 1e9;
      answers.add(
          RecordedStudy.toJson(
              Map.of("values", found.values(), "shares", found.shares(), "seconds", seconds)));
    }
    Files.write(Path.of(args[1]), answers);
  }
}
