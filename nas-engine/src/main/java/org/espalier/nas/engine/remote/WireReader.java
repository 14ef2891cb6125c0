package org.espalier.nas.engine.remote;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.jspecify.annotations.Nullable;

/** Reader of values that {@link WireWriter} wrote. */
final class WireReader {

  private final DataInputStream in;

  WireReader(byte[] bytes) {
    this.in = new DataInputStream(new ByteArrayInputStream(bytes));
  }

  interface Read<T> {
    T read() throws IOException;
  }

  int tag() throws IOException {
    return in.readUnsignedByte();
  }

  boolean flag() throws IOException {
    return in.readBoolean();
  }

  int whole() throws IOException {
    return in.readInt();
  }

  long number() throws IOException {
    return in.readLong();
  }

  double real() throws IOException {
    return in.readDouble();
  }

  String text() throws IOException {
    return new String(content(), StandardCharsets.UTF_8);
  }

  byte[] content() throws IOException {
    int length = size();
    byte[] value = new byte[length];
    in.readFully(value);
    return value;
  }

  /** Returns a number of things of which each takes at least one byte. */
  private int size() throws IOException {
    int size = in.readInt();
    if (size < 0 || size > in.available()) {
      throw new IOException("A length (" + size + ") is more than there is.");
    }
    return size;
  }

  private <T> @Nullable T optional(Read<T> read) throws IOException {
    return flag() ? read.read() : null;
  }

  <T> List<T> list(Read<T> read) throws IOException {
    int size = size();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(read.read());
    }
    return values;
  }

  <T> Map<String, T> map(Read<T> read) throws IOException {
    int size = size();
    Map<String, T> values = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      values.put(text(), read.read());
    }
    return values;
  }

  Bundle bundle() throws IOException {
    return new Bundle(map(this::text), map(this::content));
  }

  Trial trial() throws IOException {
    int number = whole();
    long seed = number();
    int informedBy = whole();
    Architecture architecture = new Architecture(list(this::choice));
    Fidelity fidelity = new Fidelity(whole(), real());
    Integer continued = optional(this::whole);
    Double predicted = optional(this::real);
    return new Trial(
        number, new Proposal(architecture, fidelity, continued, predicted), seed, informedBy);
  }

  private Choice choice() throws IOException {
    int kind = tag();
    return switch (kind) {
      case 0 -> new Choice.Option(text(), whole(), text());
      case 1 -> new Choice.Whole(text(), number());
      case 2 -> new Choice.Real(text(), real());
      default -> throw unknown("choice", kind);
    };
  }

  private static IOException unknown(String what, int kind) {
    return new IOException("The kind of a " + what + " (" + kind + ") is unknown.");
  }

  Measurement measurement() throws IOException {
    return new Measurement(whole(), map(this::real));
  }

  List<Measurement> measurements() throws IOException {
    return list(this::measurement);
  }

  TrialResult result() throws IOException {
    return new TrialResult(trial(), outcome(), optional(this::real), list(this::real));
  }

  Outcome outcome() throws IOException {
    int kind = tag();
    List<Measurement> measured = measurements();
    Account account = account();
    return switch (kind) {
      case 0 -> new Outcome.Completed(measured, account);
      case 1 -> new Outcome.Stopped(measured, account, text());
      case 2 -> new Outcome.Failed(measured, account, cause(), text(), optional(this::text));
      default -> throw unknown("outcome", kind);
    };
  }

  private FailureCause cause() throws IOException {
    return FailureCause.valueOf(text());
  }

  private Account account() throws IOException {
    Cost cost =
        new Cost(
            optional(this::number),
            optional(this::real),
            optional(this::number),
            optional(this::whole));
    Map<String, Double> facts = map(this::real);
    Map<Phase, Duration> times = new EnumMap<>(Phase.class);
    map(this::number)
        .forEach((phase, nanos) -> times.put(Phase.valueOf(phase), Duration.ofNanos(nanos)));
    return new Account(cost, facts, times);
  }

  AttemptEnd end() throws IOException {
    int kind = tag();
    return switch (kind) {
      case 0 -> new AttemptEnd.Evaluated(outcome());
      case 1 -> new AttemptEnd.Failed(cause(), text(), text());
      case 2 -> new AttemptEnd.Lost(text());
      case 3 -> new AttemptEnd.Broken(new RemoteException(text(), new RemoteException(text())));
      default -> throw unknown("end", kind);
    };
  }
}
