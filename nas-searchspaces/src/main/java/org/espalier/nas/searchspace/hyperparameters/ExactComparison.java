package org.espalier.nas.searchspace.hyperparameters;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two numeric expressions in decimal arithmetic with 34 digits, in which 0.1 + 0.2
 * equals 0.3.
 *
 * <p>Doubles decide where the two sides differ by more than their rounding errors can explain.
 */
final class ExactComparison {
  private static final MathContext DIGITS = MathContext.DECIMAL128;

  /** Bound of the relative rounding error of an expression of 1000 characters in doubles. */
  private static final double DOUBLE_ERROR = 1e-12;

  /** Tolerance for what 34 digits cannot express, such as a third. */
  private static final double DECIMAL_ERROR = 1e-20;

  private ExactComparison() {}

  /**
   * Compares two numeric expressions.
   *
   * @param values the values of the parameters
   * @return 1 or 0; NaN if one side is NaN
   */
  static double of(Operator operator, Expression left, Expression right, double[] values) {
    double one = left.value(values);
    double other = right.value(values);
    if (Double.isNaN(one) || Double.isNaN(other)) {
      return Double.NaN;
    }
    double size =
        size(left, values, Double.POSITIVE_INFINITY)
            + size(right, values, Double.POSITIVE_INFINITY);
    if (Math.abs(one - other) > DOUBLE_ERROR * size) {
      return operator.apply(one, other);
    }
    BigDecimal first = decimal(left, values);
    BigDecimal second = decimal(right, values);
    return first == null || second == null
        ? operator.apply(one, other)
        : operator.apply(difference(first, second, tolerance(left, right, values)), 0);
  }

  private static double difference(BigDecimal one, BigDecimal other, double tolerance) {
    BigDecimal difference = one.subtract(other, DIGITS);
    boolean equal =
        difference.signum() == 0 || difference.abs().compareTo(BigDecimal.valueOf(tolerance)) <= 0;
    return equal ? 0 : difference.signum();
  }

  private static double tolerance(Expression left, Expression right, double[] values) {
    double size = size(left, values, 0) + size(right, values, 0);
    double relative = hasLogarithm(left) || hasLogarithm(right) ? DOUBLE_ERROR : DECIMAL_ERROR;
    return Double.isFinite(size) ? relative * size : 0;
  }

  private static boolean hasLogarithm(Expression expression) {
    return (expression instanceof Expression.Unary unary && unary.operator() == Operator.LOG)
        || expression.parts().anyMatch(ExactComparison::hasLogarithm);
  }

  /**
   * Returns a number of which the rounding error of an expression is a small fraction.
   *
   * @param ofRemainder the number for a remainder, which rounding errors can change completely
   */
  private static double size(Expression expression, double[] values, double ofRemainder) {
    if (expression instanceof Expression.Unary unary) {
      double size = size(unary.operand(), values, ofRemainder);
      return unary.operator() == Operator.LOG
          ? size / Math.abs(unary.operand().value(values)) + Math.abs(unary.value(values))
          : size;
    }
    if (expression instanceof Expression.Binary binary) {
      double left = size(binary.left(), values, ofRemainder);
      double right = size(binary.right(), values, ofRemainder);
      return switch (binary.operator()) {
        case TIMES -> left * right;
        case OVER -> quotientSize(left, right, binary.right().value(values));
        case REMAINDER -> left + right + ofRemainder;
        default -> left + right;
      };
    }
    return Math.abs(expression.value(values));
  }

  private static double quotientSize(double dividend, double divisor, double value) {
    return dividend / Math.abs(value) * (divisor / Math.abs(value));
  }

  /** Returns the value; null if it is not finite. */
  private static @Nullable BigDecimal decimal(Expression expression, double[] values) {
    if (expression instanceof Expression.Unary unary) {
      BigDecimal operand = decimal(unary.operand(), values);
      return operand == null ? null : applied(unary.operator(), operand);
    }
    if (expression instanceof Expression.Binary binary) {
      BigDecimal left = decimal(binary.left(), values);
      BigDecimal right = decimal(binary.right(), values);
      return left == null || right == null ? null : applied(binary.operator(), left, right);
    }
    return finite(expression.value(values));
  }

  private static @Nullable BigDecimal finite(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
  }

  private static @Nullable BigDecimal applied(Operator operator, BigDecimal operand) {
    return operator == Operator.LOG
        ? finite(operator.apply(operand.doubleValue(), 0))
        : operand.negate();
  }

  private static @Nullable BigDecimal applied(
      Operator operator, BigDecimal left, BigDecimal right) {
    return switch (operator) {
      case PLUS -> left.add(right, DIGITS);
      case MINUS -> left.subtract(right, DIGITS);
      case TIMES -> left.multiply(right, DIGITS);
      case OVER -> right.signum() == 0 ? null : left.divide(right, DIGITS);
      case REMAINDER -> right.signum() == 0 ? null : remainder(left, right);
      case MIN -> left.min(right);
      case MAX -> left.max(right);
      default -> throw new IllegalStateException(operator + " gives no number.");
    };
  }

  /** Returns 0 for a multiple of the divisor, even one that is rounded in its last digits. */
  private static BigDecimal remainder(BigDecimal dividend, BigDecimal divisor) {
    BigDecimal quotient = dividend.divide(divisor, DIGITS);
    BigDecimal whole = quotient.setScale(0, RoundingMode.HALF_EVEN);
    double tolerance = DECIMAL_ERROR * Math.max(1, quotient.abs().doubleValue());
    return difference(quotient, whole, tolerance) == 0
        ? BigDecimal.ZERO
        : dividend.subtract(
            divisor.multiply(quotient.setScale(0, RoundingMode.DOWN), DIGITS), DIGITS);
  }
}
