package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The shape of one example's tensor, without the batch dimension.
 *
 * @param dimensions the sizes, all positive; empty for a scalar
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TensorShape(List<Integer> dimensions) {

  /** Checks and copies. */
  public TensorShape {
    dimensions = List.copyOf(dimensions);
    if (dimensions.stream().anyMatch(size -> size <= 0)) {
      throw new IllegalArgumentException("dimensions " + dimensions + " must be positive.");
    }
  }

  /** Returns the shape with these sizes. */
  public static TensorShape of(Integer... dimensions) {
    return new TensorShape(List.of(dimensions));
  }

  /** Returns the number of dimensions. */
  public int rank() {
    return dimensions.size();
  }

  /** Returns the number of values in a tensor of this shape. */
  public int size() {
    int size = 1;
    for (int dimension : dimensions) {
      size = Math.multiplyExact(size, dimension);
    }
    return size;
  }

  /** Returns the sizes joined by a cross: {@code 28×28}. */
  @Override
  public String toString() {
    return dimensions.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }
}
