package org.espalier.nas.searchspace.hyperparameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recursive-descent parser of conditions and constraints, from the loosest operator to the
 * tightest: {@code or}; {@code and}; {@code not}; comparisons and {@code in}; {@code + -}; {@code *
 * / %}; the sign.
 */
final class ExpressionParser {
  private static final int DEEPEST = 50;

  private final ExpressionSource source;
  private final ExpressionBuilder builder;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private ExpressionParser(ExpressionSource source, Map<String, Symbol> symbols) {
    this.source = source;
    this.builder = new ExpressionBuilder(source, symbols);
    this.tokens = Tokenizer.tokens(source);
  }

  /**
   * Parses an expression that is true or false.
   *
   * @param symbols the parameters that it may name
   * @throws org.espalier.nas.api.InvalidSettingException if the expression is invalid
   */
  static Expression parse(ExpressionSource source, Map<String, Symbol> symbols) {
    ExpressionParser parser = new ExpressionParser(source, symbols);
    Expression whole = parser.or();
    if (parser.peek().type() != Token.Type.END) {
      throw source.error(
          parser.peek().position(),
          parser.peek().title() + " is unexpected here; join conditions by and, or.");
    }
    return parser.builder.truth(whole);
  }

  private Expression or() {
    Expression left = and();
    while (take("or")) {
      left = builder.binary(Operator.OR, left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (take("and")) {
      left = builder.binary(Operator.AND, left, not());
    }
    return left;
  }

  private Expression not() {
    Token token = peek();
    if (!take("not")) {
      return comparison();
    }
    deeper(token);
    Expression negated = builder.unary(Operator.NOT, not(), token.position());
    depth--;
    return negated;
  }

  private Expression comparison() {
    Expression left = sum();
    Optional<Operator> operator = takeOne(Operator.COMPARISONS);
    if (operator.isPresent()) {
      Expression compared = builder.binary(operator.get(), left, sum());
      Operator.find(Operator.COMPARISONS, peek())
          .ifPresent(
              second -> {
                throw source.error(
                    peek().position(), "a second comparison cannot follow; write a < b and b < c.");
              });
      return compared;
    }
    Token token = peek();
    if (take("in")) {
      return membership(left);
    }
    if (token.is("not") && tokens.get(next + 1).is("in")) {
      next += 2;
      return builder.unary(Operator.NOT, membership(left), token.position());
    }
    return left;
  }

  private Expression membership(Expression value) {
    expect("[");
    Expression either = builder.binary(Operator.EQUAL, value, sum());
    while (take(",")) {
      either = builder.binary(Operator.OR, either, builder.binary(Operator.EQUAL, value, sum()));
    }
    expect("]");
    return either;
  }

  private Expression sum() {
    Expression left = product();
    Optional<Operator> operator = takeOne(List.of(Operator.PLUS, Operator.MINUS));
    while (operator.isPresent()) {
      left = builder.binary(operator.get(), left, product());
      operator = takeOne(List.of(Operator.PLUS, Operator.MINUS));
    }
    return left;
  }

  private Expression product() {
    List<Operator> operators = List.of(Operator.TIMES, Operator.OVER, Operator.REMAINDER);
    Expression left = signed();
    Optional<Operator> operator = takeOne(operators);
    while (operator.isPresent()) {
      left = builder.binary(operator.get(), left, signed());
      operator = takeOne(operators);
    }
    return left;
  }

  private Expression signed() {
    Token token = peek();
    if (!take("-")) {
      return primary();
    }
    deeper(token);
    Expression negative = builder.unary(Operator.NEGATIVE, signed(), token.position());
    depth--;
    return negative;
  }

  private Expression primary() {
    Token token = peek();
    next++;
    return switch (token.type()) {
      case NUMBER ->
          new Expression.Constant(
              ValueKind.NUMBER, Double.parseDouble(token.text()), token.position());
      case QUOTED -> new Expression.Label(token.text(), true, token.position());
      case WORD -> word(token);
      default -> {
        if (!token.is("(")) {
          throw source.error(token.position(), "expected a value here, not " + token.title() + ".");
        }
        yield inParentheses(token);
      }
    };
  }

  private Expression inParentheses(Token opening) {
    deeper(opening);
    Expression inner = or();
    depth--;
    expect(")");
    return inner;
  }

  private Expression word(Token token) {
    Optional<Operator> function = Operator.find(Operator.FUNCTIONS, token);
    if (!peek().is("(")) {
      return builder.word(token);
    }
    if (function.isEmpty()) {
      throw source.error(
          token.position(),
          "there is no function %s; known are %s."
              .formatted(
                  token.text(),
                  String.join(", ", Operator.FUNCTIONS.stream().map(Operator::sign).toList())));
    }
    return call(function.get(), token);
  }

  private Expression call(Operator function, Token token) {
    deeper(token);
    expect("(");
    List<Expression> arguments = new ArrayList<>(List.of(sum()));
    while (take(",")) {
      arguments.add(sum());
    }
    expect(")");
    depth--;
    if (function == Operator.LOG ? arguments.size() != 1 : arguments.size() < 2) {
      throw source.error(
          token.position(),
          function == Operator.LOG
              ? "log takes one number."
              : function.sign() + " takes two numbers or more.");
    }
    if (function == Operator.LOG) {
      return builder.unary(function, arguments.get(0), token.position());
    }
    return arguments.stream()
        .reduce((left, right) -> builder.binary(function, left, right))
        .orElseThrow();
  }

  private void deeper(Token token) {
    depth++;
    if (depth > DEEPEST) {
      throw source.error(token.position(), "it is nested too deeply.");
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean take(String wanted) {
    boolean there = peek().is(wanted);
    next += there ? 1 : 0;
    return there;
  }

  private Optional<Operator> takeOne(List<Operator> operators) {
    Optional<Operator> found = Operator.find(operators, peek());
    next += found.isPresent() ? 1 : 0;
    return found;
  }

  private void expect(String wanted) {
    if (!take(wanted)) {
      throw source.error(
          peek().position(), "expected %s here, not %s.".formatted(wanted, peek().title()));
    }
  }
}
