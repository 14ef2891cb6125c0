package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** The concatenation of inputs along the last dimension, in which alone their shapes may differ. */
@API(status = EXPERIMENTAL, since = "0.1")
public record Concat() implements LayerSpec {

  @Override
  public TensorShape output(List<TensorShape> inputs) {
    if (inputs.isEmpty() || inputs.get(0).rank() == 0) {
      throw new IllegalArgumentException(
          "concat takes inputs of at least one dimension, not %s.".formatted(inputs));
    }
    List<Integer> front = front(inputs.get(0));
    int last = 0;
    for (TensorShape input : inputs) {
      if (input.rank() == 0 || !front(input).equals(front)) {
        throw new IllegalArgumentException(
            "concat takes inputs that differ in the last dimension only, not %s."
                .formatted(inputs));
      }
      last = Math.addExact(last, input.dimensions().get(input.rank() - 1));
    }
    List<Integer> dimensions = new ArrayList<>(front);
    dimensions.add(last);
    return new TensorShape(dimensions);
  }

  private static List<Integer> front(TensorShape shape) {
    return shape.dimensions().subList(0, shape.rank() - 1);
  }

  @Override
  public long parameters(List<TensorShape> inputs) {
    return 0;
  }

  @Override
  public long flops(List<TensorShape> inputs) {
    return 0;
  }

  @Override
  public String label() {
    return "concat";
  }
}
