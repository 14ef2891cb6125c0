package org.espalier.nas.tf.tensorboard;

import com.google.protobuf.Value;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.tensorflow.proto.Summary;

/**
 * The events of one trial: its decisions as hyper-parameters, each epoch's metrics, and its
 * outcome.
 */
final class TrialRun {
  // TensorBoard lists them in this order, and shows the first five columns of the table.
  private static final String END = "end/";
  private static final String EPOCH = "epoch/";
  private static final String FACTS = "facts/";

  private final LoggedTrial trial;
  private final List<Objective> objectives;

  TrialRun(LoggedTrial trial, List<Objective> objectives) {
    this.trial = trial;
    this.objectives = objectives;
  }

  /** Writes all events. */
  void writeTo(EventFile file) throws IOException {
    file.write(
        trial.startedAt(),
        0,
        List.of(HParams.started(hparams(trial.result().trial()), trial.startedAt())));
    List<Measurement> measured = trial.result().outcome().measurements();
    for (int i = 0; i < measured.size(); i++) {
      List<Summary.Value> values = new ArrayList<>();
      measured
          .get(i)
          .metrics()
          .forEach((name, value) -> values.add(Values.scalar(EPOCH + name, value)));
      file.write(measuredAt(i + 1, measured.size()), measured.get(i).step(), values);
    }
    file.write(trial.finishedAt(), trial.result().epochs(), ending());
  }

  /**
   * Returns the estimated end of an epoch; the times are not stored, so epochs are assumed to be
   * equally long.
   */
  private Instant measuredAt(int measurement, int count) {
    Duration took = Duration.between(trial.startedAt(), trial.finishedAt());
    return trial.startedAt().plus(took.multipliedBy(measurement).dividedBy(count));
  }

  private List<Summary.Value> ending() {
    List<Summary.Value> values = new ArrayList<>();
    trial.result().reward().ifPresent(reward -> values.add(Values.scalar(END + "reward", reward)));
    List<Double> compared = trial.result().objectives();
    for (int i = 0; i < compared.size() && i < objectives.size(); i++) {
      values.add(Values.scalar(END + objectives.get(i).name(), compared.get(i)));
    }
    trial
        .result()
        .trial()
        .proposal()
        .predictedReward()
        .ifPresent(reward -> values.add(Values.scalar(END + "predicted", reward)));
    values.add(Values.scalar(END + "seconds", trial.seconds()));
    trial
        .result()
        .outcome()
        .account()
        .figures()
        .forEach((name, value) -> values.add(Values.scalar(FACTS + name, value)));
    values.add(
        HParams.ended(trial.result().outcome() instanceof Outcome.Failed, trial.finishedAt()));
    return values;
  }

  /** Returns a summary of the trial, followed by the decisions by name, in their order. */
  private static Map<String, Value> hparams(Trial trial) {
    Map<String, Value> hparams = new LinkedHashMap<>();
    hparams.put("architecture", text(trial.proposal().architecture().summary()));
    hparams.put("epochs", number(trial.proposal().fidelity().epochs()));
    for (Choice choice : trial.proposal().architecture().choices()) {
      hparams.put(choice.decision(), value(choice));
    }
    return hparams;
  }

  private static Value value(Choice choice) {
    if (choice instanceof Choice.Whole whole) {
      return number((double) whole.value());
    }
    return choice instanceof Choice.Real real ? number(real.value()) : text(choice.text());
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }
}
