package org.espalier.nas.searchspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.searchspace.hyperparameters.HyperparametersSearchSpace;
import org.espalier.nas.searchspace.hyperparameters.HyperparametersSettings;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;
import org.junit.jupiter.api.Test;

class SearchSpacesPluginTest {

  @Test
  void theServiceLoaderFindsThePlugin() {
    assertThat(ServiceLoader.load(NasPlugin.class))
        .hasAtLeastOneElementOfType(SearchSpacesPlugin.class);
  }

  @Test
  void theSearchSpacesAreRegistered() {
    PluginRegistry registry = mock(PluginRegistry.class);

    new SearchSpacesPlugin().configure(registry);

    verify(registry)
        .component(eq(ComponentKind.SEARCH_SPACE), eq("mlp"), eq(MlpSearchSpace.class), any());
    verify(registry)
        .component(
            eq(ComponentKind.SEARCH_SPACE),
            eq("hyperparameters"),
            eq(HyperparametersSearchSpace.class),
            eq(HyperparametersSettings.class));
  }

  @Test
  void everySettingIsDescribedAndHasTheDefaultOfThePublishedSpace() {
    MlpSettings published = MlpSettings.published();

    assertThat(MlpSettings.class.getRecordComponents())
        .allSatisfy(
            component -> {
              assertThat(component.getAnnotation(Description.class)).isNotNull();
              Object value = component.getAccessor().invoke(published);
              Default stated = component.getAnnotation(Default.class);
              assertThat(stated == null ? null : stated.value())
                  .isEqualTo(value == null ? null : value.toString());
            });
    assertThat(Arrays.stream(MlpSettings.class.getRecordComponents()).map(RecordComponent::getName))
        .containsExactly(
            "nodes", "activations", "dropout", "minLength", "maxLength", "dropoutPositions");
  }
}
