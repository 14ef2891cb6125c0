package org.espalier.nas.tf.latency;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.layer.LayerCheck;

/** The time in which a network predicts one batch as an objective, of which less is better. */
@Description("Time of a prediction: measured, from a table or from a program.")
public final class LatencyObjective implements ObjectiveFunction {
  private static final String FOLDER = "latency";

  private final Objective objective;
  private final LatencySource source;

  /**
   * Creates the objective.
   *
   * @param folder folder of the run, in which the time of the reference network is kept
   * @param data the data set, whose scaling an exported network contains; empty for none
   * @throws NasException if the architectures of the space are not networks that can be built, or
   *     the table cannot be read
   */
  @Inject
  public LatencyObjective(
      LatencySettings settings,
      SearchSpace space,
      LayerImplementations layers,
      RunFolder folder,
      Optional<DatasetInfo> data) {
    this.objective = settings.objective();
    this.source = source(settings, space, layers, folder.path().resolve(FOLDER), data);
  }

  private static LatencySource source(
      LatencySettings settings,
      SearchSpace space,
      LayerImplementations layers,
      Path folder,
      Optional<DatasetInfo> data) {
    Path table = settings.table();
    if (table != null) {
      return LatencyTables.read(table, settings.device(), space);
    }
    LayerBuilders builders = LayerBuilders.of(layers);
    NetworkSearchSpace networks = networks(space, builders);
    return settings.command().isEmpty()
        ? new MeasuredLatency(settings, networks, builders, folder, LatencyClock.ofThread())
        : new CommandLatency(settings, networks, builders, data.orElse(null));
  }

  private static NetworkSearchSpace networks(SearchSpace space, LayerBuilders builders) {
    String name = space.getClass().getSimpleName();
    if (!(space instanceof NetworkSearchSpace networks)) {
      throw new NasException(
          "The objective latency measures networks, but the architectures of %s are none. Set table to a file of their latencies, or remove the objective."
              .formatted(name));
    }
    new LayerCheck(builders).require(networks, name);
    return networks;
  }

  @Override
  public Objective objective() {
    return objective;
  }

  @Override
  public ObjectiveValue value(Trial trial, Outcome outcome) throws Exception {
    return source.value(trial.proposal().architecture());
  }

  @Override
  public OptionalDouble known(Trial trial) {
    return source.known(trial.proposal().architecture());
  }

  @Override
  public boolean exclusive() {
    return source.measured();
  }
}
