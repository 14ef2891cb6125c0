package org.espalier.nas.controller.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.HyperparameterSpace;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.population.PopulationSettings.Exploit;
import org.espalier.nas.problem.VectorSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationControllerTest {
  private static final SearchSpace SPACE =
      new VectorSpace(
          List.of(
              new Decision("h0", new RealRange(0, 1, Scale.LINEAR)),
              new Decision("h1", new RealRange(0, 1, Scale.LINEAR))));

  /**
   * The toy problem of Jaderberg et al. 2017, section 4 and figure 2: parameters θ ascend 1.2 −
   * h0·θ0² − h1·θ1² while the reward is 1.2 − θ0² − θ1²; with fixed hyper-parameters, one of them
   * 0, it never reaches 1.2.
   */
  @ParameterizedTest
  @EnumSource(Exploit.class)
  void copiesAndExploresItsWayToTheOptimumOfTheToy(Exploit exploit) {
    PopulationController controller = controller(exploit, 8, 1, SPACE, 60);
    Map<Integer, double[]> weights = new HashMap<>();
    double best = Double.NEGATIVE_INFINITY;
    int number = 0;
    for (List<Proposal> asked = controller.ask(8); !asked.isEmpty(); asked = controller.ask(8)) {
      List<TrialResult> results = new ArrayList<>();
      for (Proposal proposal : asked) {
        number++;
        double[] theta =
            proposal.continuedTrial() != null
                ? weights.get(proposal.continuedTrial()).clone()
                : new double[] {0.9, 0.9};
        for (int i = 0; i < 2; i++) {
          double h = ((Choice.Real) proposal.architecture().choices().get(i)).value();
          theta[i] -= 0.05 * 2 * h * theta[i];
        }
        weights.put(number, theta);
        double value = 1.2 - theta[0] * theta[0] - theta[1] * theta[1];
        best = Math.max(best, value);
        results.add(result(new Trial(number, proposal, 1, 0), value));
      }
      controller.tell(results);
    }
    assertThat(number).isEqualTo(8 * 60);
    assertThat(best).isGreaterThan(1.199);
  }

  @Test
  void theWorstCopyTheBestAndTheOthersGoOn() {
    PopulationController controller = controller(Exploit.TRUNCATION, 10, 5, SPACE, 10);
    List<Proposal> first = controller.ask(10);
    for (int i = 0; i < 10; i++) {
      controller.tell(List.of(result(new Trial(i + 1, first.get(i), 1, 0), i)));
    }

    assertThat(controller.continuable()).containsExactlyInAnyOrder(3, 4, 5, 6, 7, 8, 9, 10);
    List<Proposal> second = controller.ask(10);

    assertThat(second).extracting(proposal -> proposal.fidelity().epochs()).containsOnly(10);
    for (int i = 2; i < 10; i++) {
      assertThat(second.get(i).continuedTrial()).isEqualTo(i + 1);
      assertThat(second.get(i).architecture()).isEqualTo(first.get(i).architecture());
    }
    for (int i = 0; i < 2; i++) {
      int model = second.get(i).continuedTrial();
      assertThat(model).isIn(9, 10);
      assertThat(second.get(i).architecture()).isNotEqualTo(first.get(model - 1).architecture());
    }
    assertThat(controller.ask(1)).isEmpty();
  }

  @Test
  void failedMembersAreReplaced() {
    PopulationController controller = controller(Exploit.TOURNAMENT, 4, 1, SPACE, 2);
    List<Proposal> first = controller.ask(4);
    for (int i = 0; i < 4; i++) {
      Trial trial = new Trial(i + 1, first.get(i), 1, 0);
      controller.tell(
          List.of(
              i < 3
                  ? new TrialResult(
                      trial,
                      Outcome.Failed.of(
                          org.espalier.nas.api.trial.FailureCause.DIVERGED, "diverged"),
                      null)
                  : result(trial, 0.1)));
    }

    assertThat(controller.ask(4))
        .hasSize(4)
        .allSatisfy(proposal -> assertThat(proposal.continuedTrial()).isEqualTo(4));
  }

  @Test
  void neverChangesTheNetwork() {
    PopulationController controller = controller(Exploit.TRUNCATION, 6, 1, new OneTuned(), 20);
    int number = 0;
    Map<Integer, Architecture> trained = new HashMap<>();
    for (List<Proposal> asked = controller.ask(6); !asked.isEmpty(); asked = controller.ask(6)) {
      List<TrialResult> results = new ArrayList<>();
      for (Proposal proposal : asked) {
        number++;
        trained.put(number, proposal.architecture());
        Optional.ofNullable(proposal.continuedTrial())
            .ifPresent(
                parent ->
                    assertThat(proposal.architecture().choice("h0"))
                        .isEqualTo(trained.get(parent).choice("h0")));
        results.add(result(new Trial(number, proposal, 1, 0), number % 7));
      }
      controller.tell(results);
    }
  }

  @Test
  void refusesASpaceInWhichEverythingIsTheNetwork() {
    assertThatThrownBy(() -> controller(Exploit.TRUNCATION, 4, 1, new Networks(), 4))
        .isInstanceOf(NasException.class)
        .hasMessageContaining("add the key hyperparameters");
  }

  @Test
  void plansGenerations() {
    PopulationController controller = controller(Exploit.TRUNCATION, 10, 4, SPACE, 10);

    assertThat(controller.plan().orElseThrow().rungs())
        .extracting(rung -> rung.fidelity().epochs() + " after " + rung.continuedEpochs())
        .containsExactly("4 after 0", "8 after 4", "10 after 8");
    assertThat(controller.plan().orElseThrow().epochs()).isEqualTo(100);
  }

  private static PopulationController controller(
      Exploit exploit, int population, int interval, SearchSpace space, int epochs) {
    return new PopulationController(
        new PopulationSettings(population, interval, 0, exploit, 0.2, 0.8, 0.25, 1),
        space,
        new RandomStreams(3),
        Fidelity.epochs(epochs));
  }

  private static TrialResult result(Trial trial, double value) {
    Measurement last = new Measurement(trial.proposal().fidelity().epochs(), Map.of("r", value));
    return new TrialResult(trial, new Outcome.Completed(List.of(last), Account.empty()), value);
  }

  /** A space of two decisions, the first of which is about the network. */
  private static final class OneTuned implements HyperparameterSpace {
    @Override
    public List<Decision> decisions() {
      return SPACE.decisions();
    }

    @Override
    public Optional<Decision> next(Architecture made) {
      return SPACE.next(made);
    }

    @Override
    public Set<String> hyperparameters() {
      return Set.of("h1");
    }

    @Override
    public Map<String, String> settings(Architecture architecture) {
      return Map.of("h1", architecture.choices().get(1).text());
    }
  }

  private static final class Networks implements NetworkSearchSpace {
    @Override
    public List<Decision> decisions() {
      return SPACE.decisions();
    }

    @Override
    public Optional<Decision> next(Architecture made) {
      return SPACE.next(made);
    }

    @Override
    public NetworkSpec lower(Architecture architecture) {
      throw new IllegalStateException("Nothing is trained here.");
    }

    @Override
    public Set<Class<? extends LayerSpec>> layerTypes() {
      return Set.of();
    }
  }
}
