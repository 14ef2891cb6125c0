package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;

/**
 * The output of a run.
 *
 * @param folder folder that holds the folders of all runs
 * @param report true if a report is written at the end of the run
 * @param tensorboard true if event files for TensorBoard are written during the run
 * @param top number of architectures in the summary
 */
public record Output(
    @Default("runs") @Description("Folder that holds the folders of all runs.") Path folder,
    @Default("true") @Description("Write a report at the end of the run.") boolean report,
    @Default("false") @Description("Write event files for TensorBoard into the run's folder.")
        boolean tensorboard,
    @Default("5") @Description("Number of architectures in the summary.") @Range("[1, inf)")
        int top) {

  /** Checks the ranges. */
  public Output {
    if (top <= 0) {
      throw new InvalidSettingException("top", "top (" + top + ") must be positive.");
    }
  }
}
