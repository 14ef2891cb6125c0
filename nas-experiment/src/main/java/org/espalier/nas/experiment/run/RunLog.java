package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The log file of a run or a comparison.
 *
 * <p>The library logs by SLF4J and configures nothing. A program that embeds it decides where these
 * messages go; one that wants a file in each run's folder implements this interface.
 */
public interface RunLog {
  /** The usual name of the log file in the folder of a run or a comparison. */
  String FILE = "log.txt";

  /**
   * Does work, and meanwhile appends log messages to a file in a folder. A file that cannot be
   * written does not end the work.
   *
   * @param folder the existing folder of the run or comparison, which this process has locked or
   *     just made
   * @param work the work to log; exceptions are logged and rethrown
   * @return the result of {@code work}
   */
  <T> T during(Path folder, Supplier<T> work);

  /** Returns a log that writes no file. */
  static RunLog none() {
    return new RunLog() {
      @Override
      public <T> T during(Path folder, Supplier<T> work) {
        return work.get();
      }
    };
  }
}
