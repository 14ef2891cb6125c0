package org.espalier.nas.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.view.NetworkTable;
import org.espalier.nas.cli.view.RunDetails;
import org.espalier.nas.cli.view.TrialDetails;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.study.Ledger;
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
    description = "Shows a run, or one of its trials with all measurements.",
    footer = {
      "%nExamples:",
      "  nas show latest",
      "  nas show latest 17",
      "  nas show latest best --network",
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
      description = "Number of a trial, or best.")
  private @Nullable String trial;

  @Option(
      names = "--ledger",
      description = "Print the ledger: the reproducible results, identical for identical searches.")
  private boolean ledger;

  @Option(
      names = "--network",
      description =
          "Also show the layers of the trial's network; reads the data of the run for their"
              + " shapes.")
  private boolean network;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (network && trial == null) {
      throw new ParameterException(
          nas.command(), "--network is for a trial; add its number, or best.");
    }
    StoredStudy study = run.study(nas.studies());
    if (ledger) {
      nas.out().print(Ledger.of(study.results()).text());
    } else if (trial == null) {
      print(new RunDetails(study).tree(), new RunDetails(study).text(Terminals.tableWidth()));
    } else {
      TrialDetails details = TrialDetails.find(study, trial);
      Map<String, Object> tree = new LinkedHashMap<>(details.tree());
      String text = details.text(Terminals.tableWidth());
      if (network) {
        NetworkTable layers =
            new NetworkTable(new StoredSubjects(nas.catalogue()).network(study, details.result()));
        tree.put("network", layers.tree());
        text += layers.text();
      }
      print(tree, text);
    }
    nas.out().flush();
    return ExitCode.DONE;
  }

  private void print(Map<String, Object> tree, String text) {
    nas.out().print(json ? Json.of(tree) + "\n" : text);
  }
}
