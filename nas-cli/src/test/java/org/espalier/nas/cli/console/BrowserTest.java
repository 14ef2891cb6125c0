package org.espalier.nas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserTest {

  @Test
  void linuxNeedsAScreen() {
    assertThat(Browser.opener("linux", Map.of())).isEmpty();
    assertThat(Browser.opener("linux", Map.of("DISPLAY", ":0"))).containsExactly("xdg-open");
    assertThat(Browser.opener("linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
        .containsExactly("xdg-open");
  }

  @Test
  void otherSystemsHaveCommandsOfTheirOwn() {
    assertThat(Browser.opener("mac os x", Map.of())).containsExactly("open");
    assertThat(Browser.opener("windows 11", Map.of())).startsWith("rundll32");
  }
}
