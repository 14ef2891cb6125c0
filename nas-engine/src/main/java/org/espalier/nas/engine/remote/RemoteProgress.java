package org.espalier.nas.engine.remote;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Measurement;
import org.jspecify.annotations.Nullable;

/** Progress of a trial in a worker, which asks the study for directives. */
final class RemoteProgress implements Progress {

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final WorkerLink link;
  private final long attempt;
  private final List<Measurement> continued;
  private final BooleanSupplier cancelled;
  private long asked = System.nanoTime();
  private boolean toldToAbandon;
  private @Nullable IOException failure;

  RemoteProgress(
      WorkerLink link, long attempt, List<Measurement> continued, BooleanSupplier cancelled) {
    this.link = link;
    this.attempt = attempt;
    this.continued = continued;
    this.cancelled = cancelled;
  }

  @Override
  public Directive report(Measurement measurement) {
    try {
      Directive directive =
          WireFormat.directive(
              link.ask(WireFormat.request(new Request.Report(attempt, measurement))));
      asked = System.nanoTime();
      toldToAbandon |= directive == Directive.ABANDON;
      return directive;
    } catch (IOException e) {
      return lost(e);
    }
  }

  private Directive lost(IOException e) {
    failure = e;
    toldToAbandon = true;
    return Directive.ABANDON;
  }

  @Override
  public List<Measurement> continued() {
    return continued;
  }

  /** Asks the study once a second, because evaluators ask after each batch. */
  @Override
  public boolean abandoned() {
    if (toldToAbandon || cancelled.getAsBoolean()) {
      return true;
    }
    if (System.nanoTime() - asked > PAUSE_NANOS) {
      try {
        toldToAbandon =
            WireFormat.answer(link.ask(WireFormat.request(new Request.Abandoned(attempt))));
        asked = System.nanoTime();
      } catch (IOException e) {
        Directive unused = lost(e);
      }
    }
    return toldToAbandon;
  }

  /** The error by which the study could not be reached, or null. */
  @Nullable IOException failure() {
    return failure;
  }
}
