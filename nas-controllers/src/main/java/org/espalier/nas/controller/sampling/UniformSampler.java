package org.espalier.nas.controller.sampling;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.TrialResult;

/** A sampler that answers each decision uniformly and learns nothing. */
public final class UniformSampler implements ArchitectureSampler {
  private final SearchSpace space;

  /** Creates a sampler of a space. */
  public UniformSampler(SearchSpace space) {
    this.space = space;
  }

  @Override
  public Architecture draw(RandomGenerator random) {
    return space.sample(random);
  }

  @Override
  public void tell(TrialResult result) {}

  @Override
  public void write(DataOutputStream out) {}

  @Override
  public void read(DataInputStream in) {}
}
