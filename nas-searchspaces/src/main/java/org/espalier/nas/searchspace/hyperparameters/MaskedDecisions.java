package org.espalier.nas.searchspace.hyperparameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;

/**
 * The decisions about a set of parameters, one after the other, with values masked that cannot be
 * completed.
 */
final class MaskedDecisions {
  /** Maximum number of values to try for masking one decision. */
  private static final long MOST_VISITS = 500_000;

  private final ParameterSet set;

  /** The group of each parameter, in the order in which the parameters are asked. */
  private final List<Link> links;

  /**
   * The position of a parameter in its group; {@code constrained} is false if nothing has to be
   * masked.
   */
  private record Link(ConstraintSearch lookahead, int place, boolean constrained) {}

  MaskedDecisions(ParameterSet set) {
    this.set = set;
    List<ParameterGroups.Group> groups = set.constrained();
    List<ConstraintSearch> lookaheads =
        groups.stream().map(group -> new ConstraintSearch(group, MOST_VISITS)).toList();
    List<Link> found = new ArrayList<>();
    for (AskedParameter parameter : set.parameters()) {
      for (int i = 0; i < groups.size(); i++) {
        int place = groups.get(i).place(parameter);
        if (place >= 0) {
          boolean constrained = !groups.get(i).constraints().isEmpty();
          found.add(new Link(lookaheads.get(i), place, constrained));
        }
      }
    }
    this.links = List.copyOf(found);
  }

  /** Returns the parameters. */
  ParameterSet set() {
    return set;
  }

  /** Returns the next decision; empty if there is none left. */
  Optional<Decision> next(Architecture made) {
    double[] values = set.unasked();
    return next(set.read(made, values), values);
  }

  private Optional<Decision> next(int from, double[] values) {
    for (int place = from; place < links.size(); place++) {
      if (set.parameters().get(place).asked(values)) {
        return Optional.of(masked(place, values));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the decision about the parameter at this index.
   *
   * @param values the values of those before it; unchanged afterwards
   */
  Decision masked(int place, double[] values) {
    Link link = links.get(place);
    return link.constrained()
        ? link.lookahead().masked(link.place(), values)
        : set.parameters().get(place).decision();
  }

  /** Returns the first parameter on the way to an architecture whose valid values have gaps. */
  Optional<AskedParameter> gaps(Architecture architecture) {
    for (int length = 0; length < architecture.size(); length++) {
      double[] values = set.unasked();
      int place = set.read(architecture.prefix(length), values);
      while (!set.parameters().get(place).asked(values)) {
        place++;
      }
      Link link = links.get(place);
      if (link.constrained() && link.lookahead().leavesGaps(link.place(), values)) {
        return Optional.of(set.parameters().get(place));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns true if each constraint can be fulfilled together with those that it is linked with.
   */
  boolean satisfiable() {
    return links.stream()
        .filter(link -> link.constrained() && link.place() == 0)
        .allMatch(link -> link.lookahead().satisfiable(set.unasked()));
  }
}
