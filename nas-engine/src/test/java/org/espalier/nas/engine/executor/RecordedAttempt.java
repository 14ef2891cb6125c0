package org.espalier.nas.engine.executor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;

/** An attempt that remembers the calls of its executor. */
public final class RecordedAttempt implements TrialAttempt {

  private final Trial trial;
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
  private final CompletableFuture<AttemptEnd> end = new CompletableFuture<>();
  private final Directive directive;
  private final boolean wanted;
  private volatile boolean abandoned;

  RecordedAttempt(int number, String script, Directive directive, boolean wanted) {
    Choice choice = new Choice.Option("script", 0, script);
    this.trial =
        new Trial(
            number,
            Proposal.of(
                new Architecture(List.of(choice)), Fidelity.epochs(ScriptedEvaluator.STEPS)),
            number,
            0);
    this.directive = directive;
    this.wanted = wanted;
  }

  /** Returns an attempt at a trial that does what a script says. */
  public static RecordedAttempt of(int number, String script) {
    return new RecordedAttempt(number, script, Directive.CONTINUE, true);
  }

  @Override
  public Trial trial() {
    return trial;
  }

  @Override
  public boolean begin(String worker) {
    calls.add("begin");
    begun.complete(true);
    return wanted;
  }

  @Override
  public Directive report(Measurement measurement) {
    calls.add("report " + measurement.step() + " " + measurement.metrics());
    return directive;
  }

  @Override
  public boolean abandoned() {
    return abandoned;
  }

  @Override
  public void ended(AttemptEnd reached) {
    calls.add("ended");
    end.complete(reached);
  }

  /** Abandons the attempt. */
  public void abandon() {
    abandoned = true;
  }

  /** Returns the calls. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Waits for the beginning. */
  public void awaitBeginning() throws Exception {
    begun.get(60, TimeUnit.SECONDS);
  }

  /** Waits for the end. */
  public AttemptEnd end() throws Exception {
    return end.get(60, TimeUnit.SECONDS);
  }
}
