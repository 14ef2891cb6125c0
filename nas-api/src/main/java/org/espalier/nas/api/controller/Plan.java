package org.espalier.nas.api.controller;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.espalier.nas.api.trial.Fidelity;

/**
 * The numbers and fidelities of the trials of a search in which no trial fails.
 *
 * @param rungs in the order in which they begin
 * @param rounds the number of repetitions of all rungs; 0 for as many as the budget allows
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Plan(List<Rung> rungs, int rounds) {

  /**
   * Trials that are proposed together, with the same fidelity.
   *
   * @param bracket the number of the bracket that the rung belongs to
   * @param rung its place in the bracket, from 0
   * @param trials the number of trials, positive
   * @param fidelity the total fidelity of each trial at its end
   * @param continuedEpochs the number of these epochs trained by the trial that each one continues;
   *     0 if each starts from scratch
   */
  public record Rung(int bracket, int rung, int trials, Fidelity fidelity, int continuedEpochs) {

    /** Checks the numbers. */
    public Rung {
      if (bracket < 0 || rung < 0 || trials < 1) {
        throw new IllegalArgumentException(
            "bracket (%d) and rung (%d) must not be negative, trials (%d) must be positive."
                .formatted(bracket, rung, trials));
      }
      if (continuedEpochs < 0 || continuedEpochs > fidelity.epochs()) {
        throw new IllegalArgumentException(
            "continuedEpochs (%d) must lie in [0, %d]."
                .formatted(continuedEpochs, fidelity.epochs()));
      }
    }

    /** {@return the epochs that are trained in this rung} */
    public long epochs() {
      return (long) trials * (fidelity.epochs() - continuedEpochs);
    }

    /** {@return the epochs that would be trained if no trial continued another} */
    public long epochsFromScratch() {
      return (long) trials * fidelity.epochs();
    }
  }

  /** Copies and checks. */
  public Plan {
    rungs = List.copyOf(rungs);
    if (rungs.isEmpty() || rounds < 0) {
      throw new IllegalArgumentException(
          "A plan needs at least one rung, and rounds (" + rounds + ") must not be negative.");
    }
  }

  /** {@return the number of trials of one round} */
  public long trials() {
    return rungs.stream().mapToLong(Rung::trials).sum();
  }

  /** {@return the epochs that are trained in one round} */
  public long epochs() {
    return rungs.stream().mapToLong(Rung::epochs).sum();
  }

  /** {@return the epochs of one round if no trial continued another} */
  public long epochsFromScratch() {
    return rungs.stream().mapToLong(Rung::epochsFromScratch).sum();
  }
}
