package org.espalier.nas.experiment.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.espalier.nas.api.plugin.NasPlugin;

/** A loader of plugins, each in its own class loader. */
final class PluginLoader {
  private final ApiClassLoader api;
  private final ApiClassLoader tensorFlow;
  private final PluginFailure failure;

  PluginLoader(ApiClassLoader api) {
    this.api = api;
    this.tensorFlow = api.withTensorFlow();
    this.failure = new PluginFailure(api);
  }

  /**
   * Creates the plugins of a jar or sub-folder.
   *
   * @throws PluginRefusedException if it is invalid
   */
  List<NasPlugin> load(PluginSource source) {
    PluginJar jar = pluginJar(source);
    jar.requireCompatible();
    URLClassLoader loader =
        new URLClassLoader(source.name(), urls(source), jar.asksForTensorFlow() ? tensorFlow : api);
    List<NasPlugin> plugins = new ArrayList<>();
    for (String name : jar.pluginClasses()) {
      plugins.add(instance(name, loader));
    }
    return plugins;
  }

  private static PluginJar pluginJar(PluginSource source) {
    List<PluginJar> jars = source.jars().stream().map(PluginJar::read).toList();
    List<PluginJar> plugins = jars.stream().filter(PluginJar::isPlugin).toList();
    if (plugins.size() > 1) {
      throw new PluginRefusedException(
          "several of its jars are plugins (%s); give each a folder of its own."
              .formatted(
                  source.jars().stream()
                      .filter(file -> PluginJar.read(file).isPlugin())
                      .map(file -> String.valueOf(file.getFileName()))
                      .collect(Collectors.joining(", "))));
    }
    if (plugins.isEmpty()) {
      throw new PluginRefusedException(
          jars.stream().anyMatch(PluginJar::isMarked)
              ? "it lacks %s, by which its plugin is found; add that file with the name of the class that implements NasPlugin."
                  .formatted(PluginJar.SERVICE)
              : "it is no plugin, for it lacks %s; put a library into a sub-folder with the plugin that uses it."
                  .formatted(PluginJar.SERVICE));
    }
    return plugins.get(0);
  }

  private static URL[] urls(PluginSource source) {
    List<URL> urls = new ArrayList<>();
    for (Path file : source.jars()) {
      try {
        urls.add(file.toUri().toURL());
      } catch (MalformedURLException error) {
        throw new PluginRefusedException(file + " cannot be addressed.", error);
      }
    }
    return urls.toArray(URL[]::new);
  }

  private NasPlugin instance(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      requireShape(type);
      Constructor<?> constructor = type.getConstructor();
      return (NasPlugin) constructor.newInstance();
    } catch (ClassNotFoundException error) {
      throw new PluginRefusedException(
          "%s names %s, which is not in the jar; mend the name, or add the class."
              .formatted(PluginJar.SERVICE, name),
          error);
    } catch (NoSuchMethodException error) {
      throw new PluginRefusedException(
          "%s cannot be made; give it a public constructor without parameters.".formatted(name),
          error);
    } catch (PluginRefusedException refused) {
      throw refused;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError error) {
      throw new PluginRefusedException(
          "%s cannot be made: %s".formatted(name, failure.reason(error)), error);
    }
  }

  private static void requireShape(Class<?> type) {
    if (!NasPlugin.class.isAssignableFrom(type)) {
      throw new PluginRefusedException(
          "%s does not implement NasPlugin; name the class that does in %s."
              .formatted(type.getName(), PluginJar.SERVICE));
    }
    if (Modifier.isAbstract(type.getModifiers()) || !Modifier.isPublic(type.getModifiers())) {
      throw new PluginRefusedException(
          "%s cannot be made; it must be a public class that is not abstract."
              .formatted(type.getName()));
    }
  }

  /** Returns the explanation of failures in code of plugins. */
  PluginFailure failure() {
    return failure;
  }
}
