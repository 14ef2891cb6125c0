package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The entry point of a plugin, found by {@link java.util.ServiceLoader}. The class is public, has a
 * public constructor without parameters, and is named in {@code
 * META-INF/services/org.espalier.nas.api.plugin.NasPlugin}. The jar's manifest names the version
 * that it was built against, as {@link ApiVersion#MANIFEST_ATTRIBUTE}.
 */
@API(status = MAINTAINED, since = "0.1")
public interface NasPlugin {

  /**
   * Registers the plugin's components, and does nothing else. Called once, when the plugin is
   * loaded; if it throws, the whole plugin is rejected.
   *
   * @param registry the registry, for use during this call only
   */
  void configure(PluginRegistry registry);
}
