package org.espalier.nas.analysis.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

  private final Locale before = Locale.getDefault();

  /** A locale whose digits, minus sign and separators differ from ours. */
  @BeforeEach
  void useAnotherLocale() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
  }

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(before);
  }

  @Test
  void escapesTextAndAttributes() {
    String text = "<b class=\"x\">'&'</b>";

    String markup = new Markup().leaf("p", text, "title", text).toString();

    String escaped = "&lt;b class=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;";
    assertThat(markup).isEqualTo("<p title=\"" + escaped + "\">" + escaped + "</p>");
  }

  @Test
  void replacesWhatXmlDoesNotAllow() {
    assertThat(new Markup().text("a\u0000b\u001bc\ud800d\uffffe\tf\ud83d\ude00").toString())
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\tf\ud83d\ude00");
  }

  @Test
  void refusesWhatIsNotClosed() {
    Markup markup = new Markup().open("div");

    assertThatThrownBy(markup::toString).hasMessage("Elements [div] are still open.");
  }

  @Test
  void writesJsonThatCannotEndAScript() {
    assertThat(Json.string("</script>\"\\\n&\u2028\ud800"))
        .isEqualTo("\"\\u003c/script\\u003e\\\"\\\\\\u000a\\u0026\\u2028\\ud800\"");
    assertThat(Json.object(Map.of("a", Json.array(List.of("1", "2"))))).isEqualTo("{\"a\":[1,2]}");
  }

  @Test
  void writesNoNaNIntoJson() {
    assertThat(Json.number(Double.NaN)).isEqualTo("null");
    assertThat(Json.number(Double.NEGATIVE_INFINITY)).isEqualTo("null");
    assertThat(Json.number(3)).isEqualTo("3");
    assertThat(Json.number(-0.25)).isEqualTo("-0.25");
  }

  @ParameterizedTest
  @CsvSource({
    "0.52314, 0.5231",
    "12.3456, 12.35",
    "999.96, 1000.0",
    "12345.6, 12346",
    "-0.5, \u22120.5000",
    "0, 0.0000",
    "12345678, 1.235e+07",
    "0.000012, 1.200e\u221205",
    "0.01234, 0.0123"
  })
  void writesFourDigits(double value, String expected) {
    assertThat(Figures.significant(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "999, 999",
    "999.6, 1.00_k",
    "12345, 12.3_k",
    "99960, 100_k",
    "4560000, 4.56_M",
    "0, 0",
    "-2500, \u22122.50_k"
  })
  void shortensLargeNumbers(double value, String expected) {
    assertThat(Figures.compact(value)).isEqualTo(expected.replace('_', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource({
    "870, 870_ms",
    "1000, 1.0_s",
    "43210, 43.2_s",
    "59949, 59.9_s",
    "59950, 1_min 0_s",
    "192000, 3_min 12_s",
    "3599600, 1_h 0_min",
    "3840000, 1_h 4_min"
  })
  void writesDurations(long millis, String expected) {
    assertThat(Figures.duration(Duration.ofMillis(millis)))
        .isEqualTo(expected.replace('_', '\u00a0'));
  }

  @Test
  void writesPercentagesWholeNumbersAndCoordinates() {
    assertThat(Figures.percent(0.52345, 1)).isEqualTo("52.3\u00a0%");
    assertThat(Figures.fixed(-0.0001, 2)).isEqualTo("0.00");
    assertThat(Figures.whole(1234567)).isEqualTo("1,234,567");
    assertThat(Figures.coordinate(12.04)).isEqualTo("12");
    assertThat(Figures.coordinate(-0.26)).isEqualTo("-0.3");
  }
}
