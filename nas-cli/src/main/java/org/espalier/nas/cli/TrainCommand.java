package org.espalier.nas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.Decimals;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.view.FrontChoice;
import org.espalier.nas.cli.view.ModelReport;
import org.espalier.nas.cli.view.TrialDetails;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.ModelFiles;
import org.espalier.nas.experiment.run.ModelTraining;
import org.espalier.nas.experiment.text.Json;
import org.espalier.nas.experiment.text.ShownPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas train}. */
@Command(
    name = "train",
    description =
        "Trains an architecture of a run from scratch with early stopping, and evaluates it once on"
            + " the test part. Writes the results as a page into the folder of the run.",
    footer = {
      "%nExamples:",
      "  nas train latest",
      "  nas train latest --trial 17 --epochs 200 --export model",
      "  nas train latest --samples 10",
    })
final class TrainCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Option(
      names = "--trial",
      paramLabel = "best|N",
      defaultValue = "best",
      description =
          "Trial whose architecture is trained (default: ${DEFAULT-VALUE}). Of several objectives,"
              + " the best is the knee of the front.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private String trial;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description =
          "Score the last N different architectures of a one-shot search with its shared weights,"
              + " and train the best.")
  private @Nullable Integer samples;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Maximum number of epochs (default: ten times those of the search).")
  private @Nullable Integer epochs;

  @Option(
      names = "--export",
      paramLabel = "DIR",
      description = "Export the model into this folder: a SavedModel with model.json.")
  private @Nullable Path export;

  @Option(
      names = "--force",
      description = "Replace the files of an export folder that is not empty.")
  private boolean force;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (epochs != null && epochs <= 0) {
      throw new ParameterException(nas.command(), "--epochs (" + epochs + ") must be positive.");
    }
    requireReplaceable();
    StoredStudy study = run.study(nas);
    ModelTraining training = new ModelTraining(nas.catalogue(), nas.artifacts());
    TrialResult chosen = chosen(study, training);
    ModelTraining.Ended ended = training.train(study, chosen, epochs, progress());
    List<String> exported = export == null ? List.of() : ended.model().export(export);
    int number = chosen.trial().number();
    Path page = ModelFiles.write(study, number, ended);
    print(new ModelReport(number, ended.model(), ended.task()), page, exported);
    return ExitCode.DONE;
  }

  private TrialResult chosen(StoredStudy study, ModelTraining training) {
    if (samples == null) {
      TrialResult chosen = TrialDetails.find(study, trial).result();
      if (trial.equals("best") && study.history().several()) {
        nas.err().print(new FrontChoice(study.history(), chosen));
        nas.err().flush();
      }
      return chosen;
    }
    if (samples <= 0) {
      throw new ParameterException(nas.command(), "--samples (" + samples + ") must be positive.");
    }
    return training.best(study, TrialDetails.lastDifferent(study, samples));
  }

  private void requireReplaceable() {
    if (export == null || force || !Files.exists(export)) {
      return;
    }
    try (Stream<Path> files = Files.isDirectory(export) ? Files.list(export) : Stream.of(export)) {
      if (files.findAny().isPresent()) {
        throw new ParameterException(
            nas.command(),
            "--export (%s) exists and is not empty; add --force to replace its files, or name another folder."
                .formatted(export));
      }
    } catch (IOException e) {
      throw new ParameterException(
          nas.command(), "--export (%s) cannot be read: %s.".formatted(export, IoReason.of(e)), e);
    }
  }

  private Progress progress() {
    if (!Terminals.errIsTerminal()) {
      return Progress.unwatched();
    }
    return measurement -> {
      nas.err().print("\r\u001b[2K" + line(measurement));
      nas.err().flush();
      return Directive.CONTINUE;
    };
  }

  private static String line(Measurement measurement) {
    StringBuilder line = new StringBuilder("epoch " + measurement.step());
    measurement
        .metrics()
        .forEach(
            (name, value) -> {
              if (name.startsWith("validation.")) {
                line.append(" \u00b7 " + name + " " + Decimals.of(value));
              }
            });
    return line.toString();
  }

  private void print(ModelReport report, Path page, List<String> exported) {
    if (Terminals.errIsTerminal()) {
      nas.err().print("\r\u001b[2K");
      nas.err().flush();
    }
    if (json) {
      Map<String, Object> tree = new LinkedHashMap<>(report.tree());
      tree.put("report", page.toString());
      if (export != null) {
        tree.put("exported", export.toString());
      }
      nas.out().println(Json.of(tree));
    } else {
      nas.out().print(report);
      nas.out().println("\nReport: " + ShownPath.of(page));
      if (export != null) {
        nas.out().println("\nExported to " + export + " (" + String.join(", ", exported) + ")");
      }
    }
    nas.out().flush();
  }
}
