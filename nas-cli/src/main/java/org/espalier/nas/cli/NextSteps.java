package org.espalier.nas.cli;

import java.nio.file.Path;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.run.ReportFiles;
import org.espalier.nas.experiment.run.RunLog;
import org.espalier.nas.experiment.run.TensorBoardFiles;
import org.espalier.nas.experiment.text.ShellText;

/**
 * The end of the output of a search: the places of its results and the commands that use them.
 *
 * @param experiment the experiment that ran
 * @param folder the run's folder, as typed on a command line
 * @param plugins the flags that name plugins, with a space before them, or nothing
 */
record NextSteps(Experiment experiment, Path folder, String plugins) {

  String text() {
    StringBuilder text = new StringBuilder("\nResults: " + folder + "\n");
    if (experiment.output().report()) {
      text.append("Report: ").append(folder.resolve(ReportFiles.PAGE)).append('\n');
    }
    if (experiment.output().tensorboard()) {
      text.append("TensorBoard: tensorboard --logdir ")
          .append(ShellText.quoted(TensorBoardFiles.folder(folder)))
          .append('\n');
    }
    text.append("Next: nas top ").append(ShellText.quoted(folder)).append('\n');
    return text.append(afterwards()).toString();
  }

  /**
   * Returns the text after a search whose trials all failed.
   *
   * @param trial the number of a trial to look at
   */
  String afterFailure(int trial) {
    return "\nResults: %s%nLog: %s%nNext: nas show %s %d%n"
        .formatted(folder, folder.resolve(RunLog.FILE), ShellText.quoted(folder), trial);
  }

  private String afterwards() {
    EvaluatorSettings settings = experiment.evaluatorSettings();
    if (settings.finalTrainer().isPresent()) {
      return "      nas train " + ShellText.quoted(folder) + " --export model" + plugins + "\n";
    }
    if (settings.instant()) {
      String source = settings.datasetInfo().isPresent() ? "a table" : "a formula";
      return "      nas compare FILE"
          + plugins
          + ", with other controllers or settings as arms, over many seeds\n"
          + "Nothing was trained (%s answers from %s), so there is no network to train or export.\n"
              .formatted(experiment.evaluator().type(), source);
    }
    return "";
  }
}
