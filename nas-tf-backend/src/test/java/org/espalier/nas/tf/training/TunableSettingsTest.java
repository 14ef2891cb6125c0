package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.api.training.Sgd;
import org.junit.jupiter.api.Test;

class TunableSettingsTest {
  private static final NetworkSpec NETWORK =
      new NetworkSpec(
          TensorShape.of(4),
          List.of(
              new Dense(8, Activation.RELU),
              new Dense(6, Activation.RELU),
              new Dense(2, Activation.SOFTMAX)));
  private static final Task TASK = new Task.Classification("y", List.of("a", "b"));
  private static final TrainingSettings SETTINGS = SettingsOf.defaults().settings();

  @Test
  void anArchitectureReplacesSettings() {
    TunedNetworks space =
        space(
            decision("optimizer.type", Categorical.of(List.of("sgd", "adam"))),
            decision("optimizer.learningRate", new RealRange(1e-4, 1, Scale.LOG)),
            decision("optimizer.schedule.type", Categorical.of(List.of("constant", "cosine"))),
            decision("batch", new IntegerRange(8, 64, 8, Scale.LINEAR)),
            decision("shuffle", Categorical.of(List.of("false", "true"))));
    Architecture architecture =
        new Architecture(
            List.of(
                new Choice.Option("optimizer.type", 0, "sgd"),
                new Choice.Real("optimizer.learningRate", 0.1 + 0.2),
                new Choice.Option("optimizer.schedule.type", 1, "cosine"),
                new Choice.Whole("batch", 24),
                new Choice.Option("shuffle", 0, "false")));

    TrainingSettings tuned = tunable(space).of(architecture);

    assertThat(tuned.optimizer())
        .isEqualTo(new Sgd(0.1 + 0.2, new Schedule.CosineSchedule(1000, 0), 0, false, 0));
    assertThat(tuned.batch()).isEqualTo(24);
    assertThat(tuned.shuffle()).isFalse();
    assertThat(tuned.epochs()).isEqualTo(SETTINGS.epochs());
  }

  @Test
  void aValueThatNeedsAnotherIsAccepted() {
    assertThat(tunable(decayWith("time-decay", "exponential"))).isNotNull();
  }

  @Test
  void aSettingThatAnotherTypeDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> tunable(decayWith("constant", "exponential")))
        .hasMessage(
            "Hyper-parameter of the evaluator training: There is no setting"
                + " optimizer.schedule.decay of constant; known here are type.");
  }

  private static TunedNetworks decayWith(String... schedules) {
    return space(
        decision("optimizer.schedule.type", Categorical.of(List.of(schedules))),
        decision("optimizer.schedule.decay", new RealRange(0.5, 1, Scale.LINEAR)));
  }

  @Test
  void whatIsNoSettingIsRefused() {
    assertRefused(
        "optimizer.learningRat",
        new RealRange(0.1, 1, Scale.LOG),
        "Hyper-parameter of the evaluator training: There is no setting optimizer.learningRat of"
            + " adam; known here are type, learningRate, schedule, beta1, beta2, epsilon, clipNorm."
            + " Did you mean learningRate?");
    assertRefused(
        "optimizer",
        Categorical.of(List.of("sgd")),
        "Hyper-parameter of the evaluator training: optimizer is no single value, which alone can"
            + " be replaced; name a setting within it, such as optimizer.type.");
    assertRefused(
        "earlyStopping.patience",
        new IntegerRange(1, 5, 1, Scale.LINEAR),
        "Hyper-parameter of the evaluator training: earlyStopping.patience cannot be set, for"
            + " earlyStopping is absent; give it with some value first.");
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertRefused(
        "dropout",
        new RealRange(0, 1, Scale.LINEAR),
        "Hyper-parameter of the evaluator training: dropout (1.0) must lie in [0, 1).");
    assertRefused(
        "optimizer.type",
        Categorical.of(List.of("adam", "admw")),
        "Hyper-parameter of the evaluator training: optimizer.type (admw) must be one of sgd, adam,"
            + " adamw, nadam, adamax, rmsprop, adagrad, adadelta, ftrl. Did you mean adamw?");
    assertRefused(
        "batch",
        new RealRange(1, 2, Scale.LINEAR),
        "Hyper-parameter of the evaluator training: batch (1.3183098861837907) must be a whole"
            + " number of usual size.");
  }

  @Test
  void epochsAreAMatterOfFidelity() {
    assertRefused(
        "epochs",
        new IntegerRange(1, 10, 1, Scale.LINEAR),
        "evaluator.epochs cannot be searched: how many epochs a trial has is its fidelity, which"
            + " the controller chooses.");
  }

  @Test
  void dropoutIsAddedBehindHiddenLayers() {
    assertThat(AddedDropout.to(NETWORK, 0.25).layers())
        .containsExactly(
            new Dense(8, Activation.RELU),
            new Dropout(0.25),
            new Dense(6, Activation.RELU),
            new Dropout(0.25),
            new Dense(2, Activation.SOFTMAX));
    assertThat(AddedDropout.to(NETWORK, 0)).isSameAs(NETWORK);
  }

  private static void assertRefused(String name, Domain domain, String message) {
    assertThatThrownBy(() -> tunable(space(decision(name, domain))))
        .hasMessage(message)
        .isInstanceOfSatisfying(
            InvalidHyperparameterException.class,
            error -> assertThat(error.hyperparameter()).isEqualTo(name));
  }

  private static TunableSettings tunable(TunedNetworks space) {
    return TunableSettings.of(SETTINGS, space, new SettingsCheck(TASK, TensorShape.of(4), false));
  }

  private static TunedNetworks space(Decision... decisions) {
    return new TunedNetworks(NETWORK, List.of(decisions));
  }

  private static Decision decision(String name, Domain domain) {
    return new Decision(name, domain);
  }
}
