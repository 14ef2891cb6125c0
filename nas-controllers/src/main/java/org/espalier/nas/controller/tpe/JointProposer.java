package org.espalier.nas.controller.tpe;

import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.controller.density.Axes;
import org.espalier.nas.controller.density.Candidate;
import org.espalier.nas.controller.density.Kernel;
import org.espalier.nas.controller.density.KernelMixture;

/**
 * Draws whole architectures from the density l of the good and proposes the one with the largest
 * l/g, g being the density of the bad (Bergstra et al. 2011, eq. 2 and 3, over whole
 * architectures).
 */
final class JointProposer implements Proposer {
  private final Axes axes;
  private final KernelMixture good;
  private final KernelMixture bad;
  private final int candidates;

  JointProposer(Axes axes, KernelMixture good, KernelMixture bad, int candidates) {
    this.axes = axes;
    this.good = good;
    this.bad = bad;
    this.candidates = candidates;
  }

  @Override
  public Architecture propose(RandomGenerator random) {
    Candidate best = draw(random);
    double highest = score(best);
    for (int drawn = 1; drawn < candidates; drawn++) {
      Candidate candidate = draw(random);
      double score = score(candidate);
      if (score > highest) {
        best = candidate;
        highest = score;
      }
    }
    return best.architecture();
  }

  private Candidate draw(RandomGenerator random) {
    Kernel kernel = good.draw(random);
    return axes.walk(question -> kernel.at(question.place()).draw(question.decision(), random));
  }

  private double score(Candidate candidate) {
    return good.logDensity(candidate.answers()) - bad.logDensity(candidate.answers());
  }
}
