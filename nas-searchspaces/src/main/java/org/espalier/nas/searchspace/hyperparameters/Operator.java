package org.espalier.nas.searchspace.hyperparameters;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operator or function of expressions; returns NaN for NaN unless documented otherwise. */
enum Operator {
  OR("or", ValueKind.TRUTH, ValueKind.TRUTH),
  AND("and", ValueKind.TRUTH, ValueKind.TRUTH),
  NOT("not", ValueKind.TRUTH, ValueKind.TRUTH),
  EQUAL("==", null, ValueKind.TRUTH),
  UNEQUAL("!=", null, ValueKind.TRUTH),
  LESS("<", ValueKind.NUMBER, ValueKind.TRUTH),
  AT_MOST("<=", ValueKind.NUMBER, ValueKind.TRUTH),
  GREATER(">", ValueKind.NUMBER, ValueKind.TRUTH),
  AT_LEAST(">=", ValueKind.NUMBER, ValueKind.TRUTH),
  PLUS("+", ValueKind.NUMBER, ValueKind.NUMBER),
  MINUS("-", ValueKind.NUMBER, ValueKind.NUMBER),
  TIMES("*", ValueKind.NUMBER, ValueKind.NUMBER),
  OVER("/", ValueKind.NUMBER, ValueKind.NUMBER),
  REMAINDER("%", ValueKind.NUMBER, ValueKind.NUMBER),
  NEGATIVE("-", ValueKind.NUMBER, ValueKind.NUMBER),
  MIN("min", ValueKind.NUMBER, ValueKind.NUMBER),
  MAX("max", ValueKind.NUMBER, ValueKind.NUMBER),
  LOG("log", ValueKind.NUMBER, ValueKind.NUMBER);

  /** The comparisons, which do not chain. */
  static final List<Operator> COMPARISONS =
      List.of(EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST);

  /** The operators that are written like functions. */
  static final List<Operator> FUNCTIONS = List.of(MIN, MAX, LOG);

  private static final EnumSet<Operator> COMPARING = EnumSet.copyOf(COMPARISONS);

  private final String sign;
  private final Optional<ValueKind> operands;
  private final ValueKind result;

  Operator(String sign, @Nullable ValueKind operands, ValueKind result) {
    this.sign = sign;
    this.operands = Optional.ofNullable(operands);
    this.result = Objects.requireNonNull(result);
  }

  /** Returns the operator of a list that has this sign. */
  static Optional<Operator> find(List<Operator> among, Token token) {
    return among.stream().filter(operator -> token.is(operator.sign)).findFirst();
  }

  String sign() {
    return sign;
  }

  /** Returns the kind of value that its operands must have; empty if both must have the same. */
  Optional<ValueKind> operands() {
    return operands;
  }

  ValueKind result() {
    return result;
  }

  /** Returns true for a comparison. */
  boolean compares() {
    return COMPARING.contains(this);
  }

  /** Applies the operator; one that takes one operand ignores the second. */
  double apply(double left, double right) {
    return switch (this) {
      case OR -> left == 1 || right == 1 ? 1 : left + right;
      case AND -> left == 0 || right == 0 ? 0 : left * right;
      case NOT -> 1 - left;
      case EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> compare(left, right);
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case OVER -> left / right;
      case REMAINDER -> left % right;
      case NEGATIVE -> -left;
      case MIN -> Math.min(left, right);
      case MAX -> Math.max(left, right);
      case LOG -> StrictMath.log(left);
    };
  }

  private double compare(double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Double.NaN;
    }
    boolean holds =
        switch (this) {
          case EQUAL -> left == right;
          case UNEQUAL -> left != right;
          case LESS -> left < right;
          case AT_MOST -> left <= right;
          case GREATER -> left > right;
          default -> left >= right;
        };
    return holds ? 1 : 0;
  }
}
