package org.espalier.nas.searchspace.hyperparameters;

import java.util.List;
import java.util.stream.Stream;

/**
 * A checked part of a condition or constraint.
 *
 * <p>Values are numbers: true is 1, false 0, an option its index. An expression that depends on a
 * parameter that was not asked is NaN; {@code and} and {@code or} only if the other side does not
 * decide (Kleene's logic).
 */
sealed interface Expression {

  /** Returns the kind of its value. */
  ValueKind kind();

  /** Returns the position of its first character. */
  int position();

  /**
   * Returns its value.
   *
   * @param values the values of the parameters by their index, NaN for one that was not asked
   */
  double value(double[] values);

  /** Returns the operands. */
  default Stream<Expression> parts() {
    return Stream.empty();
  }

  /** Returns the parameters that it names. */
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

  /**
   * A word or quoted text that is no parameter: an option of the parameter that it is compared
   * with.
   */
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

  /** An operator applied to one operand. */
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

  /** An operator applied to two operands. */
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
      return left.kind() == ValueKind.NUMBER && operator.compares()
          ? ExactComparison.of(operator, left, right, values)
          : operator.apply(left.value(values), right.value(values));
    }

    @Override
    public Stream<Expression> parts() {
      return Stream.of(left, right);
    }
  }

  /** Returns all parameters of an expression, each once. */
  static List<Symbol> named(Expression expression) {
    return expression.symbols().distinct().toList();
  }
}
