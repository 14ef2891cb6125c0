package org.espalier.nas.experiment.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out whether something that was thrown while a search ran is the fault of a plugin. */
final class FaultFinder {
  /** An {@link AbstractMethodError} is thrown where the method is called, not in the plugin. */
  private static final Pattern RECEIVER = Pattern.compile("Receiver class (\\S+) ");

  private final List<RegisteredComponent<?>> components;
  private final List<PluginOrigin> plugins;

  FaultFinder(List<RegisteredComponent<?>> components, List<PluginOrigin> origins) {
    this.components = components;
    this.plugins = origins.stream().filter(origin -> !origin.builtIn()).toList();
  }

  /** The jar or folder of the plugin whose fault it is; empty if it is that of none. */
  Optional<String> culprit(Throwable thrown) {
    Throwable cause = PluginFailure.cause(thrown);
    return Arrays.stream(cause.getStackTrace())
        .map(StackTraceElement::getClassLoaderName)
        .filter(loader -> plugins.stream().anyMatch(plugin -> plugin.location().equals(loader)))
        .findFirst()
        .or(() -> receivers(cause).flatMap(this::owner).findFirst());
  }

  private static Stream<String> receivers(Throwable cause) {
    Matcher matcher = RECEIVER.matcher(String.valueOf(cause.getMessage()));
    return cause instanceof AbstractMethodError && matcher.find()
        ? Stream.of(matcher.group(1))
        : Stream.empty();
  }

  private Stream<String> owner(String className) {
    return components.stream()
        .filter(component -> !component.origin().builtIn())
        .filter(component -> has(component.implementation().getClassLoader(), className))
        .map(component -> component.origin().location());
  }

  private static boolean has(ClassLoader loader, String className) {
    try {
      return Class.forName(className, false, loader).getClassLoader() == loader;
    } catch (ClassNotFoundException | LinkageError unknown) {
      return false;
    }
  }
}
