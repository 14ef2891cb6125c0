package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.Architecture;

/**
 * A trainer of single architectures that a search found. It trains from scratch and measures once,
 * at the end, on the untouched test part.
 *
 * <p>An evaluator offers one by {@link EvaluatorSettings#finalTrainer}. It is built by injection
 * like the evaluator and may ask for the same types, including the evaluator's config record. It is
 * built when it is first needed, and used by one thread at a time; if it is {@link AutoCloseable},
 * it is closed with the experiment's other objects.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface FinalTrainer {

  /**
   * Trains an architecture. The same arguments give the same model, regardless of earlier
   * evaluations.
   *
   * @param architecture one of the search space
   * @param epochs the maximum number of epochs, at least 1
   * @param seed the seed of all random draws of the training
   * @param progress receives the measurements of each epoch; on {@link Directive#STOP} the best
   *     epoch so far is kept
   * @return the model of the best epoch
   * @throws NasException if the training fails, or {@code progress} answers {@link
   *     Directive#ABANDON}
   */
  TrainedModel train(Architecture architecture, int epochs, long seed, Progress progress);

  /**
   * Scores architectures by what the search left, such as shared weights, which is much cheaper
   * than training them.
   *
   * @param architectures some of the search space
   * @return a score for each of them, in order; the larger, the better. Empty by default: only
   *     training can tell
   */
  default List<Double> scores(List<Architecture> architectures) {
    return List.of();
  }
}
