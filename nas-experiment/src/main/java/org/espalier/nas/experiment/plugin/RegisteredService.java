package org.espalier.nas.experiment.plugin;

/**
 * A service that components of one study share.
 *
 * @param <T> what constructors ask for
 * @param service the type that constructors ask for
 * @param implementation the class that is built by injection
 * @param origin the plugin that brought it
 */
public record RegisteredService<T>(
    Class<T> service, Class<? extends T> implementation, PluginOrigin origin) {}
