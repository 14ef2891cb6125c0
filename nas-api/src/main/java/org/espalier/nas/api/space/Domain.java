package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.OptionalLong;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The set of values from which one decision is made.
 *
 * <p>Every value has a number: the index of an option among all options, or the value of a range
 * itself.
 */
@API(status = MAINTAINED, since = "0.1")
public sealed interface Domain permits Categorical, IntegerRange, RealRange {

  /**
   * Returns true if the values can be enumerated, as those of options and integer ranges can, but
   * not reals.
   */
  default boolean isFinite() {
    return count().isPresent();
  }

  /** Returns the number of values that are valid here; empty for a real range. */
  OptionalLong count();

  /** Returns true if the values are numbers and not options. */
  boolean isNumeric();

  /**
   * Returns true if values with close numbers are similar: in all ranges, and in ordered options.
   */
  boolean isOrdered();

  /** Returns the scale on which values are evenly spaced; linear for options. */
  Scale scale();

  /** Returns the smallest number among the values that are valid here. */
  double lowest();

  /** Returns the largest number among the values that are valid here. */
  double highest();

  /** Returns true if {@code choice} is of this kind of domain and valid here. */
  boolean contains(Choice choice);

  /**
   * Returns the relative position of a value between the lowest and the highest one, on the scale
   * of the domain.
   *
   * @param choice a value of this kind of domain
   * @return a number in [0, 1] if the value is valid here; 0 if it is the only valid value
   */
  default double share(Choice choice) {
    return scale().share(lowest(), highest(), choice.number());
  }

  /**
   * Applies the function for this kind of domain.
   *
   * @param options the function for a categorical domain
   * @param integers the function for an integer range
   * @param reals the function for a real range
   * @return the result of the one function applied
   */
  <T> T fold(
      Function<? super Categorical, ? extends T> options,
      Function<? super IntegerRange, ? extends T> integers,
      Function<? super RealRange, ? extends T> reals);
}
