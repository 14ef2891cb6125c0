package org.espalier.nas.controller.given;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Controller that proposes the architectures of a list, each once, in order. */
@SeveralObjectives
@Description("Evaluates the architectures of a list, and nothing else.")
public final class GivenController implements Controller {
  private static final String KIND = "given/1";

  private final List<Architecture> architectures;
  private final Fidelity fidelity;
  private int proposed;

  /**
   * Creates the controller of a study.
   *
   * @throws InvalidSettingException if an architecture of the list is not in the space
   */
  @Inject
  public GivenController(
      GivenSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    this.fidelity = fidelity;
    this.architectures =
        settings.architectures().stream().map(texts -> parsed(texts, space, streams)).toList();
  }

  private static Architecture parsed(List<String> texts, SearchSpace space, RandomStreams streams) {
    return named(texts, space)
        .or(() -> space.parse(texts))
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "architectures",
                    "architectures holds %s, which is not in the search space; an example is %s%s."
                        .formatted(
                            texts,
                            space.sample(streams.stream("given.example", 0)),
                            space.named().isEmpty()
                                ? ""
                                : ", known names are " + space.named().keySet())));
  }

  private static Optional<Architecture> named(List<String> texts, SearchSpace space) {
    return texts.size() == 1
        ? Optional.ofNullable(space.named().get(texts.get(0)))
        : Optional.empty();
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count && proposed < architectures.size()) {
      proposals.add(Proposal.of(architectures.get(proposed), fidelity));
      proposed++;
    }
    return proposals;
  }

  @Override
  public void tell(List<TrialResult> results) {}

  @Override
  public Optional<Plan> plan() {
    return Optional.of(
        new Plan(List.of(new Plan.Rung(0, 0, architectures.size(), fidelity, 0)), 1));
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, out -> out.writeInt(proposed));
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    proposed = in.readInt();
    if (proposed < 0 || proposed > architectures.size()) {
      throw new IOException("Not " + proposed + " of " + architectures.size() + " were proposed.");
    }
  }
}
