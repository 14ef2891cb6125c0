package org.espalier.nas.data;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.data.cache.FeatureCache;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DataPluginTest {
  private final Map<String, Class<?>> implementations = new LinkedHashMap<>();
  private final Map<String, Class<? extends Record>> settings = new LinkedHashMap<>();

  private final PluginRegistry registry =
      new PluginRegistry() {
        @Override
        public <T> void component(
            ComponentKind<T> kind,
            String type,
            Class<? extends T> implementation,
            Class<? extends Record> config) {
          assertThat(kind).isEqualTo(ComponentKind.DATASET);
          implementations.put(type, implementation);
          settings.put(type, config);
        }

        @Override
        public <T> void service(Class<T> service, Class<? extends T> implementation) {
          assertThat(service).isIn(PreparedDataCache.class, FeatureCache.class);
        }

        @Override
        public <L extends LayerSpec> void layer(
            Class<L> layer, Class<? extends LayerImplementation<L>> implementation) {}
      };

  @Test
  void thePluginIsFoundAndOffersTheDataSets() {
    assertThat(ServiceLoader.load(NasPlugin.class)).hasAtLeastOneElementOfType(DataPlugin.class);
    new DataPlugin().configure(registry);
    assertThat(implementations.keySet())
        .containsExactly(
            "csv",
            "catalogue",
            "cifar",
            "image-folder",
            "numpy",
            "moons",
            "spirals",
            "blobs",
            "xor",
            "informative",
            "random-labels",
            "discs",
            "friedman",
            "digit-images");
  }

  @Test
  void everyComponentHasOneInjectedConstructorAndADescription() {
    new DataPlugin().configure(registry);
    assertThat(implementations)
        .allSatisfy(
            (type, implementation) -> {
              List<Constructor<?>> injected =
                  Arrays.stream(implementation.getDeclaredConstructors())
                      .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
                      .toList();
              assertThat(injected).hasSize(1);
              assertThat(injected.get(0).getParameterTypes()).contains(settings.get(type));
              assertThat(implementation.getAnnotation(Description.class)).isNotNull();
            });
  }

  @Test
  void everySettingIsDescribed() {
    new DataPlugin().configure(registry);
    for (Class<? extends Record> type : settings.values()) {
      for (RecordComponent component : type.getRecordComponents()) {
        assertThat(component.getAnnotation(Description.class)).as("%s", component).isNotNull();
      }
    }
  }

  @Test
  void onlyFilesAndNamesMustBeGiven() {
    new DataPlugin().configure(registry);
    assertThat(required("csv")).containsExactly("file");
    assertThat(required("catalogue")).containsExactly("name");
    assertThat(required("cifar")).containsExactly("files");
    assertThat(required("image-folder")).containsExactly("folder");
    assertThat(required("numpy")).containsExactly("file");
    assertThat(required("digit-images")).isEmpty();
    assertThat(required("moons")).isEmpty();
  }

  private List<String> required(String type) {
    return Arrays.stream(settings.get(type).getRecordComponents())
        .filter(component -> component.getAnnotation(Default.class) == null)
        .filter(component -> component.getAnnotatedType().getAnnotation(Nullable.class) == null)
        .map(RecordComponent::getName)
        .toList();
  }
}
