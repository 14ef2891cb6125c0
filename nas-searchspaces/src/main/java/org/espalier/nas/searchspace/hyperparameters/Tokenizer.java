package org.espalier.nas.searchspace.hyperparameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A splitter of expressions into tokens. */
final class Tokenizer {
  /** The pattern of names: words joined by dots. */
  static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

  private static final int LONGEST = 1000;
  private static final Pattern NUMBER = Pattern.compile("(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
  private static final Pattern SIGN = Pattern.compile("==|!=|<=|>=|[<>+\\-*/%()\\[\\],]");
  private static final Map<String, String> MEANT =
      Map.of("=", "==", "&", "and", "|", "or", "!", "not", "^", "a product");

  private final ExpressionSource source;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private Tokenizer(ExpressionSource source) {
    this.source = source;
    this.text = source.text();
  }

  /** Returns the tokens of an expression, an end token last. */
  static List<Token> tokens(ExpressionSource source) {
    if (source.text().length() > LONGEST) {
      throw source.error(LONGEST, "it must not be longer than " + LONGEST + " characters.");
    }
    return new Tokenizer(source).all();
  }

  private List<Token> all() {
    while (position < text.length()) {
      if (Character.isWhitespace(text.charAt(position))) {
        position++;
      } else if (!takes(Token.Type.NUMBER, NUMBER)
          && !takes(Token.Type.WORD, NAME)
          && !takes(Token.Type.QUOTED, QUOTED)
          && !takes(Token.Type.SIGN, SIGN)) {
        throw unknown();
      }
    }
    tokens.add(new Token(Token.Type.END, "", position));
    return tokens;
  }

  private boolean takes(Token.Type type, Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    String found = matcher.group();
    boolean quoted = type == Token.Type.QUOTED;
    tokens.add(new Token(type, quoted ? found.substring(1, found.length() - 1) : found, position));
    position = matcher.end();
    return true;
  }

  private RuntimeException unknown() {
    String character = text.substring(position, position + 1);
    String meant = MEANT.get(character);
    if (character.equals("'") || character.equals("\"")) {
      return source.error(position, "the quote is not closed.");
    }
    return source.error(
        position,
        meant == null
            ? "the character " + character + " is not valid here."
            : character + " is not valid here; write " + meant + ".");
  }
}
