package org.espalier.nas.analysis.comparison.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.junit.jupiter.api.Test;

class SettingGroupsTest {

  private final List<ArmRecord> arms =
      List.of(
          new ArmRecord("a", null, Map.of("name", "a", "epochs", "5", "batch", "1")),
          new ArmRecord("b", null, Map.of("name", "b", "epochs", "5", "batch", "1")),
          new ArmRecord("c", null, Map.of("name", "c", "epochs", "5", "batch", "2", "rate", "9")));

  private final SettingGroups view = new SettingGroups(arms);

  @Test
  void tellsSharedSettingsFromThoseThatDifferAndThoseOfFewArms() {
    assertThat(view.common()).containsExactly(Map.entry("epochs", "5"));
    assertThat(view.differing()).containsExactly("batch");
    assertThat(view.own(arms.get(2))).containsExactly(Map.entry("rate", "9"));
    assertThat(view.own(arms.get(0))).isEmpty();
    assertThat(view.notCommon()).containsExactly("batch", "rate");
  }

  @Test
  void whatMeansNothingToAFewArmsIsNoDifferenceBetweenTheOthers() {
    SettingGroups some =
        new SettingGroups(
            List.of(
                new ArmRecord("a", null, Map.of("type", "x", "units", "100")),
                new ArmRecord("b", null, Map.of("type", "x", "units", "100")),
                new ArmRecord("c", null, Map.of("type", "y"))));

    assertThat(some.ofMost()).containsExactly(Map.entry("units", "100"));
    assertThat(some.differing()).containsExactly("type");
    assertThat(some.notCommon()).containsExactlyInAnyOrder("type", "units");
  }

  @Test
  void knowsTheValueOfMostArms() {
    assertThat(view.usual("batch")).contains("1");
    assertThat(view.usual("rate")).isEmpty();
  }
}
