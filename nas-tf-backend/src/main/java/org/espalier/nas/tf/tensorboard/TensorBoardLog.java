package org.espalier.nas.tf.tensorboard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.Summary;

/**
 * A search as TensorBoard shows it, in a folder with one run a sub-folder: {@code search} with
 * curves over the trials, {@code controller} with what the controller says of itself, {@code
 * trial-0001} and so on with curves over the epochs and the decisions as hyper-parameters.
 *
 * <p>The files depend on nothing but what is told here: telling the same again, and more, leaves
 * what is written as it is and adds what is new. Only one process may write into a folder.
 */
public final class TensorBoardLog implements AutoCloseable {
  private final Path folder;
  private final Instant created;
  private final SearchCurves curves = new SearchCurves();
  private @Nullable EventFile search;
  private @Nullable EventFile controller;

  /**
   * Creates a log; nothing is written until something is told.
   *
   * @param folder made if it does not exist
   * @param created when the search was created, the same whenever this folder is written to
   */
  public TensorBoardLog(Path folder, Instant created) {
    this.folder = folder;
    this.created = created;
  }

  /**
   * Writes a trial's run and its place in the curves of the search.
   *
   * @param trial with a higher number than all before it
   */
  public void trial(LoggedTrial trial) throws IOException {
    String name = String.format(Locale.ROOT, "trial-%04d", trial.number());
    try (EventFile run = EventFile.open(folder.resolve(name), created)) {
      new TrialRun(trial).writeTo(run);
    }
    if (search == null) {
      search = EventFile.open(folder.resolve("search"), created);
    }
    search.write(trial.toldAt(), trial.number(), curves.enter(trial));
  }

  /**
   * Writes what the controller said.
   *
   * @param trial the number of the trial that it was told, higher than all before it
   * @param at when it was told
   * @param said numbers by name
   */
  public void diagnostics(int trial, Instant at, Map<String, Double> said) throws IOException {
    if (controller == null) {
      controller = EventFile.open(folder.resolve("controller"), created);
    }
    List<Summary.Value> values = new ArrayList<>();
    said.forEach((name, value) -> values.add(Values.scalar("controller/" + name, value)));
    controller.write(at, trial, values);
  }

  @Override
  public void close() throws IOException {
    EventFile first = search;
    EventFile second = controller;
    try (second;
        first) {
      search = null;
      controller = null;
    }
  }
}
