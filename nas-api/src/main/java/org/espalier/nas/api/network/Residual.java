package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A residual block (He et al. 2016): activation(body(x) + shortcut(x)).
 *
 * @param body the layers of the residual branch, in order, at least one
 * @param shortcut the layers of the shortcut branch, such as a projection where the body changes
 *     the shape; empty for the input itself
 * @param activation applied to the sum
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Residual(List<LayerSpec> body, List<LayerSpec> shortcut, Activation activation)
    implements LayerSpec {

  /** Copies. */
  public Residual {
    Objects.requireNonNull(activation);
    body = List.copyOf(body);
    shortcut = List.copyOf(shortcut);
    if (body.isEmpty()) {
      throw new IllegalArgumentException("body must hold at least one layer.");
    }
  }

  /** Returns x + body(x), whose body keeps the shape. */
  public static Residual of(LayerSpec... body) {
    return new Residual(List.of(body), List.of(), Activation.LINEAR);
  }

  @Override
  public TensorShape output(TensorShape input) {
    TensorShape given = Chain.output(input, body);
    TensorShape added = Chain.output(input, shortcut);
    if (!given.equals(added)) {
      throw new IllegalArgumentException(
          "body (%s) gives the shape %s and shortcut (%s) the shape %s; they must be the same. Maybe a Dense layer is missing in the shortcut."
              .formatted(labels(body), given, labels(shortcut), added));
    }
    return given;
  }

  @Override
  public long parameters(TensorShape input) {
    return Math.addExact(
        Chain.sum(input, body, LayerSpec::parameters),
        Chain.sum(input, shortcut, LayerSpec::parameters));
  }

  @Override
  public long flops(TensorShape input) {
    long ways =
        Math.addExact(
            Chain.sum(input, body, LayerSpec::flops), Chain.sum(input, shortcut, LayerSpec::flops));
    return Math.addExact(ways, output(input).size());
  }

  @Override
  public long activations(TensorShape input) {
    long ways =
        Math.addExact(
            Chain.sum(input, body, LayerSpec::activations),
            Chain.sum(input, shortcut, LayerSpec::activations));
    return Math.addExact(ways, output(input).size());
  }

  /** Returns this block with the parts of composed layers in their place, at any depth. */
  Residual expanded(TensorShape input) {
    return new Residual(Chain.expanded(input, body), Chain.expanded(input, shortcut), activation);
  }

  @Override
  public String label() {
    String ways = shortcut.isEmpty() ? labels(body) : labels(body) + " + " + labels(shortcut);
    return "residual(" + ways + ", " + activation + ")";
  }

  private static String labels(List<LayerSpec> layers) {
    return layers.stream().map(LayerSpec::label).collect(Collectors.joining(", ", "[", "]"));
  }
}
