package org.espalier.nas.analysis.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
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
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("a", "</script>\"\\\n&\u2028\ud800");

    assertThat(ScriptJson.of(json))
        .isEqualToIgnoringCase("{\"a\":\"\\u003C/script\\u003E\\\"\\\\\\n\\u0026\\u2028\\uD800\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "0.52314, 0.5231",
    "12.3456, 12.35",
    "999.96, 1000.0",
    "12345.6, 12346",
    "-0.5, \u22120.5000",
    "0, 0.0000",
    "12345678, 1.235e7",
    "0.000012, 1.2e\u22125",
    "0.01234, 0.0123"
  })
  void writesFourDigits(double value, String expected) {
    assertThat(NumberFormat.significant(value)).isEqualTo(expected);
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
    assertThat(NumberFormat.compact(value)).isEqualTo(expected.replace('_', '\u00a0'));
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
    assertThat(NumberFormat.duration(Duration.ofMillis(millis)))
        .isEqualTo(expected.replace('_', '\u00a0'));
  }

  @Test
  void writesPercentagesWholeNumbersAndCoordinates() {
    assertThat(NumberFormat.percent(0.52345, 1)).isEqualTo("52.3\u00a0%");
    assertThat(NumberFormat.fixed(-0.0001, 2)).isEqualTo("0.00");
    assertThat(NumberFormat.whole(1234567)).isEqualTo("1,234,567");
    assertThat(NumberFormat.coordinate(12.04)).isEqualTo("12");
    assertThat(NumberFormat.coordinate(-0.26)).isEqualTo("-0.3");
  }

  @ParameterizedTest
  @CsvSource({
    "1e34, 2e33, 1e34",
    "1.5e34, 5e33, 1.5e34",
    "-2.5e34, 1e33, \u22122.5e34",
    "3e-9, 1e-9, 3e\u22129",
    "1e-20, 1e-9, 0",
    "1.7976931348623157e308, 1e307, 1.8e308",
    "4.9e-324, 4.9e-324, 5e\u2212324"
  })
  void writesAsManyDigitsAsTheStepNeeds(double value, double step, String expected) {
    assertThat(NumberFormat.scientific(value, step)).isEqualTo(expected);
  }
}
