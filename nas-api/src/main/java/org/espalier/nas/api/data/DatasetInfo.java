package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.network.TensorShape;

/**
 * The properties of a data set that components use without its examples.
 *
 * @param name the display name
 * @param task the kind of prediction
 * @param input the shape of one example
 * @param features the inputs in row-major order of {@code input}
 * @param sizes the number of examples in each part, in the order of the parts
 * @param hash SHA-256 in hexadecimal over the prepared examples of all parts
 */
@API(status = MAINTAINED, since = "0.1")
public record DatasetInfo(
    String name,
    Task task,
    TensorShape input,
    List<Feature> features,
    Map<Part, Integer> sizes,
    String hash) {

  /** Checks and copies. */
  public DatasetInfo {
    Objects.requireNonNull(name);
    Objects.requireNonNull(task);
    Objects.requireNonNull(hash);
    features = List.copyOf(features);
    Map<Part, Integer> byPart = new EnumMap<>(Part.class);
    byPart.putAll(sizes);
    sizes = Collections.unmodifiableMap(byPart);
    if (features.size() != input.size()) {
      throw new IllegalArgumentException(
          "features ("
              + features.size()
              + ") must be as many as the input "
              + input
              + " has values.");
    }
  }
}
