package org.espalier.nas.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.Scaling;
import org.junit.jupiter.api.Test;

class SettingsHashTest {

  @Test
  void equalValuesHaveEqualHashes() {
    assertThat(hash(Preparation.standard())).isEqualTo(hash(Preparation.standard()));
    assertThat(hash(List.of("a", Path.of("b")))).isEqualTo(hash(List.of("a", Path.of("b"))));
  }

  @Test
  void differentValuesHaveDifferentHashes() {
    List<Object> values =
        Arrays.asList(
            null,
            "null",
            "",
            "a, b",
            List.of(),
            List.of("a, b"),
            List.of("a", "b"),
            List.of(List.of("a"), "b"),
            List.of("a", List.of("b")),
            Map.of(),
            Map.of("a", "b"),
            Map.of("a=b", ""),
            Scaling.NONE,
            "NONE",
            Preparation.standard(),
            Preparation.standard().with(Scaling.NONE));
    Set<String> hashes = new HashSet<>();
    values.forEach(value -> hashes.add(hash(value)));
    assertThat(hashes).hasSameSizeAs(values);
  }

  @Test
  void anObjectWithoutDefinedValueIsRefused() {
    assertThatThrownBy(() -> hash(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }

  private static String hash(Object value) {
    return new SettingsHash().add(value).hex();
  }
}
