package org.espalier.nas.searchspace.hyperparameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {
  private static final double[] VALUES = {0.5, 8, 1, 1, 32, Double.NaN};
  private static final Map<String, Symbol> SYMBOLS = new LinkedHashMap<>();

  static {
    RealRange range = new RealRange(0, 10, Scale.LINEAR);
    List<String> types = List.of("sgd", "time-decay", "adam");
    SYMBOLS.put("x1", Symbol.of(0, "x1", range));
    SYMBOLS.put("batch", Symbol.of(1, "batch", range));
    SYMBOLS.put("optimizer.type", Symbol.of(2, "optimizer.type", Categorical.of(types)));
    SYMBOLS.put("shuffle", Symbol.of(3, "shuffle", Categorical.of(BooleanParameter.OPTIONS)));
    SYMBOLS.put("width", Symbol.of(4, "width", Categorical.of(List.of("16", "32"))));
    SYMBOLS.put("unasked", Symbol.of(5, "unasked", range));
  }

  private static Expression parse(String text) {
    return ExpressionParser.parse(new ExpressionSource("when", "when of y", text), SYMBOLS);
  }

  /** Values of the parameters: x1 is 0.5, batch 8, the type time-decay, shuffle true, width 32. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x1 == 0.5                                    | 1",
        "x1 * batch < 4                               | 0",
        "x1 * batch <= 4                              | 1",
        "1 + 2 * 3 == 7 and x1 > 0                    | 1",
        "(1 + 2) * 3 == 9 and x1 > 0                  | 1",
        "10 - 4 - 3 == 3 and x1 > 0                   | 1",
        "-x1 < 0                                      | 1",
        "batch % 3 == 2 and batch / 16 == x1          | 1",
        "optimizer.type == 'time-decay'               | 1",
        "optimizer.type != sgd                        | 1",
        "sgd == optimizer.type                        | 0",
        "optimizer.type in [sgd, adam]                | 0",
        "optimizer.type not in [sgd, adam]            | 1",
        "batch in [4, 8]                              | 1",
        "shuffle                                      | 1",
        "not shuffle or shuffle == false              | 0",
        "shuffle == 'true'                            | 1",
        "width / 2 == 16 and width == '32'            | 1",
        "min(x1, batch, 3) == 0.5 and max(x1, 2) == 2 | 1",
        "log(batch) > 2 and log(batch) < 2.1          | 1",
        "x1 > 1 or batch > 1 and x1 > 1               | 0",
        "1e-1 < x1 and .25 < x1                       | 1",
      })
  void givesTruthOrNot(String text, double expected) {
    assertThat(parse(text).value(VALUES)).as(text).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "unasked > 1, NaN",
    "not unasked > 1, NaN",
    "unasked > 1 and x1 > 0, NaN",
    "unasked > 1 and x1 > 1, 0",
    "unasked > 1 or x1 > 0, 1",
    "unasked > 1 or x1 > 1, NaN",
    "x1 > 0 or unasked > 1, 1",
  })
  void whatWasNotAskedDecidesNothing(String text, Double expected) {
    assertThat(Double.valueOf(parse(text).value(VALUES))).as(text).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "bacth > 3 | character 1 | there is no parameter bacth; known are x1, batch, optimizer.type, shuffle, width, unasked. Did you mean batch?",
        "optimizer.type == sdg | character 19 | sdg is not an option of optimizer.type; its options are sgd, 'time-decay', adam. Did you mean sgd?",
        "optimizer.type == time-decay | character 19 | there is no parameter time; known are x1, batch, optimizer.type, shuffle, width, unasked.",
        "optimizer.type < 3 | character 1 | < needs a number here, not an option.",
        "optimizer.type == 3 | character 19 | an option cannot be compared with a number; put options in quotes.",
        "x1 + 1 | character 1 | it is a number, not true or false; add a comparison.",
        "x1 > shuffle | character 6 | > needs a number here, not true or false.",
        "x1 and shuffle | character 1 | and needs true or false here, not a number.",
        "'sgd' | character 1 | 'sgd' must be compared (== or !=) with a parameter that has options.",
        "x1 = 1 | character 4 | = is not valid here; write ==.",
        "x1 > 1 && shuffle | character 8 | & is not valid here; write and.",
        "1 < x1 < 2 | character 8 | a second comparison cannot follow; write a < b and b < c.",
        "x1 > | character 5 | expected a value here, not the end.",
        "(x1 > 1 | character 8 | expected ) here, not the end.",
        "x1 > 1 shuffle | character 8 | shuffle is unexpected here; join conditions by and, or.",
        "batch in 4 | character 10 | expected [ here, not 4.",
        "sqrt(x1) > 1 | character 1 | there is no function sqrt; known are min, max, log.",
        "log(x1, 2) > 1 | character 1 | log takes one number.",
        "optimizer.type == 'sgd | character 19 | the quote is not closed.",
        "x1 # 2 | character 4 | the character # is not valid here.",
      })
  void saysWhatIsWrongAndWhere(String text, String place, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("when of y, %s of \"%s\": %s", place, text, message);
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertThatThrownBy(() -> parse("(".repeat(200) + "x1 > 1" + ")".repeat(200)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageEndingWith("it is nested too deeply.");
    assertThatThrownBy(() -> parse("x1 > " + "1".repeat(1000)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageEndingWith("it must not be longer than 1000 characters.");
  }
}
