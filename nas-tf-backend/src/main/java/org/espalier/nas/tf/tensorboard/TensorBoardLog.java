package org.espalier.nas.tf.tensorboard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.objective.Objective;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.Summary;

/**
 * A log of a search for TensorBoard, in a folder with a sub-folder for each run: {@code search}
 * with curves over the trials, {@code controller} with the diagnostics of the controller, {@code
 * trial-0001} and so on with curves over the epochs and the decisions as hyper-parameters.
 *
 * <p>The files depend only on the calls to this object: repeating earlier calls leaves the files
 * unchanged, and new calls append to them. Only one process may write into a folder.
 */
public final class TensorBoardLog implements AutoCloseable {
  private final Path folder;
  private final Instant created;
  private final List<Objective> objectives;
  private final SearchCurves curves;
  private @Nullable EventFile search;
  private @Nullable EventFile controller;

  /**
   * Creates a log; nothing is written before the first call.
   *
   * @param folder created if missing
   * @param created the time of creation of the search, the same in every session that writes to
   *     this folder
   * @param objectives the stated objectives; empty if the reward is the only one
   */
  public TensorBoardLog(Path folder, Instant created, List<Objective> objectives) {
    this.folder = folder;
    this.created = created;
    this.objectives = List.copyOf(objectives);
    this.curves = new SearchCurves(this.objectives);
  }

  /**
   * Writes a trial's run and its points in the curves of the search.
   *
   * @param trial the trial, with a higher number than all before it
   */
  public void trial(LoggedTrial trial) throws IOException {
    String name = String.format(Locale.ROOT, "trial-%04d", trial.number());
    try (EventFile run = EventFile.open(folder.resolve(name), created)) {
      new TrialRun(trial, objectives).writeTo(run);
    }
    if (search == null) {
      search = EventFile.open(folder.resolve("search"), created);
    }
    search.write(trial.toldAt(), trial.number(), curves.enter(trial));
  }

  /**
   * Writes the diagnostics of the controller.
   *
   * @param trial the number of the trial told to it, higher than all before it
   * @param at the time of that tell
   * @param said the numbers by name
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
