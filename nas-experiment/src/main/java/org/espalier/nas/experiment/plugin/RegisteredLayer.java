package org.espalier.nas.experiment.plugin;

import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;

/**
 * A layer that a plugin brings, with the class that builds it in a backend.
 *
 * @param layer record that describes it
 * @param implementation class that builds it
 * @param origin plugin that brings it
 */
record RegisteredLayer(
    Class<? extends LayerSpec> layer,
    Class<? extends LayerImplementation<?>> implementation,
    PluginOrigin origin) {}
