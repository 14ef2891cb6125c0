package org.espalier.nas.tf.layer;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** A layer's view of the graph to which it is added. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class LayerContext {
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");

  private final Ops tf;
  private final String name;
  private final long seed;
  private final TrainingClock clock;
  private final List<LayerVariable> variables = new ArrayList<>();

  /**
   * Creates the context of a layer.
   *
   * @param name the prefix of the names of its variables
   * @param seed the seed of the layer's random draws, not shared with other layers
   * @param clock the count of training steps
   */
  LayerContext(Ops tf, String name, long seed, TrainingClock clock) {
    this.tf = Objects.requireNonNull(tf);
    this.name = Objects.requireNonNull(name);
    this.seed = seed;
    this.clock = Objects.requireNonNull(clock);
  }

  /** Returns the operations of the graph. */
  public Ops tf() {
    return tf;
  }

  /** Returns the seed of the layer's draws in training, not shared with other layers. */
  public long seed() {
    return seed;
  }

  /** Returns the count of training steps, a scalar, so that each step can make new draws. */
  public Operand<TInt64> step() {
    return clock.step();
  }

  /**
   * Returns the share of the training that is done, a scalar in [0, 1], for schedules; 1 where no
   * end of the training is known.
   */
  public Operand<TFloat32> progress() {
    return clock.progress();
  }

  /**
   * Adds weights. The experiment's {@code initializer} draws their initial values, and its penalty
   * {@code l2} applies to them.
   *
   * @param variable its name in the layer: letters and digits
   * @param shape the shape, with all sizes known
   * @param fanIn the number of inputs of a unit, positive
   * @param fanOut the number of units that an input goes to, positive
   * @return the values
   */
  public Operand<TFloat32> weights(String variable, Shape shape, int fanIn, int fanOut) {
    return add(
        variable,
        shape,
        LayerVariable.Kind.WEIGHTS,
        (initializer, random) ->
            initializer.draw(Math.toIntExact(shape.size()), fanIn, fanOut, random));
  }

  /**
   * Adds a variable to which no penalty applies, such as a bias.
   *
   * @param variable its name in the layer: letters and digits
   * @param shape the shape, with all sizes known
   * @param first the initial values
   * @return the values
   */
  public Operand<TFloat32> variable(String variable, Shape shape, FirstValues first) {
    return add(
        variable,
        shape,
        LayerVariable.Kind.PARAMETER,
        (initializer, random) -> first.draw(Math.toIntExact(shape.size()), random));
  }

  /**
   * Adds a variable that is not trained, but estimated by {@link GraphLayer#statistics}.
   *
   * @param variable its name in the layer: letters and digits
   * @param shape the shape, with all sizes known
   * @param first the value before the first estimate
   * @return the values
   */
  public Operand<TFloat32> state(String variable, Shape shape, float first) {
    return add(
        variable,
        shape,
        LayerVariable.Kind.STATE,
        (initializer, random) ->
            FirstValues.constant(first).draw(Math.toIntExact(shape.size()), random));
  }

  private Operand<TFloat32> add(
      String variable, Shape shape, LayerVariable.Kind kind, LayerVariable.Draw first) {
    if (!NAME.matcher(variable).matches()) {
      throw new IllegalArgumentException(
          "The name of the variable (%s) must be letters and digits, the first a lower-case letter."
              .formatted(variable));
    }
    if (shape.hasUnknownDimension()) {
      throw new IllegalArgumentException(
          "All sizes of the variable %s %s must be known.".formatted(variable, shape));
    }
    Variable<TFloat32> added = Variable.floats(tf, name + "." + variable, shape);
    variables.add(new LayerVariable(added, kind, first));
    return added.value();
  }

  /** Returns the variables in the order in which they were added. */
  List<LayerVariable> variables() {
    return List.copyOf(variables);
  }
}
