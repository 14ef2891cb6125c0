package org.espalier.nas.experiment.plugin;

import com.google.inject.TypeLiteral;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.trial.Fidelity;

/** A check that constructors ask only for what is available. */
public final class ConstructorDependencies {
  /** Types that every constructor may ask for, whatever the components. */
  public static final List<Class<?>> GIVEN =
      List.of(
          DownloadListener.class,
          RandomStreams.class,
          Fidelity.class,
          Objectives.class,
          RunFolder.class,
          ArtifactStore.class,
          LayerImplementations.class,
          EvaluatorSettings.class);

  /** Data that a constructor can do without. */
  public static final TypeLiteral<Optional<DatasetInfo>> OPTIONAL_DATA = new TypeLiteral<>() {};

  private final List<RegisteredComponent<?>> components;
  private final List<RegisteredService<?>> services;

  /** Creates a check against everything that is registered. */
  ConstructorDependencies(
      List<RegisteredComponent<?>> components, List<RegisteredService<?>> services) {
    this.components = components;
    this.services = services;
  }

  /** Returns the first dependency of a component that is not available; empty if there is none. */
  Optional<String> unmet(RegisteredComponent<?> component) {
    return unmet(component.implementation(), Optional.of(component.config()))
        .map(problem -> "the " + component.title() + " cannot be built: " + problem);
  }

  /** Returns the first dependency of a service that is not available; empty if there is none. */
  Optional<String> unmet(RegisteredService<?> service) {
    return unmet(service.implementation(), Optional.empty())
        .map(
            problem ->
                "the service %s cannot be built: %s"
                    .formatted(service.service().getSimpleName(), problem));
  }

  private Optional<String> unmet(
      Class<?> implementation, Optional<Class<? extends Record>> config) {
    return wanted(implementation)
        .filter(type -> !config.equals(Optional.of(type)) && !available(type))
        .findFirst()
        .map(type -> explanation(implementation, type, config));
  }

  private boolean available(Class<?> type) {
    return GIVEN.contains(type)
        || type == DatasetInfo.class
        || kinds().contains(type)
        || serviceTypes().contains(type);
  }

  private static Set<Class<?>> kinds() {
    return ComponentKind.all().stream()
        .map(ComponentKind::type)
        .filter(type -> type != StudyListener.class && type != ObjectiveFunction.class)
        .collect(Collectors.toSet());
  }

  private Set<Class<?>> serviceTypes() {
    return services.stream().map(RegisteredService::service).collect(Collectors.toSet());
  }

  private String explanation(
      Class<?> implementation, Class<?> type, Optional<Class<? extends Record>> config) {
    Optional<RegisteredComponent<?>> owner =
        components.stream().filter(other -> other.config() == type).findFirst();
    String problem =
        owner
            .map(
                other ->
                    "asks for %s, the settings of the %s; a component sees its own only."
                        .formatted(type.getSimpleName(), other.title()))
            .orElseGet(() -> "asks for %s, which nothing here provides.".formatted(type.getName()));
    return "%s %s It may ask for %s."
        .formatted(implementation.getName(), problem, String.join(", ", offer(config)));
  }

  private List<String> offer(Optional<Class<? extends Record>> config) {
    Stream<String> own =
        config.stream()
            .filter(type -> type.getRecordComponents().length > 0)
            .map(type -> type.getSimpleName() + " (its settings)");
    Stream<String> others =
        Stream.concat(
                Stream.concat(
                    Stream.concat(GIVEN.stream(), Stream.of(DatasetInfo.class)), kinds().stream()),
                serviceTypes().stream()
                    .filter(type -> type.getName().startsWith("org.espalier.nas.api.")))
            .map(ConstructorDependencies::name)
            .sorted();
    return Stream.concat(own, others).toList();
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }

  private static Stream<Class<?>> wanted(Class<?> implementation) {
    return Arrays.stream(implementation.getDeclaredConstructors())
        .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
        .map(Constructor::getGenericParameterTypes)
        .flatMap(Arrays::stream)
        .map(ConstructorDependencies::raw);
  }

  /** Returns the type that is asked for, directly, through a provider, or if there is data. */
  private static Class<?> raw(Type type) {
    if (type.equals(OPTIONAL_DATA.getType())) {
      return DatasetInfo.class;
    }
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == jakarta.inject.Provider.class
          ? raw(generic.getActualTypeArguments()[0])
          : raw(generic.getRawType());
    }
    return type instanceof Class<?> plain ? plain : Object.class;
  }
}
