package org.espalier.nas.experiment.plugin;

import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;

/**
 * A layer that a plugin brings, with the class by which a backend builds it.
 *
 * @param layer the record that describes it
 * @param implementation builds it
 * @param origin the plugin
 */
record RegisteredLayer(
    Class<? extends LayerSpec> layer,
    Class<? extends LayerImplementation<?>> implementation,
    PluginOrigin origin) {}
