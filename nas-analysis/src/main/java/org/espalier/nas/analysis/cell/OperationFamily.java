package org.espalier.nas.analysis.cell;

import java.util.List;
import java.util.Locale;
import org.espalier.nas.analysis.drawing.PaletteColor;

/** A kind of operations that have the same color, recognised by the usual names. */
enum OperationFamily {
  /** No connection. */
  NONE(PaletteColor.GRID, "none", "zero"),
  /** Poolings; before convolutions, because names may contain both. */
  POOL(PaletteColor.GREEN, "pool"),
  /** Convolutions. */
  CONVOLUTION(PaletteColor.BLUE, "conv", "sep", "dil"),
  /** The input itself. */
  IDENTITY(PaletteColor.MUTED, "identity", "skip"),
  /** All others. */
  OTHER(PaletteColor.SKY);

  private final PaletteColor color;
  private final List<String> parts;

  OperationFamily(PaletteColor color, String... parts) {
    this.color = color;
    this.parts = List.of(parts);
  }

  /** Returns the family of an operation. */
  static OperationFamily of(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    for (OperationFamily family : values()) {
      if (family.parts.stream().anyMatch(name::contains)) {
        return family;
      }
    }
    return OTHER;
  }

  /** Returns the color of boxes. */
  PaletteColor color() {
    return color;
  }
}
