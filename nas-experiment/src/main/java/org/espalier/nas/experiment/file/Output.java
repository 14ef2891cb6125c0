package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;

/**
 * What a run leaves behind.
 *
 * @param folder where run folders are made
 * @param report whether the run ends with a report
 * @param tensorboard whether TensorBoard can follow the run
 * @param top how many architectures the summary lists
 */
public record Output(
    @Default("runs") @Description("Folder that holds the folders of all runs.") Path folder,
    @Default("true") @Description("Write a report at the end of the run.") boolean report,
    @Default("false")
        @Description("Write event files for TensorBoard into the run's folder.")
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
