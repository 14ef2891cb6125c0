package org.espalier.nas.controller.random;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.controller.Archive;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Random search: every proposal is an independent draw; results are ignored. */
@BehaviourVersion({"d1bdcbbafef29540", "51f2b2184030c1e9"})
@Description("Random search, without repeats; ends when the space is exhausted.")
@SeveralObjectives
public final class RandomController implements Controller {
  private static final String KIND = "random/1";

  private final RandomSettings settings;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final Fidelity fidelity;
  private final Archive archive;
  private long draws;

  /** Creates the controller of a study. */
  @Inject
  public RandomController(
      RandomSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    this.settings = settings;
    this.space = space;
    this.streams = streams;
    this.fidelity = fidelity;
    Optional<Decision> uncountable = uncountable(space);
    this.archive = Archive.of(space);
    if (settings.sampling() == RandomSettings.Sampling.ARCHITECTURES && uncountable.isPresent()) {
      throw new InvalidSettingException(
          "sampling",
          "sampling (architectures) needs a finite space, but \"%s\" is a real range; use decisions."
              .formatted(uncountable.get().name()));
    }
  }

  private static Optional<Decision> uncountable(SearchSpace space) {
    return space.decisions().stream().filter(decision -> !decision.domain().isFinite()).findFirst();
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count) {
      Optional<Architecture> drawn = draw(streams.stream("random.sample", draws));
      if (drawn.isEmpty()) {
        break;
      }
      draws++;
      proposals.add(Proposal.of(drawn.get(), fidelity));
    }
    return proposals;
  }

  private Optional<Architecture> draw(RandomGenerator random) {
    if (settings.repeats()) {
      return Optional.of(sample(random));
    }
    for (int redraws = 0; redraws <= settings.maxRedraws(); redraws++) {
      Architecture architecture = sample(random);
      if (archive.add(architecture)) {
        return Optional.of(architecture);
      }
    }
    Optional<Architecture> left = archive.drawRest(random);
    left.ifPresent(archive::add);
    return left;
  }

  private Architecture sample(RandomGenerator random) {
    return switch (settings.sampling()) {
      case DECISIONS -> space.sample(random);
      case ARCHITECTURES -> space.sampleUniformly(random);
    };
  }

  @Override
  public void tell(List<TrialResult> results) {}

  @Override
  public void observe(List<TrialResult> results) {
    results.forEach(result -> archive.add(result.trial().proposal().architecture()));
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
    out.writeLong(draws);
    archive.write(out);
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    draws = in.readLong();
    archive.read(in);
  }
}
