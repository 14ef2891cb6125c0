package org.espalier.nas.engine.study;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Begins trials of one or two epochs, and doubles the epochs of the best that it remembers. */
final class ContinuingController implements Controller {
  static final int REMEMBERED = 5;
  static final int MOST_EPOCHS = 12;

  private record Candidate(int epochs, double reward, String architecture) {}

  private final SearchSpace space;
  private final RandomStreams random;
  private final SortedMap<Integer, Candidate> candidates = new TreeMap<>();
  private int proposed;

  ContinuingController(SearchSpace space, RandomStreams random) {
    this.space = space;
    this.random = random;
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RandomGenerator draws = random.stream("continuing", proposed++);
      Optional<Integer> best = draws.nextDouble() < 0.6 ? best() : Optional.empty();
      proposals.add(best.isPresent() ? longer(best.get()) : fresh(draws));
    }
    return proposals;
  }

  private Proposal fresh(RandomGenerator draws) {
    return Proposal.of(space.sample(draws), Fidelity.epochs(1 + draws.nextInt(2)));
  }

  private Proposal longer(int trial) {
    Candidate candidate = candidates.remove(trial);
    return new Proposal(
        space.parse(List.of(candidate.architecture().split(","))).orElseThrow(),
        Fidelity.epochs(Math.min(MOST_EPOCHS, 2 * candidate.epochs())),
        trial,
        null);
  }

  private Optional<Integer> best() {
    return candidates.entrySet().stream()
        .filter(entry -> entry.getValue().epochs() < MOST_EPOCHS)
        .max(Comparator.comparingDouble(entry -> entry.getValue().reward()))
        .map(Map.Entry::getKey);
  }

  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      if (result.reward().isPresent()) {
        String texts =
            String.join(
                ",",
                result.trial().proposal().architecture().choices().stream()
                    .map(choice -> choice.text())
                    .toList());
        candidates.put(
            result.trial().number(),
            new Candidate(result.epochs(), result.reward().getAsDouble(), texts));
      }
    }
    while (candidates.size() > REMEMBERED) {
      candidates.remove(
          candidates.entrySet().stream()
              .min(Comparator.comparingDouble(entry -> entry.getValue().reward()))
              .orElseThrow()
              .getKey());
    }
  }

  @Override
  public int batch() {
    return 4;
  }

  @Override
  public boolean continuesTrials() {
    return true;
  }

  @Override
  public Set<Integer> continuable() {
    return candidates.keySet();
  }

  @Override
  public byte[] snapshot() {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(proposed);
      out.writeInt(candidates.size());
      for (Map.Entry<Integer, Candidate> entry : candidates.entrySet()) {
        out.writeInt(entry.getKey());
        out.writeInt(entry.getValue().epochs());
        out.writeDouble(entry.getValue().reward());
        out.writeUTF(entry.getValue().architecture());
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void restore(byte[] snapshot) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
      proposed = in.readInt();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        candidates.put(in.readInt(), new Candidate(in.readInt(), in.readDouble(), in.readUTF()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
