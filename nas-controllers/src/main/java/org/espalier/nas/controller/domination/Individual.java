package org.espalier.nas.controller.domination;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;

/**
 * A member of a population.
 *
 * @param architecture its architecture
 * @param quality the result of its trial
 */
public record Individual(Architecture architecture, TrialQuality quality) {

  /** Writes individuals, as part of a snapshot. */
  public static void write(DataOutputStream out, List<Individual> individuals) throws IOException {
    out.writeInt(individuals.size());
    for (Individual individual : individuals) {
      ArchitectureFormat.write(out, individual.architecture());
      individual.quality().write(out);
    }
  }

  /** Reads written individuals. */
  public static List<Individual> read(DataInputStream in) throws IOException {
    List<Individual> individuals = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      individuals.add(new Individual(ArchitectureFormat.read(in), TrialQuality.read(in)));
    }
    return individuals;
  }

  /** Returns the number of feasible individuals that no other dominates. */
  public static int front(List<Individual> individuals) {
    ConstrainedRanking ranking = ranking(individuals);
    return (int)
        IntStream.range(0, individuals.size())
            .filter(i -> individuals.get(i).quality().isFeasible() && ranking.rank(i) == 0)
            .count();
  }

  /** Returns the ranking of individuals among each other. */
  public static ConstrainedRanking ranking(List<Individual> individuals) {
    return ConstrainedRanking.of(individuals.stream().map(Individual::quality).toList());
  }
}
