package org.example.hedgerow;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.DatasetBuilder;
import org.espalier.nas.data.prepare.ForwardingDataset;

/**
 * Readings of weather stations, made up: whether dew forms depends on temperature, humidity and
 * site. Read your own source in {@link #readings}; split, scaling, encoding, audit and hash
 * follow from the key {@code prepare}.
 */
@Description("Readings of weather stations, with dew or without; made up.")
public final class Hedgerow extends ForwardingDataset {
  private static final List<String> SITES = List.of("forest", "meadow", "town");
  private static final List<Double> COOLING = List.of(1.0, 3.0, 0.0);

  /** Creates the data set; its dependencies are injected. */
  @Inject
  public Hedgerow(HedgerowSettings settings, RandomStreams streams) {
    // The study's streams only shuffle the split, so that all seeds search on the same data.
    super(readings(settings).build(settings.prepare(), streams));
  }

  private static DatasetBuilder readings(HedgerowSettings settings) {
    RandomGenerator random = new RandomStreams(settings.seed()).stream("hedgerow", 0);
    double[][] numbers = new double[settings.rows()][];
    List<String> sites = new ArrayList<>();
    List<String> dew = new ArrayList<>();
    for (int row = 0; row < numbers.length; row++) {
      double temperature = 5 + 20 * random.nextDouble();
      double humidity = 40 + 60 * random.nextDouble();
      int site = random.nextInt(SITES.size());
      double dewPoint = temperature - (100 - humidity) / 5;
      double surface = temperature - COOLING.get(site) + settings.noise() * random.nextGaussian();
      numbers[row] = new double[] {temperature, humidity};
      sites.add(SITES.get(site));
      dew.add(surface < dewPoint + 3 ? "dew" : "dry");
    }
    return DatasetBuilder.named("hedgerow")
        .numbers(List.of("temperature", "humidity"), numbers)
        .texts("site", sites)
        .texts("ground", dew)
        .label("ground");
  }
}
