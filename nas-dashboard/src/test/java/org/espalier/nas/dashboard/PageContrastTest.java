package org.espalier.nas.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contrast of the colors of the page, by the formulas of WCAG 2.2. */
class PageContrastTest {

  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3;
  private static final Pattern BLOCK = Pattern.compile(":root \\{([^}]*)}");
  private static final Pattern COLOR = Pattern.compile("--(\\w+): #([0-9a-f]{6});");

  /** Colors by name; the dark ones stand in the second block. */
  private static Map<String, Integer> colors(boolean dark) {
    String css =
        new String(StaticFiles.find("page.css").orElseThrow().content(), StandardCharsets.UTF_8);
    List<String> blocks = BLOCK.matcher(css).results().map(block -> block.group(1)).toList();
    assertThat(blocks).hasSize(2);
    Map<String, Integer> colors = new HashMap<>();
    Matcher color = COLOR.matcher(blocks.get(dark ? 1 : 0));
    while (color.find()) {
      colors.put(color.group(1), Integer.parseInt(color.group(2), 16));
    }
    return colors;
  }

  private static double luminance(int rgb) {
    double[] linear =
        IntStream.of(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff)
            .mapToDouble(channel -> channel / 255.0)
            .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  private static double contrast(int one, int other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  @Test
  void theFormulaGivesTheValuesOfTheStandard() {
    assertThat(contrast(0xffffff, 0x000000)).isEqualTo(21.0);
    assertThat(contrast(0x777777, 0xffffff)).isBetween(4.47, 4.49);
  }

  @ParameterizedTest
  @CsvSource({
    "ink, paper",
    "ink, ground",
    "ink, panel",
    "ink, shade",
    "soft, paper",
    "soft, ground",
    "soft, panel",
    "accent, paper",
    "accent, ground",
    "good, paper",
    "good, ground",
    "bad, paper",
    "bad, ground",
    "wait, paper",
    "wait, ground",
  })
  void textCanBeRead(String text, String ground) {
    for (boolean dark : List.of(false, true)) {
      Map<String, Integer> colors = colors(dark);
      assertThat(contrast(colors.get(text), colors.get(ground)))
          .as("%s on %s, %s", text, ground, dark ? "dark" : "light")
          .isGreaterThanOrEqualTo(TEXT);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void linesOfChartsCanBeSeen(boolean dark) {
    Map<String, Integer> colors = colors(dark);
    for (int i = 1; i <= 8; i++) {
      assertThat(contrast(colors.get("series" + i), colors.get("paper")))
          .as("series %d", i)
          .isGreaterThanOrEqualTo(GRAPHICS);
    }
  }

  @Test
  void lightAndDarkNameTheSameColors() {
    assertThat(colors(true).keySet()).isEqualTo(colors(false).keySet());
  }
}
