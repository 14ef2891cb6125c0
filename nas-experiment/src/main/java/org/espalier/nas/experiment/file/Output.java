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
    @Default("runs") @Description("Folder in which each run gets a folder of its own.") Path folder,
    @Default("true") @Description("Whether the run ends with a report.") boolean report,
    @Default("false")
        @Description("Whether event files for TensorBoard are written into the run's folder.")
        boolean tensorboard,
    @Default("5") @Description("How many architectures the summary lists.") @Range("[1, inf)")
        int top) {

  /** Checks the ranges. */
  public Output {
    if (top <= 0) {
      throw new InvalidSettingException("top", "top (" + top + ") must be positive.");
    }
  }
}
