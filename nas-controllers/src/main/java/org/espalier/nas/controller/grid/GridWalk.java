package org.espalier.nas.controller.grid;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/**
 * Iteration over the points of a grid in lexicographic order, like an odometer whose wheels are
 * added as the space asks for them.
 */
final class GridWalk {
  private final SearchSpace space;
  private final Grid grid;
  private final List<Wheel> wheels = new ArrayList<>();
  private boolean begun;

  GridWalk(SearchSpace space, Grid grid) {
    this.space = space;
    this.grid = grid;
  }

  /** Returns the next point; empty if there are no more. */
  Optional<Architecture> next() {
    if (begun && !turn()) {
      return Optional.empty();
    }
    begun = true;
    return Optional.of(descend());
  }

  /** Advances the last wheel that is not at its end, and removes those behind it. */
  private boolean turn() {
    while (!wheels.isEmpty()) {
      Wheel last = wheels.remove(wheels.size() - 1);
      if (last.index() + 1 < last.values().size()) {
        wheels.add(new Wheel(last.before(), last.values(), last.index() + 1));
        return true;
      }
    }
    return false;
  }

  private Architecture descend() {
    Optional<Decision> decision = space.next(made());
    while (decision.isPresent()) {
      put(decision.get(), 0);
      decision = space.next(made());
    }
    return made();
  }

  private Architecture made() {
    return wheels.isEmpty() ? Architecture.empty() : wheels.get(wheels.size() - 1).made();
  }

  private void put(Decision decision, int index) {
    wheels.add(new Wheel(made(), grid.values(decision), index));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeBoolean(begun);
    out.writeInt(wheels.size());
    for (Wheel wheel : wheels) {
      out.writeInt(wheel.index());
    }
  }

  void read(DataInputStream in) throws IOException {
    begun = in.readBoolean();
    wheels.clear();
    int size = in.readInt();
    for (int depth = 0; depth < size; depth++) {
      int index = in.readInt();
      Decision asked =
          space
              .next(made())
              .orElseThrow(() -> new IOException("The space has no point as deep as " + size));
      int values = grid.values(asked).size();
      if (index < 0 || index >= values) {
        throw new IOException(
            "%s has %d values on the grid, none with the index %d."
                .formatted(asked.name(), values, index));
      }
      put(asked, index);
    }
  }

  /** One decision: the architecture before it, its possible values and the current one. */
  private record Wheel(Architecture before, List<Choice> values, int index) {
    Architecture made() {
      return before.with(values.get(index));
    }
  }
}
