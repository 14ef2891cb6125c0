package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * A finite list of options, some of which may be masked at this point of an architecture.
 *
 * <p>The whole list is the same for all decisions of one kind, so that a policy network can share
 * one output head over steps; the mask holds the options that are valid here.
 *
 * @param options the labels of all options, distinct, at least one
 * @param allowed the indices into {@code options} that are valid here, ascending, at least one
 * @param ordered true if neighbours in the list are similar, such as widths of layers or a real
 *     number in steps
 */
@API(status = MAINTAINED, since = "0.1")
public record Categorical(List<String> options, List<Integer> allowed, boolean ordered)
    implements Domain {

  /** Checks and copies. */
  public Categorical {
    options = List.copyOf(options);
    allowed = List.copyOf(allowed);
    if (options.stream().distinct().count() != options.size()) {
      throw new IllegalArgumentException("options " + options + " must be distinct.");
    }
    if (allowed.isEmpty()) {
      throw new IllegalArgumentException(
          "No option of " + options + " is allowed; at least one must be.");
    }
    int previous = -1;
    for (int index : allowed) {
      if (index <= previous || index >= options.size()) {
        throw new IllegalArgumentException(
            "allowed "
                + allowed
                + " must be ascending indices below the number of options ("
                + options.size()
                + ").");
      }
      previous = index;
    }
  }

  /**
   * Creates a domain whose options have no order.
   *
   * @param options the labels of all options, distinct, at least one
   * @param allowed the indices of those that are valid here, ascending, at least one
   */
  public Categorical(List<String> options, List<Integer> allowed) {
    this(options, allowed, false);
  }

  /** Returns a domain without an order in which every option is allowed. */
  public static Categorical of(List<String> options) {
    return new Categorical(options, IntStream.range(0, options.size()).boxed().toList());
  }

  /** Returns a domain in which every option is allowed and neighbours are similar. */
  public static Categorical ordered(List<String> options) {
    return new Categorical(options, IntStream.range(0, options.size()).boxed().toList(), true);
  }

  /**
   * Returns this domain with other options allowed.
   *
   * @param indices the indices of the options that are valid, ascending, at least one
   */
  public Categorical allowing(List<Integer> indices) {
    return new Categorical(options, indices, ordered);
  }

  /** Returns true if the option with this index may be chosen here. */
  public boolean allows(int index) {
    return allowed.size() == options.size()
        ? index >= 0 && index < options.size()
        : allowed.contains(index);
  }

  /**
   * Returns the index of the allowed option nearest to a number; the first of two equally near
   * ones.
   */
  public int nearest(double number) {
    int nearest = allowed.get(0);
    for (int index : allowed) {
      if (Math.abs(index - number) < Math.abs(nearest - number)) {
        nearest = index;
      }
    }
    return nearest;
  }

  /**
   * Returns the index of the allowed option below which a share of all draws lies.
   *
   * @param share in [0, 1]
   */
  public int quantile(double share) {
    return allowed.get((int) Math.min(allowed.size() - 1, share * allowed.size()));
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(allowed.size());
  }

  @Override
  public boolean isNumeric() {
    return false;
  }

  @Override
  public boolean isOrdered() {
    return ordered;
  }

  @Override
  public Scale scale() {
    return Scale.LINEAR;
  }

  @Override
  public double lowest() {
    return allowed.get(0);
  }

  @Override
  public double highest() {
    return allowed.get(allowed.size() - 1);
  }

  @Override
  public boolean contains(Choice choice) {
    return choice instanceof Choice.Option option
        && allows(option.index())
        && options.get(option.index()).equals(option.label());
  }

  @Override
  public <T> T fold(
      Function<? super Categorical, ? extends T> options,
      Function<? super IntegerRange, ? extends T> integers,
      Function<? super RealRange, ? extends T> reals) {
    return options.apply(this);
  }
}
