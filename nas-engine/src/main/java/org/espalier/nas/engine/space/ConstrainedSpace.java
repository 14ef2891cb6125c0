package org.espalier.nas.engine.space;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;

/**
 * A search space of networks without those that violate constraints: options from which no feasible
 * network can be reached are masked.
 *
 * <p>Every feasible architecture of the whole space is one of this space. Infeasible ones are left
 * where {@link FeasibleChoices} cannot exclude them: between the ends of a range, or if the bounds
 * on prefixes are not tight and its search ends early.
 */
public final class ConstrainedSpace implements NetworkSearchSpace {
  /** Number of prefixes whose masks are kept. */
  private static final int KEPT = 50_000;

  /** Size up to which this space is counted. */
  private static final int COUNTED = 20_000;

  private static final long NOT_COUNTED = -1;

  /** Draws from the whole space before the feasible architectures are listed. */
  private static final int DRAWS = 1_000;

  private final NetworkSearchSpace whole;
  private final Predicate<Architecture> feasible;
  private final FeasibleChoices choices;
  private final Map<Architecture, Decision> masked = new ConcurrentHashMap<>();

  /** Number of architectures, or one more than {@link #COUNTED} if there are more. */
  private volatile long counted = NOT_COUNTED;

  /**
   * Creates the space.
   *
   * @param whole the space without constraints
   * @param feasible returns true if a complete architecture is feasible, and false for a prefix
   *     only if none that begins with it is
   * @param exact true if {@code feasible} returns false for all prefixes with which no feasible
   *     architecture begins, so that there is no need to look ahead
   */
  public ConstrainedSpace(
      NetworkSearchSpace whole, Predicate<Architecture> feasible, boolean exact) {
    this.whole = whole;
    this.feasible = feasible;
    this.choices = new FeasibleChoices(whole, feasible, exact);
  }

  /** Returns the space without constraints. */
  public NetworkSearchSpace whole() {
    return whole;
  }

  /** Returns false if there is no feasible architecture. */
  public boolean satisfiable() {
    return choices.reachable(Architecture.empty());
  }

  @Override
  public List<Decision> decisions() {
    return whole.decisions();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    Decision known = masked.get(made);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Decision> next = whole.next(made).map(decision -> choices.masked(made, decision));
    if (masked.size() >= KEPT) {
      masked.clear();
    }
    next.ifPresent(decision -> masked.put(made, decision));
    return next;
  }

  @Override
  public boolean contains(Architecture architecture) {
    return whole.contains(architecture)
        && (feasible.test(architecture) || NetworkSearchSpace.super.contains(architecture));
  }

  /** Returns the representative in the whole space, or the architecture if that is not in this. */
  @Override
  public Architecture canonical(Architecture architecture) {
    Architecture representative = whole.canonical(architecture);
    return contains(representative) ? representative : architecture;
  }

  /**
   * Returns the number of architectures; empty if there are more than {@value #COUNTED}, which are
   * not counted.
   */
  @Override
  public Optional<BigInteger> count() {
    if (whole.count().isEmpty()) {
      return Optional.empty();
    }
    if (counted == NOT_COUNTED) {
      counted = enumerate().limit(COUNTED + 1L).count();
    }
    return counted > COUNTED ? Optional.empty() : Optional.of(BigInteger.valueOf(counted));
  }

  /**
   * Draws an architecture, each equally likely, except in a space of more than {@value #COUNTED} in
   * which {@value #DRAWS} draws from the whole space find none: then each decision is answered
   * uniformly.
   */
  @Override
  public Architecture sampleUniformly(RandomGenerator random) {
    for (int draw = 0; draw < DRAWS; draw++) {
      Architecture drawn = whole.sampleUniformly(random);
      if (contains(drawn)) {
        return drawn;
      }
    }
    return count()
        .map(count -> enumerate().skip(random.nextLong(count.longValueExact())).findFirst())
        .orElseGet(() -> Optional.of(sample(random)))
        .orElseThrow();
  }

  @Override
  public boolean adjacent(Choice present, Choice other) {
    return whole.adjacent(present, other);
  }

  @Override
  public Map<String, Architecture> named() {
    Map<String, Architecture> named = new LinkedHashMap<>(whole.named());
    named.values().removeIf(architecture -> !contains(architecture));
    return named;
  }

  @Override
  public Optional<Architecture> parse(List<String> texts) {
    return whole.parse(texts).filter(this::contains);
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    return whole.lower(architecture);
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return whole.layerTypes();
  }

  @Override
  public Optional<NetworkSize> minimumSize(Architecture made) {
    return whole.minimumSize(made);
  }

  @Override
  public boolean attainsMinimumSize() {
    return whole.attainsMinimumSize();
  }

  @Override
  public Map<String, CellGraph> cells(Architecture architecture) {
    return whole.cells(architecture);
  }
}
