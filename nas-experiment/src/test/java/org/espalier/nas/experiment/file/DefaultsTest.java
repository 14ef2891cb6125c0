package org.espalier.nas.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Test that the built-in components accept the defaults that they state. */
class DefaultsTest {
  private static final Catalogue CATALOGUE = Catalogue.load(DefaultsTest.class.getClassLoader());

  static Stream<RegisteredComponent<?>> components() {
    return CATALOGUE.components().stream();
  }

  @ParameterizedTest
  @MethodSource("components")
  void onlyKeysWithoutDefaultAreMissed(RegisteredComponent<?> component) {
    Problems problems = new Problems();
    Setting.Mapping empty = new Setting.Mapping(new Place(Source.flag("test"), 1, 1), Map.of());

    new Binder(CATALOGUE, problems).record(component.config(), empty, component.type(), Set.of());

    assertThat(problems.sorted())
        .allSatisfy(problem -> assertThat(problem.message()).startsWith("Missing key "));
  }
}
