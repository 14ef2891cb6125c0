package org.espalier.nas.searchspace.hyperparameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.Scale;

/**
 * Builder of a space of hyper-parameters in Java.
 *
 * <p>Parameters are asked in the order in which they are added. Each method checks its arguments
 * and throws {@link InvalidSettingException}, as does {@link #build} for constraints that name
 * unknown parameters or cannot be fulfilled.
 */
public final class SearchSpaceBuilder {
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<String> constraints = new ArrayList<>();

  /** Creates a builder of an empty space. */
  public SearchSpaceBuilder() {}

  /**
   * Adds a real number on a linear scale.
   *
   * @param low the minimum value, finite
   * @param high the maximum value, above {@code low}
   */
  public SearchSpaceBuilder real(String name, double low, double high) {
    return parameter(name, new RealParameter(low, high, null, Scale.LINEAR, null));
  }

  /**
   * Adds a real number on a logarithmic scale, such as a learning rate: equal ratios are equally
   * likely.
   *
   * @param low the minimum value, positive
   * @param high the maximum value, above {@code low}
   */
  public SearchSpaceBuilder logReal(String name, double low, double high) {
    return parameter(name, new RealParameter(low, high, null, Scale.LOG, null));
  }

  /**
   * Adds an integer on a linear scale.
   *
   * @param low the minimum value
   * @param high the maximum value, at least {@code low}
   */
  public SearchSpaceBuilder integer(String name, long low, long high) {
    return parameter(name, new IntegerParameter(low, high, 1, Scale.LINEAR, null));
  }

  /**
   * Adds an integer on a logarithmic scale, such as a number of units: equal ratios are equally
   * likely.
   *
   * @param low the minimum value, positive
   * @param high the maximum value, at least {@code low}
   */
  public SearchSpaceBuilder logInteger(String name, long low, long high) {
    return parameter(name, new IntegerParameter(low, high, 1, Scale.LOG, null));
  }

  /**
   * Adds a choice between options without an order.
   *
   * @param options at least one, distinct
   */
  public SearchSpaceBuilder categorical(String name, String... options) {
    return parameter(name, new CategoricalParameter(List.of(options), false, null));
  }

  /** Adds a choice between {@code false} and {@code true}. */
  public SearchSpaceBuilder bool(String name) {
    return parameter(name, new BooleanParameter(null));
  }

  /**
   * Adds a parameter of any kind, for example one that is asked under a condition.
   *
   * @throws InvalidSettingException if a parameter of this name exists
   */
  public SearchSpaceBuilder parameter(String name, Parameter parameter) {
    if (parameters.putIfAbsent(name, parameter) != null) {
      throw new InvalidSettingException(
          name, "The space already has a parameter %s; choose another name.".formatted(name));
    }
    return this;
  }

  /**
   * Adds an expression over the parameters that must hold.
   *
   * @param expression the expression, for example {@code units * layers <= 512}
   */
  public SearchSpaceBuilder constraint(String expression) {
    constraints.add(expression);
    return this;
  }

  /**
   * Returns the space.
   *
   * @throws InvalidSettingException if a constraint or condition is wrong
   */
  public HyperparametersSearchSpace build() {
    return new HyperparametersSearchSpace(new HyperparametersSettings(parameters, constraints));
  }
}
