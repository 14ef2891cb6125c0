package org.espalier.nas.experiment.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A search for the plugin that caused a throwable during a search. */
final class FaultFinder {
  /** An {@link AbstractMethodError} is thrown where the method is called, not in the plugin. */
  private static final Pattern RECEIVER = Pattern.compile("Receiver class (\\S+) ");

  private final List<RegisteredComponent<?>> components;
  private final List<PluginOrigin> plugins;

  FaultFinder(List<RegisteredComponent<?>> components, List<PluginOrigin> origins) {
    this.components = components;
    this.plugins = origins.stream().filter(origin -> !origin.builtIn()).toList();
  }

  /** Returns the plugin that caused it; empty if no plugin did. */
  Optional<Fault> find(Throwable thrown) {
    Throwable cause = PluginFailure.cause(thrown);
    return Arrays.stream(cause.getStackTrace())
        .filter(frame -> isPlugin(frame.getClassLoaderName()))
        .findFirst()
        .map(
            frame ->
                new Fault(
                    String.valueOf(frame.getClassLoaderName()),
                    frame.getClassName() + "." + frame.getMethodName()))
        .or(() -> receiver(cause).flatMap(this::owned));
  }

  private boolean isPlugin(@Nullable String loader) {
    return plugins.stream().anyMatch(plugin -> plugin.location().equals(loader));
  }

  private static Optional<String> receiver(Throwable cause) {
    Matcher matcher = RECEIVER.matcher(String.valueOf(cause.getMessage()));
    return cause instanceof AbstractMethodError && matcher.find()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  private Optional<Fault> owned(String className) {
    return components.stream()
        .filter(component -> !component.origin().builtIn())
        .filter(component -> has(component.implementation().getClassLoader(), className))
        .map(component -> new Fault(component.origin().location(), className))
        .findFirst();
  }

  private static boolean has(ClassLoader loader, String className) {
    try {
      return Class.forName(className, false, loader).getClassLoader() == loader;
    } catch (ClassNotFoundException | LinkageError unknown) {
      return false;
    }
  }
}
