package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The implementations of layers that plugins registered, for injection into backends.
 *
 * @param classes by the record that describes the layer, in the order of registration
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record LayerImplementations(
    Map<Class<? extends LayerSpec>, Class<? extends LayerImplementation<?>>> classes) {

  /** Copies. */
  public LayerImplementations {
    classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
  }
}
