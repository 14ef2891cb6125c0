package org.espalier.nas.searchspace.nasbench101;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;

/**
 * The decisions of a module: each edge, by the vertex that it enters, then the operation of each
 * inner vertex on a path from the input to the output.
 *
 * <p>Edges are masked so that there are not too many, and a path joins input and output.
 */
final class ModuleDecisions {
  private static final int NO = 0;
  private static final int YES = 1;

  private final int vertices;
  private final int most;
  private final List<Decision> edges = new ArrayList<>();
  private final List<Decision> operations = new ArrayList<>();

  ModuleDecisions(NasBench101Settings settings) {
    vertices = settings.vertices();
    most = settings.edges();
    Categorical option = Categorical.of(List.of("no", "yes"));
    Categorical labels =
        Categorical.of(VertexOperation.all().stream().map(VertexOperation::label).toList());
    for (int to = 1; to < vertices; to++) {
      for (int from = 0; from < to; from++) {
        edges.add(new Decision("edge " + from + "-" + to, option));
      }
    }
    for (int vertex = 1; vertex < vertices - 1; vertex++) {
      operations.add(new Decision("vertex " + vertex, labels));
    }
  }

  List<Decision> all() {
    List<Decision> all = new ArrayList<>(edges);
    all.addAll(operations);
    return List.copyOf(all);
  }

  Optional<Decision> next(Architecture made) {
    int joined = edges(made);
    if (made.size() < edges.size()) {
      return Optional.of(masked(edges.get(made.size()), made.size(), joined));
    }
    int used = ModuleGraph.used(joined, vertices);
    return IntStream.range(1, vertices - 1)
        .filter(vertex -> ((used >> vertex) & 1) == 1)
        .skip(made.size() - (long) edges.size())
        .mapToObj(vertex -> operations.get(vertex - 1))
        .findFirst();
  }

  private Decision masked(Decision decision, int index, int before) {
    int count = Integer.bitCount(before);
    int firstOfOutput = ModuleGraph.pairs(vertices - 1);
    boolean no = true;
    boolean yes;
    if (index < firstOfOutput) {
      yes = count + 1 < most;
    } else {
      int from = index - firstOfOutput;
      int reached = ModuleGraph.reached(before, vertices - 1);
      boolean joined = ((before >> firstOfOutput) & reached) != 0;
      boolean later = (reached >> (from + 1)) != 0;
      boolean leadsOn = ((reached >> from) & 1) == 1;
      no = joined || later;
      yes = count + 1 <= most && (joined || leadsOn || (later && count + 2 <= most));
    }
    List<Integer> allowed = no && yes ? List.of(NO, YES) : List.of(no ? NO : YES);
    return allowed.size() == 2
        ? decision
        : new Decision(decision.name(), ((Categorical) decision.domain()).allowing(allowed));
  }

  /** Returns the edges decided, as bits. */
  int edges(Architecture made) {
    int bits = 0;
    List<Choice> choices = made.choices();
    for (int i = 0; i < Math.min(choices.size(), edges.size()); i++) {
      bits |= (int) choices.get(i).number() << i;
    }
    return bits;
  }

  /** Returns the pruned module of a complete architecture. */
  ModuleGraph module(Architecture architecture) {
    return ModuleGraph.pruned(
        edges(architecture),
        vertices,
        architecture.choices().stream()
            .skip(edges.size())
            .map(choice -> VertexOperation.all().get((int) choice.number()))
            .toList());
  }

  /** Returns the architecture of a pruned module, whose inner vertices come first. */
  Architecture architecture(ModuleGraph module) {
    int inner = module.vertices() - 2;
    int bits = module.edges() & ((1 << ModuleGraph.pairs(inner + 1)) - 1);
    int entering = module.edges() >> ModuleGraph.pairs(inner + 1);
    return architecture(
        bits | (entering << ModuleGraph.pairs(vertices - 1)),
        IntStream.rangeClosed(1, inner).boxed().toList(),
        module.operations());
  }

  /**
   * Returns an architecture.
   *
   * @param used the inner vertices on a path from the input to the output, in order
   * @param labels their operations
   */
  Architecture architecture(int bits, List<Integer> used, List<VertexOperation> labels) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      choices.add(edges.get(i).choose((bits >> i) & 1));
    }
    for (int i = 0; i < used.size(); i++) {
      choices.add(operations.get(used.get(i) - 1).choose(labels.get(i).index()));
    }
    return new Architecture(choices);
  }
}
