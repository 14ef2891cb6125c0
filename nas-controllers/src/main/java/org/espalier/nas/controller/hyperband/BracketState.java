package org.espalier.nas.controller.hyperband;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * State of a running bracket. The next rung begins once all results of the current one are known.
 */
final class BracketState {
  private final Bracket bracket;
  private final boolean continued;
  private final Deque<RungResult> promoted = new ArrayDeque<>();
  private final List<RungResult> finishers = new ArrayList<>();
  private int rung;
  private int missing;
  private int unasked;

  BracketState(Bracket bracket, boolean continued) {
    this.bracket = bracket;
    this.continued = continued;
    this.unasked = bracket.rungs().get(0).trials();
  }

  /**
   * Returns the next proposal; empty if results have to come first.
   *
   * @param fresh the source of architectures for the first rung; returns empty if there are no more
   */
  Optional<Proposal> next(Supplier<Optional<Architecture>> fresh) {
    if (unasked == 0) {
      return Optional.empty();
    }
    Optional<Proposal> next =
        rung == 0
            ? fresh.get().map(architecture -> proposal(architecture, null))
            : Optional.of(promoted.remove()).map(this::promotion);
    if (next.isEmpty()) {
      unasked = 0;
      promoteIfComplete();
    } else {
      unasked--;
      missing++;
    }
    return next;
  }

  private Proposal promotion(RungResult finisher) {
    return proposal(finisher.architecture(), continued ? finisher.trial() : null);
  }

  private Proposal proposal(Architecture architecture, @Nullable Integer parent) {
    Fidelity fidelity = Fidelity.epochs(bracket.rungs().get(rung).epochs());
    return new Proposal(architecture, fidelity, parent, null);
  }

  /** Adds the result of a trial of the current rung; empty if it failed. */
  void tell(Optional<RungResult> result) {
    missing--;
    result.ifPresent(finishers::add);
    promoteIfComplete();
  }

  private void promoteIfComplete() {
    if (missing > 0 || unasked > 0) {
      return;
    }
    rung++;
    if (!over()) {
      RungResult.bestFirst(finishers).stream()
          .limit(bracket.rungs().get(rung).trials())
          .forEach(promoted::add);
      unasked = promoted.size();
      finishers.clear();
      promoteIfComplete();
    }
  }

  /** Returns true if the last rung is complete, or no trial is left to promote. */
  boolean over() {
    return rung >= bracket.rungs().size();
  }

  /** Returns the trials that may still be continued. */
  Stream<Integer> continuable() {
    boolean last = rung >= bracket.rungs().size() - 1;
    return Stream.concat(promoted.stream(), last ? Stream.empty() : finishers.stream())
        .map(RungResult::trial);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(rung);
    out.writeInt(missing);
    out.writeInt(unasked);
    write(out, List.copyOf(promoted));
    write(out, finishers);
  }

  private static void write(DataOutputStream out, List<RungResult> list) throws IOException {
    out.writeInt(list.size());
    for (RungResult finisher : list) {
      finisher.write(out);
    }
  }

  void read(DataInputStream in) throws IOException {
    rung = in.readInt();
    missing = in.readInt();
    unasked = in.readInt();
    for (int left = in.readInt(); left > 0; left--) {
      promoted.add(RungResult.read(in));
    }
    for (int left = in.readInt(); left > 0; left--) {
      finishers.add(RungResult.read(in));
    }
  }
}
