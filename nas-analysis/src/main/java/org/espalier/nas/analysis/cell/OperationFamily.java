package org.espalier.nas.analysis.cell;

import java.util.Locale;
import java.util.regex.Pattern;
import org.espalier.nas.analysis.drawing.PaletteColor;

/** A kind of operations that have the same color, recognised by the usual names. */
enum OperationFamily {
  /** No connection. */
  NONE(PaletteColor.GRID, "none|zero"),
  /** Poolings. */
  POOL(PaletteColor.GREEN, "pool"),
  /** Convolutions. */
  CONVOLUTION(PaletteColor.BLUE, "conv|sep|dil"),
  /** The input itself. */
  IDENTITY(PaletteColor.MUTED, "identity|skip"),
  /** All others. */
  OTHER(PaletteColor.SKY, "");

  private final PaletteColor color;
  private final Pattern names;

  OperationFamily(PaletteColor color, String names) {
    this.color = color;
    this.names = Pattern.compile(names);
  }

  /** Returns the family of an operation. */
  static OperationFamily of(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    for (OperationFamily family : values()) {
      if (family.names.matcher(name).find()) {
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
