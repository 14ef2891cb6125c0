package org.espalier.nas.controller.local;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.controller.Archive;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.local.LocalSearchSettings.Acceptance;
import org.jspecify.annotations.Nullable;

/**
 * Local search (White, Nolen &amp; Savani 2021): hill climbing over neighbours, which restarts
 * where no neighbour is better.
 *
 * <p>Neighbours are evaluated in random order, several at once. None is evaluated twice: known
 * rewards are reused. A climb ends only when no trial is outstanding, so that a late result still
 * belongs to the climb that asked for it.
 */
@BehaviourVersion({"c1cd260b4be7cdc6", "15ebe753fc402d1a"})
@Description("Local search: climbs from neighbour to neighbour, and restarts at the top.")
public final class LocalSearchController implements Controller {
  private static final String KIND = "local-search/1";

  private final LocalSearchSettings settings;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final Fidelity fidelity;
  private final Archive archive;
  private final EvaluatedArchitectures ledger;
  private final Deque<Architecture> neighbours = new ArrayDeque<>();

  /** The current architecture of the climb; null while its first architectures are evaluated. */
  private @Nullable RewardedArchitecture current;

  /** The best architecture found since {@code current} was reached. */
  private @Nullable RewardedArchitecture candidate;

  private @Nullable RewardedArchitecture best;
  private int startsLeft;
  private long draws;
  private long moves;

  /** Creates the controller of a study. */
  @Inject
  public LocalSearchController(
      LocalSearchSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    this.settings = settings;
    this.space = space;
    this.streams = streams;
    this.fidelity = fidelity;
    this.archive = Archive.of(space);
    this.ledger = new EvaluatedArchitectures(space);
    this.startsLeft = settings.initial();
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count) {
      Optional<Architecture> next = next();
      if (next.isEmpty()) {
        break;
      }
      ledger.propose(next.get());
      proposals.add(Proposal.of(next.get(), fidelity));
    }
    return proposals;
  }

  private Optional<Architecture> next() {
    while (true) {
      while (!neighbours.isEmpty()) {
        Architecture neighbour = neighbours.remove();
        if (archive.add(neighbour)) {
          return Optional.of(neighbour);
        }
      }
      if (startsLeft > 0) {
        Optional<Architecture> start = start(streams.stream("local-search.start", draws++));
        startsLeft = start.isPresent() ? startsLeft - 1 : 0;
        return start;
      }
      if (ledger.awaitsResults()) {
        return Optional.empty();
      }
      goOn();
    }
  }

  private Optional<Architecture> start(RandomGenerator random) {
    Architecture drawn = best == null ? space.sample(random) : restart(best, random);
    for (int redraws = 0; redraws < settings.maxRedraws(); redraws++) {
      if (archive.add(drawn)) {
        return Optional.of(drawn);
      }
      drawn = settings.perturbation() > 0 ? space.mutate(drawn, random) : space.sample(random);
    }
    return archive.add(drawn) ? Optional.of(drawn) : startElsewhere(random);
  }

  /**
   * Tries one random draw, which is enough in a space too large to list, then draws from the rest
   * of the space.
   */
  private Optional<Architecture> startElsewhere(RandomGenerator random) {
    Architecture anywhere = space.sample(random);
    if (archive.add(anywhere)) {
      return Optional.of(anywhere);
    }
    Optional<Architecture> left = archive.drawRest(random);
    left.ifPresent(archive::add);
    return left;
  }

  private Architecture restart(RewardedArchitecture from, RandomGenerator random) {
    if (settings.perturbation() == 0) {
      return space.sample(random);
    }
    Architecture perturbed = from.architecture();
    for (int mutations = 0; mutations < settings.perturbation(); mutations++) {
      perturbed = space.mutate(perturbed, random);
    }
    return perturbed;
  }

  /** Moves to the best neighbour once all are known, or restarts. */
  private void goOn() {
    if (candidate != null && candidate.beats(current)) {
      moveTo(candidate);
    } else {
      current = null;
      candidate = null;
      startsLeft = settings.perturbation() > 0 && best != null ? 1 : settings.initial();
    }
  }

  private void moveTo(RewardedArchitecture place) {
    RewardedArchitecture reached = place;
    while (true) {
      current = reached;
      candidate = null;
      lookAround(reached);
      if (settings.acceptance() == Acceptance.BEST || candidate == null) {
        return;
      }
      reached = candidate;
    }
  }

  /** Lists the neighbours to evaluate, and picks the best of those already known. */
  private void lookAround(RewardedArchitecture place) {
    RandomGenerator random = streams.stream("local-search.neighbours", moves++);
    List<Architecture> around = new ArrayList<>(space.neighbours(place.architecture(), random));
    Collections.shuffle(around, new Random(random.nextLong()));
    neighbours.clear();
    for (Architecture neighbour : around) {
      Optional<RewardedArchitecture> known = ledger.scored(neighbour);
      known.ifPresentOrElse(this::consider, () -> neighbours.add(neighbour));
    }
  }

  private void consider(RewardedArchitecture scored) {
    if (scored.beats(current) && scored.beats(candidate)) {
      candidate = scored;
    }
  }

  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      Architecture architecture = result.trial().proposal().architecture();
      ledger.tell(architecture, result.reward());
      ledger.scored(architecture).ifPresent(this::learn);
    }
  }

  private void learn(RewardedArchitecture scored) {
    if (scored.beats(best)) {
      best = scored;
    }
    consider(scored);
    if (settings.acceptance() == Acceptance.FIRST && current != null && candidate != null) {
      moveTo(candidate);
    }
  }

  @Override
  public void observe(List<TrialResult> results) {
    tell(results);
  }

  @Override
  public int batch() {
    return settings.batch();
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    archive.write(out);
    ledger.write(out);
    out.writeInt(neighbours.size());
    for (Architecture neighbour : neighbours) {
      ArchitectureFormat.write(out, neighbour);
    }
    RewardedArchitecture.write(out, current);
    RewardedArchitecture.write(out, candidate);
    RewardedArchitecture.write(out, best);
    out.writeInt(startsLeft);
    out.writeLong(draws);
    out.writeLong(moves);
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    archive.read(in);
    ledger.read(in);
    neighbours.clear();
    for (int left = in.readInt(); left > 0; left--) {
      neighbours.add(ArchitectureFormat.read(in));
    }
    current = RewardedArchitecture.read(in);
    candidate = RewardedArchitecture.read(in);
    best = RewardedArchitecture.read(in);
    startsLeft = in.readInt();
    draws = in.readLong();
    moves = in.readLong();
  }
}
