package org.espalier.nas.engine.study;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Samples and learns nothing. */
final class SamplingController implements Controller {

  private final SearchSpace space;
  private final RandomStreams random;
  private int asks;

  SamplingController(SearchSpace space, RandomStreams random) {
    this.space = space;
    this.random = random;
  }

  @Override
  public List<Proposal> ask(int count) {
    RandomGenerator draws = random.stream("sampling", asks++);
    return Stream.generate(() -> space.sample(draws))
        .limit(count)
        .map(sampled -> Proposal.of(sampled, Fidelity.epochs(StudyFixture.EPOCHS)))
        .toList();
  }

  @Override
  public void tell(List<TrialResult> results) {}

  @Override
  public byte[] snapshot() {
    return ByteBuffer.allocate(Integer.BYTES).putInt(asks).array();
  }

  @Override
  public void restore(byte[] snapshot) {
    asks = ByteBuffer.wrap(snapshot).getInt();
  }
}
