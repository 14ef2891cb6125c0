package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static StudySettings settings(String name, int workers, int lag) {
    return new StudySettings(name, 1, workers, lag, Budget.trials(1), false, TrialSeeds.NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".hidden", "a/b", "a b", "ä", "..", "-x"})
  void aNameMustServeAsAFolders(String name) {
    assertThatThrownBy(() -> settings(name, 1, 0))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("name (" + name + ") must begin with a letter or digit");
  }

  @Test
  void numbersMustBeInRange() {
    assertThat(settings("wine-quality_2.1", 4, 8).workers()).isEqualTo(4);
    assertThatThrownBy(() -> settings("a", 0, 0)).hasMessage("workers (0) must lie in [1, 1024].");
    assertThatThrownBy(() -> settings("a", 1, -1)).hasMessage("lag (-1) must not be negative.");
    assertThatThrownBy(() -> Budget.trials(0)).hasMessage("trials (0) must be positive.");
    assertThatThrownBy(() -> new Budget(null, null, -3, null))
        .hasMessage("epochs (-3) must be positive.");
    assertThatThrownBy(() -> new Budget(null, Duration.ZERO, null, null))
        .hasMessage("wallClock (PT0S) must be positive.");
  }

  @ParameterizedTest
  @CsvSource({"10,,,true", ",PT1M,10,true", ",,10,false"})
  void cachedResultsNeedALimitThatTheyCount(
      Integer trials, Duration wallClock, Integer epochs, boolean accepted) {
    Budget budget = new Budget(trials, wallClock, epochs, null);
    ThrowingCallable settings =
        () -> new StudySettings("a", 1, 1, 0, budget, true, TrialSeeds.NUMBER);

    if (accepted) {
      assertThatCode(settings).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(settings)
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageStartingWith("cache (true) needs a limit of budget.trials");
    }
  }

  @Test
  void thePluginIsFoundAndRegistersItsComponents() {
    List<String> registered = new ArrayList<>();
    PluginRegistry registry =
        new PluginRegistry() {
          @Override
          public <T> void component(
              ComponentKind<T> kind,
              String type,
              Class<? extends T> implementation,
              Class<? extends Record> config) {
            registered.add(kind + " " + type);
          }

          @Override
          public <T> void service(Class<T> service, Class<? extends T> implementation) {
            registered.add(service.getName());
          }

          @Override
          public <L extends LayerSpec> void layer(
              Class<L> layer, Class<? extends LayerImplementation<L>> implementation) {}
        };
    ServiceLoader.load(NasPlugin.class).stream()
        .filter(provider -> provider.type() == StudyPlugin.class)
        .forEach(provider -> provider.get().configure(registry));

    assertThat(registered)
        .containsExactly(
            "reward metric",
            "stopping learning-curve",
            "stopping median",
            "stopping none",
            "stopping patience",
            "stopping successive-halving",
            "stopping threshold",
            "evaluator hidden-architecture",
            "evaluator tabular",
            "org.espalier.nas.engine.table.TableLibrary");
  }
}
