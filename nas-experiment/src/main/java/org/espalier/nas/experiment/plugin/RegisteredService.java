package org.espalier.nas.experiment.plugin;

/**
 * A service that the components of a study share.
 *
 * @param <T> type that constructors ask for
 * @param service type that constructors ask for
 * @param implementation class that is built by injection
 * @param origin plugin that brings it
 */
public record RegisteredService<T>(
    Class<T> service, Class<? extends T> implementation, PluginOrigin origin) {}
