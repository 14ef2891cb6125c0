package org.espalier.nas.searchspace.cell;

import java.util.Objects;
import java.util.regex.Pattern;
import org.espalier.nas.api.network.LayerSpec;

/**
 * An operation between two hidden states of a cell.
 *
 * @param name the option in decisions, and a part of the names of nodes: letters, digits, {@code _}
 *     and {@code -}, the first a letter
 * @param kind the treatment of the operation in a cell
 * @param factory the source of its layer
 */
public record CellOperation(String name, Kind kind, Factory factory) {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

  /** Treatments of operations. */
  public enum Kind {
    /** It computes something of its input; drop-path applies to it. */
    COMPUTING,
    /** It passes its input on; drop-path never applies to it. */
    IDENTITY,
    /** It gives zeros whatever its input, which does not count as used. */
    ZERO
  }

  /** Source of the layer of an operation. */
  @FunctionalInterface
  public interface Factory {
    /**
     * Returns the layer.
     *
     * @param stride 2 where a reduction cell reads one of its inputs, else 1
     * @param channels the number of channels of its input and of its output, at least 2
     * @return a layer with one input, known to the backend or composed of known ones, that divides
     *     height and width by the stride, rounding up
     */
    LayerSpec layer(int stride, int channels);
  }

  /** Checks the name. */
  public CellOperation {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(factory);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name (%s) must be letters, digits, _ and -, the first a letter.".formatted(name));
    }
  }

  /** Returns an operation that computes something of its input. */
  public static CellOperation of(String name, Factory factory) {
    return new CellOperation(name, Kind.COMPUTING, factory);
  }

  /** Returns true if the operation reads its input. */
  boolean reads() {
    return kind != Kind.ZERO;
  }
}
