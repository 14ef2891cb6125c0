package org.espalier.nas.engine.objective;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.engine.table.TableFacts;

/**
 * The least numbers of parameters and operations of the networks that begin with given decisions:
 * those of a table that states them, otherwise as the search space knows them.
 */
final class LeastQuantities {
  /** Size up to which the architectures of a table are listed to find their minima. */
  private static final BigInteger LISTED = BigInteger.valueOf(100_000);

  private final NetworkSearchSpace space;
  private final TableFacts table;
  private final Map<String, Map<Architecture, Double>> minima = new ConcurrentHashMap<>();

  LeastQuantities(NetworkSearchSpace space, TableFacts table) {
    this.space = space;
    this.table = table;
  }

  /**
   * Returns the least value of a quantity.
   *
   * @param quantity {@link NetworkCounts#PARAMETERS} or {@link NetworkCounts#FLOPS}
   * @return a lower bound, exact for complete architectures; empty, always or never, if none is
   *     known
   */
  OptionalDouble of(String quantity, Architecture made) {
    if (table.states(quantity)) {
      Double least = minima.computeIfAbsent(quantity, this::listed).get(made);
      return least == null ? OptionalDouble.empty() : OptionalDouble.of(least);
    }
    return space.minimumSize(made).stream()
        .mapToDouble(size -> (double) count(quantity, size))
        .findFirst();
  }

  /** Returns true if each value is that of a network that begins so. */
  boolean attained(String quantity) {
    return table.states(quantity) || space.attainsMinimumSize();
  }

  private static long count(String quantity, NetworkSize size) {
    return quantity.equals(NetworkCounts.FLOPS) ? size.flops() : size.parameters();
  }

  /** Returns the minimum of each prefix of an architecture; empty if there are too many. */
  private Map<Architecture, Double> listed(String quantity) {
    Map<Architecture, Double> least = new HashMap<>();
    if (space.count().filter(count -> count.compareTo(LISTED) <= 0).isPresent()) {
      NetworkCounts counts =
          quantity.equals(NetworkCounts.FLOPS)
              ? NetworkCounts.flops(space, table)
              : NetworkCounts.parameters(space, table);
      space
          .enumerate()
          .forEach(
              architecture -> {
                double value = counts.known(architecture).orElseThrow();
                for (int length = 0; length <= architecture.size(); length++) {
                  least.merge(architecture.prefix(length), value, Math::min);
                }
              });
    }
    return least;
  }
}
