package org.espalier.nas.tf.latency;

import java.nio.file.Path;
import java.util.Map;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.jspecify.annotations.Nullable;

/**
 * Latencies of networks with fresh weights, measured on the processor in this process. Used by one
 * thread at a time, while no trial runs.
 */
final class MeasuredLatency implements LatencySource {
  private final LatencySettings settings;
  private final NetworkSearchSpace space;
  private final LayerBuilders builders;
  private final Path folder;
  private final LatencyMeasurement measurement;
  private @Nullable Reference reference;

  /** The reference network and its time. */
  private record Reference(NetworkSpec network, double milliseconds) {}

  /**
   * Creates the source.
   *
   * @param folder folder for the time of the reference network; need not exist
   * @param clock the clocks of the thread that measures
   */
  MeasuredLatency(
      LatencySettings settings,
      NetworkSearchSpace space,
      LayerBuilders builders,
      Path folder,
      LatencyClock clock) {
    this.settings = settings;
    this.space = space;
    this.builders = builders;
    this.folder = folder;
    this.measurement = new LatencyMeasurement(settings, clock);
  }

  @Override
  public boolean measured() {
    return true;
  }

  @Override
  public ObjectiveValue value(Architecture architecture) throws InterruptedException {
    NetworkSpec spec = space.lower(architecture).prediction().expanded();
    Reference compared = reference(spec);
    PairedRatio measured = measurement.ratio(() -> build(spec), () -> build(compared.network()));
    String name = settings.objective().name();
    return new ObjectiveValue(
        measured.ratio() * compared.milliseconds(),
        Map.of(
            name + ".ratio", measured.ratio(),
            name + ".spread", measured.spread(),
            name + ".measurements", (double) measured.measurements()));
  }

  private TimedNetwork build(NetworkSpec spec) {
    return TimedNetwork.build(builders, spec, settings.batch());
  }

  private Reference reference(NetworkSpec candidate) throws InterruptedException {
    if (reference != null) {
      return reference;
    }
    int batch = settings.batch();
    NetworkSpec spec = ReferenceNetwork.of(candidate);
    Path file = folder.resolve("reference-batch%d.json".formatted(batch));
    double milliseconds =
        new ReferenceTime(file, spec, batch)
            .milliseconds(() -> measurement.milliseconds(() -> build(spec)));
    reference = new Reference(spec, milliseconds);
    return reference;
  }
}
