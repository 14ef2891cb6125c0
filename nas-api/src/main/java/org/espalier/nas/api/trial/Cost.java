package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Cost of a trial and what it took over from others, as far as the same seed gives it again.
 *
 * @param epochs the epochs that the trial trained itself, not negative; null if the evaluator does
 *     not say, then all that were measured count
 * @param seconds the training time that is charged, in seconds, not negative; null unless it is
 *     known rather than measured, as from a table
 * @param inheritedWeights the number of weights that started from shared ones, not negative; null
 *     if weights are not shared
 * @param cachedTrial the number of the earlier trial whose outcome was reused, positive, or null
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Cost(
    @Nullable Long epochs,
    @Nullable Double seconds,
    @Nullable Long inheritedWeights,
    @Nullable Integer cachedTrial) {
  private static final String EPOCHS = "epochs";
  private static final String SECONDS = "seconds";
  private static final String INHERITED = "inherited.weights";
  private static final String CACHED = "cached";

  /** Names of the figures of a cost. */
  static final Set<String> NAMES = Set.of(EPOCHS, SECONDS, INHERITED, CACHED);

  /** Checks the numbers. */
  public Cost {
    notNegative(EPOCHS, epochs);
    notNegative(SECONDS, seconds);
    notNegative("inheritedWeights", inheritedWeights);
    if (cachedTrial != null && cachedTrial < 1) {
      throw new IllegalArgumentException("cachedTrial (" + cachedTrial + ") must be positive.");
    }
  }

  private static void notNegative(String name, @Nullable Number value) {
    if (value != null && !(value.doubleValue() >= 0)) {
      throw new IllegalArgumentException(name + " (" + value + ") must not be negative.");
    }
  }

  /** Returns a cost of which nothing is known. */
  public static Cost unknown() {
    return new Cost(null, null, null, null);
  }

  /** Returns the cost of training for a number of epochs. */
  public static Cost ofEpochs(long epochs) {
    return new Cost(epochs, null, null, null);
  }

  /** Returns this cost with another number of epochs trained. */
  public Cost withEpochs(long trained) {
    return new Cost(trained, seconds, inheritedWeights, cachedTrial);
  }

  /** Returns this cost with another charged training time, in seconds. */
  public Cost withSeconds(double charged) {
    return new Cost(epochs, charged, inheritedWeights, cachedTrial);
  }

  /** Returns this cost with another number of weights that started from shared ones. */
  public Cost withInheritedWeights(long weights) {
    return new Cost(epochs, seconds, weights, cachedTrial);
  }

  /**
   * Returns the cost of a trial that reuses an outcome of this cost: nothing is trained or charged.
   *
   * @param trial the number of the trial with this cost
   */
  public Cost reusedFrom(int trial) {
    return new Cost(0L, seconds == null ? null : 0.0, inheritedWeights, trial);
  }

  /** Returns the known figures by name. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new TreeMap<>();
    put(figures, EPOCHS, epochs);
    put(figures, SECONDS, seconds);
    put(figures, INHERITED, inheritedWeights);
    put(figures, CACHED, cachedTrial);
    return figures;
  }

  private static void put(Map<String, Double> figures, String name, @Nullable Number value) {
    if (value != null) {
      figures.put(name, value.doubleValue());
    }
  }

  /** Returns the cost among figures by name. */
  static Cost ofFigures(Map<String, Double> figures) {
    Double epochs = figures.get(EPOCHS);
    Double inherited = figures.get(INHERITED);
    Double cached = figures.get(CACHED);
    return new Cost(
        epochs == null ? null : Math.round(epochs),
        figures.get(SECONDS),
        inherited == null ? null : Math.round(inherited),
        cached == null ? null : (int) Math.round(cached));
  }
}
