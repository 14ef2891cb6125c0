package org.espalier.nas.engine.study;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Mutates the best architecture of which it was told, more boldly after poor results: what it
 * proposes depends on every result and on the order in which it heard them.
 */
final class LearningController implements Controller {

  private final SearchSpace space;
  private final RandomStreams random;
  private final int epochs;
  private final int batch;
  private List<String> best = List.of();
  private double bestReward = -1;
  private double memory = 0.1;
  private int asks;
  private int untold;

  LearningController(SearchSpace space, RandomStreams random, int epochs, int batch) {
    this.space = space;
    this.random = random;
    this.epochs = epochs;
    this.batch = batch;
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    if (untold > batch / 2) {
      return proposals;
    }
    RandomGenerator draws = random.stream("learning", asks++);
    for (int i = 0; i < count; i++) {
      Architecture architecture =
          best.isEmpty() || draws.nextDouble() < memory
              ? space.sample(draws)
              : space.mutate(space.parse(best).orElseThrow(), draws);
      proposals.add(
          Proposal.of(architecture, Fidelity.epochs(epochs))
              .predicting(memory + draws.nextDouble()));
    }
    untold += proposals.size();
    return proposals;
  }

  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      untold--;
      double reward = result.reward().orElse(-0.5);
      memory = 0.9 * memory + 0.1 * Math.abs(Math.sin(37 * reward + memory));
      if (reward > bestReward) {
        bestReward = reward;
        best =
            result.trial().proposal().architecture().choices().stream()
                .map(choice -> choice.text())
                .toList();
      }
    }
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public Map<String, Double> diagnostics() {
    return Map.of("memory", memory);
  }

  @Override
  public byte[] snapshot() {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(String.join(",", best));
      out.writeDouble(bestReward);
      out.writeDouble(memory);
      out.writeInt(asks);
      out.writeInt(untold);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void restore(byte[] snapshot) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
      String texts = in.readUTF();
      best = texts.isEmpty() ? List.of() : List.of(texts.split(","));
      bestReward = in.readDouble();
      memory = in.readDouble();
      asks = in.readInt();
      untold = in.readInt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
