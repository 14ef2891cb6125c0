package org.espalier.nas.api.plugin;

/**
 * The entry point of a plugin, found by {@link java.util.ServiceLoader}: its name stands in {@code
 * META-INF/services/org.espalier.nas.api.plugin.NasPlugin}.
 */
public interface NasPlugin {

  /** Registers the plugin's components. */
  void configure(PluginRegistry registry);
}
