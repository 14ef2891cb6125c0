package org.espalier.nas.controller.grid;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/**
 * The points of a grid, one of each set of points that mean the same network.
 *
 * <p>It is the canonical point if that is on the grid, so that nothing has to be remembered, else
 * the first.
 */
final class DistinctPoints {
  private final SearchSpace space;
  private final Grid grid;
  private final GridWalk walk;
  private final Set<Architecture> offGrid = new LinkedHashSet<>();

  DistinctPoints(SearchSpace space, Grid grid) {
    this.space = space;
    this.grid = grid;
    this.walk = new GridWalk(space, grid);
  }

  Optional<Architecture> next() {
    Optional<Architecture> point = walk.next();
    while (point.isPresent() && !stands(point.get())) {
      point = walk.next();
    }
    return point;
  }

  private boolean stands(Architecture point) {
    Architecture canonical = space.canonical(point);
    return canonical.equals(point) || (!grid.holds(canonical) && offGrid.add(canonical));
  }

  void write(DataOutputStream out) throws IOException {
    walk.write(out);
    out.writeInt(offGrid.size());
    for (Architecture architecture : offGrid) {
      ArchitectureFormat.write(out, architecture);
    }
  }

  void read(DataInputStream in) throws IOException {
    walk.read(in);
    offGrid.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      offGrid.add(ArchitectureFormat.read(in));
    }
  }
}
