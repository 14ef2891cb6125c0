package org.example.hedgerow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.testkit.ObjectiveContract;
import org.espalier.nas.testkit.space.TokenSpace;
import org.junit.jupiter.api.Test;

/** Tests the contract of objectives, and the energy of a network. */
class HedgerowTest extends ObjectiveContract {

  /** A space whose only network has 30 parameters. */
  private static final class OneNetwork implements NetworkSearchSpace {
    @Override
    public Optional<Decision> next(Architecture made) {
      return Optional.empty();
    }

    @Override
    public List<Decision> decisions() {
      return List.of();
    }

    @Override
    public NetworkSpec lower(Architecture architecture) {
      return new NetworkSpec(TensorShape.of(9), List.of(new Dense(3, Activation.LINEAR)));
    }

    @Override
    public Set<Class<? extends LayerSpec>> layerTypes() {
      return Set.of(Dense.class);
    }
  }

  @Override
  protected ObjectiveFunction objective() {
    return new Hedgerow(new HedgerowSettings(2.3, 640, 10), new OneNetwork());
  }

  @Override
  protected Trial trial() {
    Architecture network = new Architecture(List.of());
    return new Trial(1, Proposal.of(network, Fidelity.epochs(1)), 7, 0);
  }

  @Override
  protected Outcome outcome() {
    return new Outcome.Completed(
        List.of(new Measurement(1, Map.of(Measurement.VALIDATION_ACCURACY, 0.8))),
        Account.empty());
  }

  @Test
  void weightsAndOperationsTakeEnergy() throws Exception {
    long operations = new OneNetwork().lower(new Architecture(List.of())).flops();

    assertThat(objective().value(trial(), outcome()).value())
        .isCloseTo((30 * 640 + operations * 2.3) / 1e6, within(1e-12));
  }

  @Test
  void aSpaceWithoutNetworksIsRefused() {
    ObjectiveFunction misplaced =
        new Hedgerow(new HedgerowSettings(2.3, 640, 10), new TokenSpace(3, 2));

    assertThatThrownBy(() -> misplaced.value(trial(), outcome()))
        .isInstanceOf(NasException.class)
        .hasMessageContaining("search space of networks");
  }
}
