package org.espalier.nas.controller.asha;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.domination.TrialQuality;
import org.espalier.nas.controller.sampling.DistinctDraws;

/**
 * ASHA (Li et al. 2020, "A System for Massively Parallel Hyperparameter Tuning", algorithm 2):
 * whenever there is room for a trial, promotes one that is among the best of its rung, or starts a
 * random architecture if there is none.
 *
 * <p>With several objectives the best of a rung are those of the first fronts, and within a front
 * the least crowded.
 */
@SeveralObjectives
@BehaviourVersion("b4615a5ec6547aeb")
@Description("ASHA: asynchronous successive halving, which never waits for a rung.")
public final class AshaController implements Controller {
  private static final String KIND = "asha/2";

  private record Outstanding(Architecture architecture, int rung) {}

  private final AshaSettings settings;
  private final Objectives objectives;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final DistinctDraws distinct;
  private final List<Integer> epochs;
  private final List<AshaRung> rungs = new ArrayList<>();
  private final Deque<Outstanding> outstanding = new ArrayDeque<>();
  private long draws;
  private int begun;
  private boolean exhausted;

  /** Creates the controller of a study. */
  @Inject
  public AshaController(
      AshaSettings settings,
      Objectives objectives,
      SearchSpace space,
      RandomStreams streams,
      Fidelity fidelity) {
    this.settings = settings;
    this.objectives = objectives;
    this.space = space;
    this.streams = streams;
    this.distinct = new DistinctDraws(space);
    this.epochs = epochs(settings, fidelity.epochs());
    epochs.forEach(each -> rungs.add(new AshaRung(settings.keep())));
  }

  /** Returns the epochs of the rungs in ascending order: R·η^−k to the nearest whole number. */
  static List<Integer> epochs(AshaSettings settings, int fullEpochs) {
    int most = settings.maxEpochs() == 0 ? fullEpochs : settings.maxEpochs();
    int least = settings.minEpochs();
    if (least > most) {
      throw new InvalidSettingException(
          "minEpochs",
          "minEpochs (%d) must not be above the evaluator's epochs (%d).".formatted(least, most));
    }
    List<Integer> epochs = new ArrayList<>();
    for (long part = 1; least * part <= most; part *= settings.factor()) {
      epochs.add(0, Math.toIntExact(Math.max(least, (2L * most + part) / (2 * part))));
    }
    return List.copyOf(epochs);
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count) {
      Optional<Proposal> next = promotion().or(this::beginning);
      if (next.isEmpty()) {
        break;
      }
      proposals.add(next.get());
    }
    return proposals;
  }

  private Optional<Proposal> promotion() {
    for (int rung = rungs.size() - 2; rung >= 0; rung--) {
      Optional<AshaRung.Entry> best = rungs.get(rung).promote(settings.factor());
      if (best.isPresent()) {
        AshaRung.Entry entry = best.get();
        boolean goesOn = settings.resume() && entry.kept();
        return Optional.of(
            proposal(
                entry.architecture(),
                rung + 1,
                goesOn ? Optional.of(entry.trial()) : Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private Optional<Proposal> beginning() {
    boolean enough = settings.architectures() > 0 && begun >= settings.architectures();
    if (exhausted || enough) {
      return Optional.empty();
    }
    Optional<Architecture> drawn =
        distinct.draw(
            () -> space.sample(streams.stream("asha.draw", draws++)),
            streams.stream("asha.rest", draws));
    exhausted = drawn.isEmpty();
    begun += exhausted ? 0 : 1;
    return drawn.map(architecture -> proposal(architecture, 0, Optional.empty()));
  }

  private Proposal proposal(Architecture architecture, int rung, Optional<Integer> parent) {
    outstanding.add(new Outstanding(architecture, rung));
    Fidelity fidelity = Fidelity.epochs(epochs.get(rung));
    return new Proposal(architecture, fidelity, parent.orElse(null), null);
  }

  @Override
  public void tell(List<TrialResult> results) {
    results.forEach(this::tell);
  }

  private void tell(TrialResult result) {
    Proposal proposal = result.trial().proposal();
    Architecture architecture = proposal.architecture();
    Outstanding expected = outstanding.peek();
    if (expected == null
        || !expected.architecture().equals(architecture)
        || epochs.get(expected.rung()) != proposal.fidelity().epochs()) {
      return;
    }
    outstanding.remove();
    AshaRung rung = rungs.get(expected.rung());
    TrialQuality quality = TrialQuality.of(result, objectives);
    if (quality.isFeasible()) {
      rung.enter(result.trial().number(), architecture, quality);
    } else {
      rung.enterFailed();
    }
  }

  @Override
  public int batch() {
    return settings.batch();
  }

  @Override
  public boolean continuesTrials() {
    return settings.resume();
  }

  @Override
  public Set<Integer> continuable() {
    Set<Integer> trials = new TreeSet<>();
    if (settings.resume()) {
      rungs.subList(0, rungs.size() - 1).stream()
          .flatMap(AshaRung::continuable)
          .forEach(trials::add);
    }
    return trials;
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(draws);
    out.writeInt(begun);
    out.writeBoolean(exhausted);
    for (AshaRung rung : rungs) {
      rung.write(out);
    }
    out.writeInt(outstanding.size());
    for (Outstanding trial : outstanding) {
      ArchitectureFormat.write(out, trial.architecture());
      out.writeInt(trial.rung());
    }
    distinct.write(out);
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    draws = in.readLong();
    begun = in.readInt();
    exhausted = in.readBoolean();
    for (AshaRung rung : rungs) {
      rung.read(in);
    }
    for (int left = in.readInt(); left > 0; left--) {
      outstanding.add(new Outstanding(ArchitectureFormat.read(in), in.readInt()));
    }
    distinct.read(in);
  }
}
