package org.espalier.nas.tf.graph;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReadVariableOp;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * A resource variable of a graph: weights, an optimizer's slot, a counter.
 *
 * <p>It has no value until one is assigned, by running {@link #assign()} with {@link #fed()} fed,
 * or by an initialiser of its owner.
 *
 * @param <T> the type of its elements
 */
public final class Variable<T extends TType> {
  private final Ops tf;
  private final String name;
  private final Class<T> type;
  private final Shape shape;
  private final VarHandleOp handle;
  private @Nullable ReadVariableOp<T> value;
  private @Nullable Placeholder<T> fed;
  private @Nullable Op assign;

  /**
   * Adds a variable to a graph.
   *
   * @param name the name; made unique in the graph by a suffix
   */
  public Variable(Ops tf, String name, Class<T> type, Shape shape) {
    this.tf = tf;
    this.name = tf.scope().makeUnique(name);
    this.type = Objects.requireNonNull(type);
    this.shape = Objects.requireNonNull(shape);
    // Variables without a shared name of their own all share one storage.
    this.handle = tf.varHandleOp(type, shape, VarHandleOp.sharedName(this.name));
  }

  /** Adds a variable of {@code float} elements. */
  public static Variable<TFloat32> floats(Ops tf, String name, Shape shape) {
    return new Variable<>(tf, name, TFloat32.class, shape);
  }

  /** Adds a scalar counter. */
  public static Variable<TInt64> counter(Ops tf, String name) {
    return new Variable<>(tf, name, TInt64.class, Shape.scalar());
  }

  /** Returns the name, unique in the graph. */
  public String name() {
    return name;
  }

  /** Returns the type of the elements. */
  public Class<T> type() {
    return type;
  }

  /** Returns the shape. */
  public Shape shape() {
    return shape;
  }

  /** Returns the number of elements. */
  public long size() {
    return shape.size();
  }

  /** Returns the resource, for operations that change the variable in place. */
  public Operand<? extends TType> handle() {
    return handle;
  }

  /** Returns the value: a single read in each run that all uses in a graph share. */
  public Operand<T> value() {
    if (value == null) {
      value = tf.readVariableOp(handle, type);
    }
    return value;
  }

  /** Returns the placeholder of the value for {@link #assign()}; feed it a tensor. */
  public Operand<T> fed() {
    if (fed == null) {
      fed = tf.placeholder(type, Placeholder.shape(shape));
    }
    return fed;
  }

  /** Returns the operation that assigns the value of {@link #fed()}. */
  public Op assign() {
    if (assign == null) {
      assign = assign(fed());
    }
    return assign;
  }

  /** Adds an operation that assigns a value of the graph. */
  public Op assign(Operand<T> newValue) {
    return tf.assignVariableOp(handle, newValue);
  }

  @Override
  public String toString() {
    return name + shape;
  }
}
