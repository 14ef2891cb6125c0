package org.espalier.nas.tf.training;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.network.DropPath;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.SpatialDropout;
import org.espalier.nas.api.plugin.SettingLabel;
import org.espalier.nas.tf.checkpoint.CheckpointException;
import org.espalier.nas.tf.checkpoint.SavedVariables;
import org.espalier.nas.tf.checkpoint.TrialCheckpoint;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints of a training, and the start of a training from the checkpoint of another one.
 *
 * <p>With equal settings, a continued training is bit for bit identical to an uninterrupted one.
 * Settings may differ: the optimizer keeps its state if it is of the same type and has the same
 * slots, and otherwise only the count of its steps, on which its schedule and dropout depend.
 */
final class WarmStart {
  private static final Set<Class<? extends LayerSpec>> DROPOUTS =
      Set.of(Dropout.class, SpatialDropout.class, DropPath.class);

  private final NetworkSpec network;
  private final TrainingSettings settings;
  private final CandidateNetwork candidate;
  private final Training training;

  WarmStart(
      NetworkSpec network,
      TrainingSettings settings,
      CandidateNetwork candidate,
      Training training) {
    this.network = network;
    this.settings = settings;
    this.candidate = candidate;
    this.training = training;
  }

  /**
   * Resumes from a checkpoint, before the first epoch.
   *
   * @throws CheckpointException if it belongs to another network
   */
  void goOnFrom(TrialCheckpoint checkpoint) {
    if (!checkpoint.weights().description().equals(layers())) {
      throw new CheckpointException(
          "A trial with the layers %s cannot continue one with the layers %s; only what does not change the weights may differ."
              .formatted(layers(), checkpoint.weights().description()));
    }
    candidate.restoreWeights(checkpoint.weights().bytes());
    restore(iteration(), checkpoint.iteration());
    if (checkpoint.slots().description().equals(slotNames())) {
      restore(slots(), checkpoint.slots());
    }
    SavedVariables best = checkpoint.best();
    boolean sameMetric = best != null && best.description().equals(settings.keepBest());
    training.goOnFrom(checkpoint.measurements(), best == null || !sameMetric ? null : best.bytes());
  }

  /**
   * Returns the checkpoint after the last epoch; called while the candidate has that epoch's
   * weights.
   *
   * @param seed the seed of the first trial in the chain of continued trials
   */
  TrialCheckpoint checkpoint(long seed) {
    return new TrialCheckpoint(
        seed,
        new SavedVariables(layers(), candidate.savedWeights()),
        save("iteration", iteration()),
        save(slotNames(), slots()),
        best(),
        training.measurements());
  }

  private @Nullable SavedVariables best() {
    String metric = settings.keepBest();
    byte[] best = training.bestWeights();
    return metric == null || best == null ? null : new SavedVariables(metric, best);
  }

  private SavedVariables save(String description, List<Variable<?>> variables) {
    return new SavedVariables(description, Checkpoint.save(candidate.session(), variables));
  }

  private void restore(List<Variable<?>> variables, SavedVariables saved) {
    Checkpoint.restore(candidate.session(), variables, saved.bytes());
  }

  private List<Variable<?>> iteration() {
    return candidate.optimizerState().subList(0, 1);
  }

  private List<Variable<?>> slots() {
    List<Variable<?>> state = candidate.optimizerState();
    return state.subList(1, state.size());
  }

  /** Returns the layers except dropouts, which have no weights and may differ. */
  private String layers() {
    boolean chain = network.graph().isChain();
    return network.nodes().stream()
        .filter(node -> !DROPOUTS.contains(node.layer().getClass()))
        .map(node -> chain ? node.layer().label() : node.toString())
        .collect(Collectors.joining(", ", network.input() + " to [", "]"));
  }

  /** Returns the names of the slots without the numbers of their layers, which dropout shifts. */
  private String slotNames() {
    return slots().stream()
        .map(slot -> slot.toString().replaceFirst("^layer\\d+", "layer"))
        .collect(
            Collectors.joining(
                ", ", SettingLabel.variant(settings.optimizer().getClass()) + " with [", "]"));
  }
}
