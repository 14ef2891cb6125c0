package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The product of two inputs, element by element. The second may have one dimension, the size of the
 * first's last one: then each channel of the first is multiplied by its value.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Multiply() implements LayerSpec {

  @Override
  public TensorShape output(List<TensorShape> inputs) {
    if (inputs.size() != 2) {
      throw new IllegalArgumentException(
          "multiply takes two inputs, not %d.".formatted(inputs.size()));
    }
    TensorShape first = inputs.get(0);
    TensorShape second = inputs.get(1);
    boolean byChannel =
        second.rank() == 1
            && first.rank() > 0
            && first.dimensions().get(first.rank() - 1).equals(second.dimensions().get(0));
    if (!byChannel && !first.equals(second)) {
      throw new IllegalArgumentException(
          "multiply takes inputs of the same shape, or a second one with a value for each channel; not %s and %s."
              .formatted(first, second));
    }
    return first;
  }

  @Override
  public long parameters(List<TensorShape> inputs) {
    return 0;
  }

  @Override
  public long flops(List<TensorShape> inputs) {
    return output(inputs).size();
  }

  @Override
  public String label() {
    return "multiply";
  }
}
