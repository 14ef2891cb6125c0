package org.espalier.nas.engine.remote;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.jspecify.annotations.Nullable;

/**
 * Writer of values in the form that workers and studies exchange, which {@link WireReader} reads.
 * Numbers are exact to the last bit.
 */
final class WireWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private interface Write {
    void to(DataOutputStream out) throws IOException;
  }

  private WireWriter write(Write value) {
    try {
      value.to(out);
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory cannot be written to.", impossible);
    }
  }

  WireWriter tag(int value) {
    return write(to -> to.writeByte(value));
  }

  WireWriter flag(boolean value) {
    return write(to -> to.writeBoolean(value));
  }

  WireWriter whole(int value) {
    return write(to -> to.writeInt(value));
  }

  WireWriter number(long value) {
    return write(to -> to.writeLong(value));
  }

  WireWriter real(double value) {
    return write(to -> to.writeDouble(value));
  }

  WireWriter text(String value) {
    return content(value.getBytes(StandardCharsets.UTF_8));
  }

  WireWriter content(byte[] value) {
    return write(
        to -> {
          to.writeInt(value.length);
          to.write(value);
        });
  }

  WireWriter bundle(Bundle bundle) {
    whole(bundle.texts().size());
    bundle.texts().forEach((name, text) -> text(name).text(text));
    whole(bundle.files().size());
    bundle.files().forEach((path, content) -> text(path).content(content));
    return this;
  }

  private <T> WireWriter optional(@Nullable T value, Consumer<T> write) {
    flag(value != null);
    if (value != null) {
      write.accept(value);
    }
    return this;
  }

  <T> WireWriter list(List<T> values, Consumer<? super T> write) {
    whole(values.size());
    values.forEach(write);
    return this;
  }

  private WireWriter numbers(Map<String, Double> values) {
    whole(values.size());
    values.forEach((name, value) -> text(name).real(value));
    return this;
  }

  WireWriter trial(Trial trial) {
    Proposal proposal = trial.proposal();
    return whole(trial.number())
        .number(trial.seed())
        .whole(trial.informedBy())
        .architecture(proposal.architecture())
        .whole(proposal.fidelity().epochs())
        .real(proposal.fidelity().dataFraction())
        .optional(proposal.continuedTrial(), this::whole)
        .optional(proposal.predicted(), this::real);
  }

  private WireWriter architecture(Architecture architecture) {
    return list(architecture.choices(), this::choice);
  }

  private void choice(Choice choice) {
    if (choice instanceof Choice.Option option) {
      tag(0).text(option.decision()).whole(option.index()).text(option.label());
    } else if (choice instanceof Choice.Whole whole) {
      tag(1).text(whole.decision()).number(whole.value());
    } else {
      Choice.Real real = (Choice.Real) choice;
      tag(2).text(real.decision()).real(real.value());
    }
  }

  WireWriter measurement(Measurement measurement) {
    return whole(measurement.step()).numbers(measurement.metrics());
  }

  WireWriter measurements(List<Measurement> measurements) {
    return list(measurements, this::measurement);
  }

  WireWriter result(TrialResult result) {
    return trial(result.trial())
        .outcome(result.outcome())
        .optional(result.value(), this::real)
        .list(result.objectives(), this::real);
  }

  WireWriter outcome(Outcome outcome) {
    if (outcome instanceof Outcome.Completed) {
      tag(0).measured(outcome);
    } else if (outcome instanceof Outcome.Stopped stopped) {
      tag(1).measured(outcome).text(stopped.reason());
    } else {
      Outcome.Failed failed = (Outcome.Failed) outcome;
      tag(2)
          .measured(outcome)
          .text(failed.cause().name())
          .text(failed.message())
          .optional(failed.trace(), this::text);
    }
    return this;
  }

  private WireWriter measured(Outcome outcome) {
    return measurements(outcome.measurements()).account(outcome.account());
  }

  private WireWriter account(Account account) {
    Cost cost = account.cost();
    optional(cost.epochs(), this::number)
        .optional(cost.seconds(), this::real)
        .optional(cost.inheritedWeights(), this::number)
        .optional(cost.cachedTrial(), this::whole)
        .numbers(account.facts())
        .whole(account.times().size());
    for (Map.Entry<Phase, Duration> time : account.times().entrySet()) {
      text(time.getKey().name()).number(time.getValue().toNanos());
    }
    return this;
  }

  WireWriter end(AttemptEnd end) {
    if (end instanceof AttemptEnd.Evaluated evaluated) {
      return tag(0).outcome(evaluated.outcome());
    } else if (end instanceof AttemptEnd.Failed failed) {
      return tag(1).text(failed.cause().name()).text(failed.message()).text(failed.trace());
    } else if (end instanceof AttemptEnd.Lost lost) {
      return tag(2).text(lost.reason());
    }
    Throwable cause = ((AttemptEnd.Broken) end).cause();
    String message =
        cause instanceof NasException ? String.valueOf(cause.getMessage()) : cause.toString();
    AttemptEnd.Failed error = AttemptEnd.Failed.by(FailureCause.EXCEPTION, cause);
    return tag(3).text(message).text(error.trace());
  }
}
