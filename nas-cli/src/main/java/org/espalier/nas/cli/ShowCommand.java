package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.view.NetworkTable;
import org.espalier.nas.cli.view.RunDetails;
import org.espalier.nas.cli.view.TrialDetails;
import org.espalier.nas.cli.view.TrialPicture;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.study.Ledger;
import org.espalier.nas.experiment.run.RunStatus;
import org.espalier.nas.experiment.run.StoredSubjects;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nas show}. */
@Command(
    name = "show",
    description =
        "Shows a run, or one of its trials with all measurements; draws the architecture of a trial.",
    footer = {
      "%nExamples:",
      "  nas show latest",
      "  nas show latest 17",
      "  nas show latest best --network",
      "  nas show latest --svg best-cells.svg",
      "  nas show latest 17 --network --png network.png",
      "  nas show latest --ledger | sha256sum",
    })
final class ShowCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TRIAL",
      description =
          "Number of a trial, or best: the trial with the highest reward, or the knee of the front of"
              + " several objectives.")
  private @Nullable String trial;

  @Option(
      names = "--ledger",
      description = "Print the ledger: the reproducible results, identical for identical searches.")
  private boolean ledger;

  @Option(
      names = "--network",
      description =
          "Also show the layers of the trial's network; reads the data of the run for their"
              + " shapes. With --svg or --png, draw the whole network instead of its cells.")
  private boolean network;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description =
          "Draw the trial's architecture, by default that of the best trial, into an SVG file: its"
              + " cells if it has any, else its network.")
  private @Nullable Path svg;

  @Option(
      names = "--png",
      paramLabel = "FILE",
      description = "Draw the trial's architecture into a PNG file.")
  private @Nullable Path png;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    boolean drawn = svg != null || png != null;
    if (drawn && ledger) {
      throw new ParameterException(
          nas.command(), "--ledger prints the ledger of a run; leave out --svg and --png.");
    }
    if (network && trial == null && !drawn) {
      throw new ParameterException(
          nas.command(), "--network is for a trial; add its number, or best.");
    }
    StoredStudy study = run.study(nas);
    if (ledger) {
      nas.out().print(Ledger.of(study.results(), study.steering()).text());
    } else if (drawn) {
      draw(study, TrialDetails.find(study, trial == null ? "best" : trial).result());
    } else if (trial == null) {
      RunDetails details = new RunDetails(study, RunStatus.of(study, nas.studies()));
      print(details.tree(), details.text(Terminals.tableWidth()));
    } else {
      TrialDetails details = TrialDetails.find(study, trial);
      Map<String, Object> tree = new LinkedHashMap<>(details.tree());
      String text = details.text(Terminals.tableWidth());
      if (network) {
        NetworkTable layers =
            new NetworkTable(
                new StoredSubjects(nas.catalogue()).network(study, details.result()).network());
        tree.put("network", layers.tree());
        text += layers.text();
      }
      print(tree, text);
    }
    nas.out().flush();
    return ExitCode.DONE;
  }

  private void draw(StoredStudy study, TrialResult result) {
    TrialPicture picture =
        TrialPicture.of(new StoredSubjects(nas.catalogue()).network(study, result), network);
    List<String> files = new ArrayList<>();
    if (svg != null) {
      picture.writeSvg(svg);
      files.add(svg.toString());
    }
    if (png != null) {
      picture.writePng(png);
      files.add(png.toString());
    }
    int number = result.trial().number();
    print(
        Map.of("trial", number, "content", picture.content(), "files", files),
        "Drew the %s of trial %d: %s%n"
            .formatted(picture.content(), number, String.join(", ", files)));
  }

  private void print(Map<String, Object> tree, String text) {
    nas.out().print(json ? Json.of(tree) + "\n" : text);
  }
}
