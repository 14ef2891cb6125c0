package org.espalier.nas.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.espalier.nas.analysis.png.PlotFiles;
import org.espalier.nas.analysis.report.ReportPage;
import org.espalier.nas.analysis.run.Objective;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.TrialResult;

/** Writes example pages to look at in a browser: the folder is the only argument. */
final class ReportPreview {

  private ReportPreview() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Files.writeString(folder.resolve("report.html"), ReportPage.render(ExampleRuns.wine(100)));
    PlotFiles.write(ExampleRuns.wine(100), folder.resolve("plots"));
    Files.writeString(folder.resolve("large.html"), ReportPage.render(ExampleRuns.wine(5000)));
    Files.writeString(folder.resolve("regression.html"), ReportPage.render(regression()));
    Files.writeString(
        folder.resolve("empty.html"),
        ReportPage.render(ExampleRuns.bare(ExampleRuns.accuracy(), List.of())));
  }

  private static RunRecord regression() {
    SplittableRandom random = new SplittableRandom(3);
    List<TrialResult> trials = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      double error = 2 + 40 / (number + 10.0) * random.nextDouble();
      Architecture architecture = ExampleRuns.layers("(" + number + ", relu)", "(1, linear)");
      trials.add(ExampleRuns.completed(number, architecture, "validation.mae", error, -error));
    }
    Objective objective = new Objective("price", "validation.mae", "minus validation.mae");
    return ExampleRuns.bare(objective, trials);
  }
}
