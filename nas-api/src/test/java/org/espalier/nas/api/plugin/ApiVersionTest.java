package org.espalier.nas.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ApiVersionTest {

  @Test
  void beforeTheFirstMajorVersionEveryMinorOneMayBreak() {
    ApiVersion version = new ApiVersion(0, 2);

    assertThat(version.runs(ApiVersion.parse("0.2.7-SNAPSHOT"))).isTrue();
    assertThat(version.runs(new ApiVersion(0, 1))).isFalse();
    assertThat(version.runs(new ApiVersion(0, 3))).isFalse();
  }

  @Test
  void laterMinorVersionsOnlyAdd() {
    ApiVersion version = new ApiVersion(1, 2);

    assertThat(version.runs(new ApiVersion(1, 0))).isTrue();
    assertThat(version.runs(new ApiVersion(1, 3))).isFalse();
    assertThat(version.runs(new ApiVersion(2, 0))).isFalse();
  }

  @Test
  void whatIsNoVersionIsRefused() {
    assertThatThrownBy(() -> ApiVersion.parse("one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"one\" is no version such as 0.1.");
  }
}
