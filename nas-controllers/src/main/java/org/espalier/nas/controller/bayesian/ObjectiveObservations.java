package org.espalier.nas.controller.bayesian;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.bayesian.Observations.Observation;
import org.espalier.nas.controller.domination.TrialQuality;

/** Results of each architecture by several objectives, as losses. */
final class ObjectiveObservations {
  private final List<Observations> byObjective;

  ObjectiveObservations(int objectives) {
    byObjective = Stream.generate(Observations::new).limit(objectives).toList();
  }

  /**
   * Adds a result.
   *
   * @param architecture in canonical form
   * @param fidelity the amount of training
   * @param quality the losses; a trial that is not feasible has none
   */
  void add(Architecture architecture, Fidelity fidelity, TrialQuality quality) {
    for (int i = 0; i < byObjective.size(); i++) {
      double loss = quality.isFeasible() ? quality.losses().get(i) : Double.NaN;
      byObjective.get(i).add(architecture, fidelity, loss);
    }
  }

  /**
   * Returns the observations of one reward: minus the scalarisation of the losses, each normalised
   * to [0, 1] over all observations.
   */
  Observations scalarised(RandomScalarisation scalarisation) {
    List<List<Observation>> all = byObjective.stream().map(Observations::all).toList();
    double[] low = new double[all.size()];
    double[] range = new double[all.size()];
    for (int i = 0; i < range.length; i++) {
      low[i] = known(all.get(i)).min().orElse(0);
      range[i] = known(all.get(i)).max().orElse(0) - low[i];
    }
    Observations scalarised = new Observations();
    for (int row = 0; row < all.get(0).size(); row++) {
      double[] losses = new double[range.length];
      for (int i = 0; i < range.length; i++) {
        double loss = all.get(i).get(row).reward();
        losses[i] = range[i] > 0 ? (loss - low[i]) / range[i] : loss - low[i];
      }
      Observation first = all.get(0).get(row);
      double reward = first.failed() ? Double.NaN : -scalarisation.of(losses);
      scalarised.add(new Observation(first.architecture(), first.epochs(), first.count(), reward));
    }
    return scalarised;
  }

  private static DoubleStream known(List<Observation> observations) {
    return observations.stream()
        .filter(observation -> !observation.failed())
        .mapToDouble(Observation::reward);
  }

  void write(DataOutputStream out) throws IOException {
    for (Observations observations : byObjective) {
      observations.write(out);
    }
  }

  void read(DataInputStream in) throws IOException {
    for (Observations observations : byObjective) {
      observations.read(in);
    }
  }
}
