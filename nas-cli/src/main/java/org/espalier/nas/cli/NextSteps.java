package org.espalier.nas.cli;

import java.nio.file.Path;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.run.ReportFiles;
import org.espalier.nas.experiment.run.TensorBoardFiles;
import org.espalier.nas.tf.training.TrainingSettings;

/**
 * Where the results of a search are, and what can be done with them.
 *
 * @param experiment what was searched
 * @param folder of the run, as somebody would type it
 * @param plugins the flags that name plugins, with a space before, or nothing
 */
record NextSteps(Experiment experiment, Path folder, String plugins) {

  String text() {
    StringBuilder text = new StringBuilder("\nResults: " + folder + "\n");
    if (experiment.output().report()) {
      text.append("Report: ").append(folder.resolve(ReportFiles.PAGE)).append('\n');
    }
    if (experiment.output().tensorboard()) {
      text.append("TensorBoard: tensorboard --logdir ")
          .append(TensorBoardFiles.folder(folder))
          .append('\n');
    }
    text.append("Next: nas top ").append(folder).append('\n');
    return text.append(afterwards()).toString();
  }

  /** Only what was trained can be trained on; what answers at once can be searched many times. */
  private String afterwards() {
    if (experiment.evaluator().config() instanceof TrainingSettings) {
      return "      nas train " + folder + " --export model" + plugins + "\n";
    }
    if (experiment.evaluator().config() instanceof EvaluatorSettings settings
        && settings.instant()) {
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
