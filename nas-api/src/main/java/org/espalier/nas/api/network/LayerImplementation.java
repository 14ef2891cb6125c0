package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A class with which a backend builds the layers of one record. Each backend has its own interface
 * that extends this one; that of TensorFlow is {@code org.espalier.nas.tf.layer.LayerBuilder}.
 *
 * @param <L> the record
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface LayerImplementation<L extends LayerSpec> {}
