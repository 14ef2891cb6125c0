package org.espalier.nas.searchspace.hyperparameters;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.plugin.Spelling;

/** A builder of expressions that checks the kinds of their parts. */
final class ExpressionBuilder {
  private static final List<String> TRUTHS = List.of("false", "true");

  private final ExpressionSource source;
  private final Map<String, Symbol> symbols;

  /** Creates a builder of expressions over these parameters. */
  ExpressionBuilder(ExpressionSource source, Map<String, Symbol> symbols) {
    this.source = source;
    this.symbols = symbols;
  }

  /**
   * Returns the expression of a word: a parameter, true or false, or else a label that only a
   * comparison gives a meaning to.
   */
  Expression word(Token token) {
    Symbol symbol = symbols.get(token.text());
    if (symbol != null) {
      return new Expression.Reference(symbol, token.position());
    }
    return TRUTHS.contains(token.text())
        ? new Expression.Constant(ValueKind.TRUTH, TRUTHS.indexOf(token.text()), token.position())
        : new Expression.Label(token.text(), false, token.position());
  }

  Expression unary(Operator operator, Expression operand, int position) {
    return new Expression.Unary(operator, require(operator, operand), position);
  }

  Expression binary(Operator operator, Expression left, Expression right) {
    return operator.operands().isPresent()
        ? new Expression.Binary(operator, require(operator, left), require(operator, right))
        : equality(operator, left, right);
  }

  /** Checks that the whole expression is true or false, and returns it. */
  Expression truth(Expression whole) {
    known(whole);
    if (whole.kind() != ValueKind.TRUTH) {
      throw source.error(
          whole.position(),
          "it is %s, not true or false; add a comparison.".formatted(whole.kind().noun()));
    }
    return whole;
  }

  private Expression require(Operator operator, Expression operand) {
    known(operand);
    ValueKind wanted = operator.operands().orElseThrow();
    if (operand.kind() != wanted) {
      throw source.error(
          operand.position(),
          "%s needs %s here, not %s."
              .formatted(operator.sign(), wanted.noun(), operand.kind().noun()));
    }
    return operand;
  }

  private Expression equality(Operator operator, Expression left, Expression right) {
    if (left instanceof Expression.Label label) {
      return new Expression.Binary(operator, option(label, right), right);
    } else if (right instanceof Expression.Label label) {
      return new Expression.Binary(operator, left, option(label, left));
    }
    if (left.kind() != right.kind()) {
      throw source.error(
          right.position(),
          "%s cannot be compared with %s; put options in quotes."
              .formatted(left.kind().noun(), right.kind().noun()));
    }
    if (left.kind() == ValueKind.TEXT && !options(left).equals(options(right))) {
      throw source.error(right.position(), "parameters with different options cannot be compared.");
    }
    return new Expression.Binary(operator, left, right);
  }

  /** Returns the option that a text stands for, given the expression that it is compared with. */
  private Expression option(Expression.Label label, Expression with) {
    List<String> options = options(with);
    int index = options.indexOf(label.text());
    if (index >= 0) {
      Symbol symbol = ((Expression.Reference) with).symbol();
      return new Expression.Constant(symbol.kind(), symbol.numbers().get(index), label.position());
    }
    if (options.isEmpty() || !(with instanceof Expression.Reference parameter)) {
      throw unknown(label);
    }
    throw source.error(
        label.position(),
        "%s is not an option of %s; its options are %s.%s"
            .formatted(
                label.text(),
                parameter.symbol().name(),
                options.stream().map(ExpressionBuilder::quoted).collect(Collectors.joining(", ")),
                Spelling.suggestion(label.text(), options)));
  }

  private static List<String> options(Expression expression) {
    return expression instanceof Expression.Reference parameter
        ? parameter.symbol().options()
        : List.of();
  }

  /** Returns an option as written in an expression. */
  private static String quoted(String option) {
    return Tokenizer.NAME.matcher(option).matches() ? option : "'" + option + "'";
  }

  private void known(Expression expression) {
    if (expression instanceof Expression.Label label) {
      throw unknown(label);
    }
  }

  private RuntimeException unknown(Expression.Label label) {
    return source.error(
        label.position(),
        label.quoted()
            ? "'%s' must be compared (== or !=) with a parameter that has options."
                .formatted(label.text())
            : "there is no parameter %s; known are %s.%s"
                .formatted(
                    label.text(),
                    String.join(", ", symbols.keySet()),
                    Spelling.suggestion(label.text(), symbols.keySet())));
  }
}
