package org.espalier.nas.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.analysis.plot.PlotFiles;
import org.espalier.nas.analysis.report.ReportPage;
import org.espalier.nas.analysis.report.RunReport;
import org.espalier.nas.analysis.report.SharingAuditPage;
import org.espalier.nas.analysis.sharing.ExampleAudits;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.TrialResult;

/** Writes example pages to look at in a browser: the folder is the only argument. */
final class ReportPreview {

  private ReportPreview() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Files.writeString(folder.resolve("report.html"), ReportPage.render(ExampleRuns.wine(100)));
    write(ExampleRuns.wine(100), folder.resolve("plots"));
    write(extreme(), folder.resolve("extreme"));
    Files.writeString(folder.resolve("extreme.html"), ReportPage.render(extreme()));
    Files.writeString(folder.resolve("large.html"), ReportPage.render(ExampleRuns.wine(5000)));
    Files.writeString(folder.resolve("regression.html"), ReportPage.render(regression()));
    Files.writeString(
        folder.resolve("empty.html"),
        ReportPage.render(ExampleRuns.bare(ExampleRuns.accuracy(), List.of())));
    Files.writeString(
        folder.resolve("audit.html"),
        SharingAuditPage.render(ExampleAudits.report(ExampleAudits.trials(60, 0.01, 0.02))));
  }

  private static RunReport regression() {
    SplittableRandom random = new SplittableRandom(3);
    List<TrialResult> trials = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      double error = 2 + 40 / (number + 10.0) * random.nextDouble();
      Architecture architecture = ExampleRuns.layers("(" + number + ", relu)", "(1, linear)");
      trials.add(ExampleRuns.completed(number, architecture, "validation.mae", error, -error));
    }
    return ExampleRuns.bare(new DisplayMetric("validation.mae"), trials);
  }

  private static RunReport extreme() {
    SplittableRandom random = new SplittableRandom(5);
    List<TrialResult> trials = new ArrayList<>();
    for (int number = 1; number <= 60; number++) {
      double value = number % 20 == 7 ? -1e34 * number : 0.8 - 2 * random.nextDouble() / number;
      Architecture architecture = ExampleRuns.layers("(" + number + ", relu)", "(1, linear)");
      trials.add(ExampleRuns.completed(number, architecture, "validation.r2", value));
    }
    return ExampleRuns.bare(new DisplayMetric("validation.r2"), trials);
  }

  private static void write(RunReport run, Path folder) throws IOException {
    PlotFiles.write(run.history(), run.metric(), Optional.empty(), Map.of(), folder);
  }
}
