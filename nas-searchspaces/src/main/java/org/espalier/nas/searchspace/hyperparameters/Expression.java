package org.espalier.nas.searchspace.hyperparameters;

import java.util.List;
import java.util.stream.Stream;

/**
 * Part of a condition or constraint, checked.
 *
 * <p>Values are numbers: true is 1, false 0, an option its index. What depends on a parameter that
 * was not asked is NaN; of {@code and} and {@code or} only if the other side does not decide
 * (Kleene's logic).
 */
sealed interface Expression {

  /** What it gives. */
  ValueKind kind();

  /** Where it begins. */
  int position();

  /**
   * Its value.
   *
   * @param values of the parameters by their index, NaN for one that was not asked
   */
  double value(double[] values);

  /** What it is made of. */
  default Stream<Expression> parts() {
    return Stream.empty();
  }

  /** The parameters that it names. */
  default Stream<Symbol> symbols() {
    return parts().flatMap(Expression::symbols);
  }

  /** A number, or true or false. */
  record Constant(ValueKind kind, double number, int position) implements Expression {
    @Override
    public double value(double[] values) {
      return number;
    }
  }

  /** A word or quoted text that is no parameter: an option of what it is compared with. */
  record Label(String text, boolean quoted, int position) implements Expression {
    @Override
    public ValueKind kind() {
      return ValueKind.TEXT;
    }

    @Override
    public double value(double[] values) {
      throw new IllegalStateException(text + " was compared with nothing.");
    }
  }

  /** The value of a parameter. */
  record Reference(Symbol symbol, int position) implements Expression {
    @Override
    public ValueKind kind() {
      return symbol.kind();
    }

    @Override
    public double value(double[] values) {
      return values[symbol.index()];
    }

    @Override
    public Stream<Symbol> symbols() {
      return Stream.of(symbol);
    }
  }

  /** A number or truth made of one. */
  record Unary(Operator operator, Expression operand, int position) implements Expression {
    @Override
    public ValueKind kind() {
      return operator.result();
    }

    @Override
    public double value(double[] values) {
      return operator.apply(operand.value(values), 0);
    }

    @Override
    public Stream<Expression> parts() {
      return Stream.of(operand);
    }
  }

  /** A number or truth made of two. */
  record Binary(Operator operator, Expression left, Expression right) implements Expression {
    @Override
    public ValueKind kind() {
      return operator.result();
    }

    @Override
    public int position() {
      return left.position();
    }

    @Override
    public double value(double[] values) {
      return operator.apply(left.value(values), right.value(values));
    }

    @Override
    public Stream<Expression> parts() {
      return Stream.of(left, right);
    }
  }

  /** All parameters of an expression, each once. */
  static List<Symbol> named(Expression expression) {
    return expression.symbols().distinct().toList();
  }
}
