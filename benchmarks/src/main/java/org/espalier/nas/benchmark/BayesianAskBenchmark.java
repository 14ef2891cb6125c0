package org.espalier.nas.benchmark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.bayesian.AcquisitionSettings;
import org.espalier.nas.controller.bayesian.BayesianController;
import org.espalier.nas.controller.bayesian.BayesianSettings;
import org.espalier.nas.controller.bayesian.SurrogateSettings;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time that Bayesian optimisation takes to propose an architecture, including the fit of its
 * model.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class BayesianAskBenchmark {

  /** Number of observations. */
  @Param({"100", "500"})
  private int observations;

  /** The model. */
  @Param({"GAUSSIAN_PROCESS", "RANDOM_FOREST"})
  private SurrogateSettings.Type surrogate = SurrogateSettings.Type.GAUSSIAN_PROCESS;

  /** Three real numbers, or twenty decisions of ten options. */
  @Param({"REAL_VECTOR", "HUGE"})
  private ReferenceSpace reference = ReferenceSpace.REAL_VECTOR;

  private Controller controller = controller();

  /**
   * Creates a controller with that many observations that has asked only for its initial design.
   */
  @Setup(Level.Iteration)
  public void observe() {
    SearchSpace space = reference.space();
    RandomGenerator random = new RandomStreams(1).stream("benchmark", 0);
    controller = controller();
    List<Proposal> design = controller.ask(10);
    controller.tell(
        IntStream.rangeClosed(1, observations)
            .mapToObj(
                number ->
                    result(
                        number,
                        number <= design.size()
                            ? design.get(number - 1)
                            : Proposal.of(space.sample(random), Fidelity.epochs(1))))
            .toList());
  }

  private Controller controller() {
    return new BayesianController(
        new BayesianSettings(
            new SurrogateSettings(surrogate, 1, 250, 50),
            new AcquisitionSettings(AcquisitionSettings.Type.LOG_EI, 0, 4),
            10,
            1,
            BayesianSettings.Lie.BELIEVER,
            1000,
            1000),
        reference.space(),
        new RandomStreams(1),
        Fidelity.epochs(1));
  }

  private static TrialResult result(int number, Proposal proposal) {
    double reward = reward(proposal.architecture());
    Outcome outcome =
        new Outcome.Completed(
            List.of(
                new org.espalier.nas.api.trial.Measurement(
                    1, Map.of("validation.accuracy", reward))),
            Account.empty());
    return new TrialResult(new Trial(number, proposal, number, 0), outcome, reward);
  }

  private static double reward(Architecture architecture) {
    return architecture.choices().stream()
        .mapToDouble(
            choice ->
                choice instanceof Choice.Option option
                    ? option.index() % 3
                    : Math.sin(((Choice.Real) choice).value()))
        .sum();
  }

  /** Fits the model and proposes an architecture. */
  @Benchmark
  public List<Proposal> ask() {
    return controller.ask(1);
  }
}
