package org.espalier.nas.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentReferenceTest {
  private static final Catalogue BUILT_IN =
      Catalogue.load(ComponentReferenceTest.class.getClassLoader());
  private static final Catalogue TOYS = Catalogue.of(List.of(new ToyPlugin()));

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120})
  void everyTableFitsTheTerminal(int width) {
    assertThat(new ComponentListing(BUILT_IN.components(), List.of()).text(width).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    for (RegisteredComponent<?> component : BUILT_IN.components()) {
      assertThat(new ComponentReference(component, BUILT_IN).text(width).lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    }
  }

  @Test
  void settingsOfEveryTypeAreDescribed() {
    String text =
        new ComponentReference(new ComponentIndex(TOYS).find("reinforce"), TOYS).text(160);

    assertThat(text.replaceAll(" +", " "))
        .contains("\nbatch integer required [1, inf) Trials per update.\n")
        .contains("\npredictor word off Use of the predictor. One of off, log, screen-all.\n")
        .contains("\nnodes list of integers [8, 16]")
        .contains("\nclasses map to texts {}")
        .contains("\n learningRate number 0.001 (0, inf) Step size before the schedule.\n")
        .contains("\nlayers list of settings []\n units integer required")
        .contains("\n type: fill-in\n value number required")
        .contains("\npatience duration 1h30m\n")
        .contains("\nfile path –\n")
        .contains("\n– has no default and may be left out.\n")
        .contains("\ncontroller:\n type: reinforce\n batch: 1\n # discount: 0.9\n");
  }

  @Test
  void aComponentWithoutSettingsSaysSo() {
    assertThat(new ComponentReference(new ComponentIndex(TOYS).find("none"), TOYS).text(100))
        .contains("It has no settings.");
  }
}
