package org.espalier.nas.analysis.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.markup.InlineResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages and files of their own have the same colors. */
class PaletteColorTest {

  private static final Pattern BLOCK = Pattern.compile(":root \\{([^}]*)}");
  private static final Pattern COLOR = Pattern.compile("--(?:color-)?(\\w+): (#[0-9a-f]{6});");

  private static String inPage(PaletteColor color, int block) {
    List<String> blocks =
        BLOCK.matcher(InlineResource.pageStyle()).results().map(each -> each.group(1)).toList();
    Map<String, String> colors =
        COLOR
            .matcher(blocks.get(block))
            .results()
            .collect(Collectors.toMap(each -> each.group(1), each -> each.group(2)));
    return String.valueOf(colors.get(color.property().replace("--color-", "")));
  }

  @ParameterizedTest
  @EnumSource
  void colorsAreThoseOfThePage(PaletteColor color) {
    assertThat(color.hex()).isEqualTo(inPage(color, 0));
    assertThat(color.darkHex()).isEqualTo(inPage(color, 1));
  }

  @ParameterizedTest
  @EnumSource
  void anAdaptiveFileHasBoth(PaletteColor color) {
    String svg = SvgWriter.adaptiveFile(new Drawing("nothing", 10, 10, Map.of(), List.of()));

    assertThat(svg)
        .contains(color.property() + ":" + color.hex())
        .contains(color.property() + ":" + color.darkHex())
        .contains("fill=\"var(--color-surface)\"");
  }
}
