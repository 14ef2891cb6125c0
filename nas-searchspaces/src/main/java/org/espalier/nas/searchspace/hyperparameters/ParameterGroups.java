package org.espalier.nas.searchspace.hyperparameters;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sets of parameters that depend on one another. */
final class ParameterGroups {
  private final ParameterSet set;
  private final int[] group;

  /** Creates groups of parameters none of which depends on another yet. */
  ParameterGroups(ParameterSet set) {
    this.set = set;
    this.group = new int[set.parameters().size()];
    Arrays.setAll(group, index -> index);
  }

  /**
   * Parameters that depend on one another.
   *
   * @param members the members in the order in which they are asked
   * @param constraints all constraints that name any of them
   */
  record Group(List<AskedParameter> members, List<ParameterConstraint> constraints) {
    Group {
      members = List.copyOf(members);
      constraints = List.copyOf(constraints);
    }

    /** Returns the index of a parameter among the members. */
    int place(AskedParameter parameter) {
      return members.indexOf(parameter);
    }
  }

  /** Joins the groups of these parameters, given by their index. */
  void join(List<Integer> indices) {
    int target = group[indices.get(0)];
    for (int index : indices) {
      int merged = group[index];
      for (int i = 0; i < group.length; i++) {
        group[i] = group[i] == merged ? target : group[i];
      }
    }
  }

  /** Returns all groups, in the order in which the first parameter of each is asked. */
  List<Group> groups() {
    Map<Integer, List<AskedParameter>> members =
        set.parameters().stream()
            .collect(
                Collectors.groupingBy(
                    parameter -> group[parameter.index()],
                    LinkedHashMap::new,
                    Collectors.toList()));
    return members.entrySet().stream()
        .map(entry -> new Group(entry.getValue(), constraints(entry.getKey())))
        .toList();
  }

  private List<ParameterConstraint> constraints(int of) {
    return set.constraints().stream()
        .filter(constraint -> group[constraint.symbols().get(0).index()] == of)
        .toList();
  }
}
