package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The entry point of a plugin, found by {@link java.util.ServiceLoader}: its name stands in {@code
 * META-INF/services/org.espalier.nas.api.plugin.NasPlugin}, it is public and has a public
 * constructor without parameters. The jar's manifest says by {@link ApiVersion#MANIFEST_ATTRIBUTE}
 * what it was built against.
 */
@API(status = MAINTAINED, since = "0.1")
public interface NasPlugin {

  /**
   * Registers the plugin's components, and does nothing else. Called once, when the plugin is
   * loaded; if it throws, the plugin is refused as a whole.
   *
   * @param registry where to; not to be kept
   */
  void configure(PluginRegistry registry);
}
