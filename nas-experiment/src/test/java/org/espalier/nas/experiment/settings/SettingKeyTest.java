package org.espalier.nas.experiment.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.experiment.toy.ToySettings;
import org.junit.jupiter.api.Test;

class SettingKeyTest {
  private static final List<SettingKey> KEYS = SettingKey.of(ToySettings.class);

  private static SettingKey key(String name) {
    return KEYS.stream().filter(key -> key.name().equals(name)).findFirst().orElseThrow();
  }

  /** A record with a type that no experiment file can contain. */
  private record Strange(Set<String> values) {}

  @Test
  void aKeyIsRequiredThatHasNoDefaultAndMayNotBeNull() {
    assertThat(KEYS).filteredOn(SettingKey::required).extracting("name").containsExactly("batch");
    assertThat(KEYS)
        .filteredOn(SettingKey::nullable)
        .extracting("name")
        .containsExactly("file", "limit");
  }

  @Test
  void typesAreThoseOfTheRecord() {
    assertThat(key("predictor").type())
        .isEqualTo(new SettingType.Choice(List.of("off", "log", "screen-all")));
    assertThat(key("classes").type()).isEqualTo(new SettingType.Entries(new SettingType.Text()));
    assertThat(key("layers").type())
        .isEqualTo(new SettingType.Items(new SettingType.Nested(ToySettings.Layer.class)));
    assertThat(key("missing").type())
        .isInstanceOfSatisfying(
            SettingType.Variants.class,
            variants -> assertThat(variants.records()).containsOnlyKeys("drop", "fill-in"));
  }

  @Test
  void defaultsAreReadAsWhatIsWanted() {
    assertThat(key("discount").standardTree()).contains(new BigDecimal("0.9"));
    assertThat(key("entropy").standardTree()).contains(true);
    assertThat(key("predictor").standardTree()).contains("off");
    assertThat(key("patience").standardTree()).contains("1h30m");
    assertThat(key("nodes").standardTree())
        .contains(List.of(new BigDecimal("8"), new BigDecimal("16")));
    assertThat(key("missing").standardTree()).contains(Map.of("type", "drop"));
    assertThat(key("file").standardTree()).isEmpty();
  }

  @Test
  void whatNoFileCanHoldIsRefused() {
    assertThatThrownBy(() -> SettingKey.of(Strange.class))
        .hasMessageContaining("java.util.Set<java.lang.String> are not supported");
  }
}
