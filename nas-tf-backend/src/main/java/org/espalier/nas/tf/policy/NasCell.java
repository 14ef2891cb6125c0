package org.espalier.nas.tf.policy;

import java.util.List;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The recurrent cell that Zoph &amp; Le (2017, section 4.2 and appendix A) found by search, as
 * TensorFlow's {@code NASCell} computes it, without biases and projection of the output.
 *
 * <p>Of the eight projections x of the input and h of the hidden state:
 *
 * <pre>
 * a₀ = σ(x₀ + h₀)   a₁ = relu(x₁ + h₁)   a₂ = σ(x₂ + h₂)      a₃ = relu(x₃ · h₃)
 * a₄ = tanh(x₄ + h₄) a₅ = σ(x₅ + h₅)     a₆ = tanh(x₆ + h₆)   a₇ = σ(x₇ + h₇)
 * b₀ = tanh(tanh(a₀ · a₁) + cell)   b₁ = tanh(a₂ + a₃)
 * b₂ = tanh(a₄ · a₅)                b₃ = σ(a₆ + a₇)
 * cell ← b₀ · b₁    hidden ← tanh(cell · tanh(b₂ + b₃))
 * </pre>
 */
final class NasCell implements RecurrentCell {
  private static final int PARTS = 8;

  private final Ops tf;
  private final int units;
  private final Variable<TFloat32> kernel;
  private final Variable<TFloat32> recurrent;

  NasCell(Ops tf, WeightSet weights, int inputs, int units) {
    this.tf = tf;
    this.units = units;
    this.kernel = weights.matrix("nascell.kernel", inputs, PARTS * units);
    this.recurrent = weights.matrix("nascell.recurrent", units, PARTS * units);
  }

  @Override
  public int parts() {
    return PARTS;
  }

  @Override
  public Operand<TFloat32> project(Operand<TFloat32> inputs) {
    return tf.linalg.matMul(inputs, kernel.value());
  }

  @Override
  public State step(Operand<TFloat32> projected, State before) {
    List<Operand<TFloat32>> x = Shapes.columns(tf, projected, PARTS, units);
    List<Operand<TFloat32>> h =
        Shapes.columns(tf, tf.linalg.matMul(before.hidden(), recurrent.value()), PARTS, units);
    Operand<TFloat32> injected =
        tanh(plus(tanh(times(sigmoid(sum(x, h, 0)), relu(sum(x, h, 1)))), before.cell()));
    Operand<TFloat32> gate = tanh(plus(sigmoid(sum(x, h, 2)), relu(times(x.get(3), h.get(3)))));
    Operand<TFloat32> candidate = tanh(times(tanh(sum(x, h, 4)), sigmoid(sum(x, h, 5))));
    Operand<TFloat32> output = sigmoid(plus(tanh(sum(x, h, 6)), sigmoid(sum(x, h, 7))));
    Operand<TFloat32> cell = times(injected, gate);
    return new State(tanh(times(cell, tanh(plus(candidate, output)))), cell);
  }

  private Operand<TFloat32> sum(List<Operand<TFloat32>> x, List<Operand<TFloat32>> h, int part) {
    return plus(x.get(part), h.get(part));
  }

  private Operand<TFloat32> plus(Operand<TFloat32> left, Operand<TFloat32> right) {
    return tf.math.add(left, right);
  }

  private Operand<TFloat32> times(Operand<TFloat32> left, Operand<TFloat32> right) {
    return tf.math.mul(left, right);
  }

  private Operand<TFloat32> sigmoid(Operand<TFloat32> value) {
    return tf.math.sigmoid(value);
  }

  private Operand<TFloat32> tanh(Operand<TFloat32> value) {
    return tf.math.tanh(value);
  }

  private Operand<TFloat32> relu(Operand<TFloat32> value) {
    return tf.nn.relu(value);
  }
}
