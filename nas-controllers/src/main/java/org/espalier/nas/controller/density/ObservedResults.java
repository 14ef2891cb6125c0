package org.espalier.nas.controller.density;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;

/** The results told so far, in the order in which they were told. */
public final class ObservedResults {
  private final DensityAxes axes;
  private final List<Architecture> architectures = new ArrayList<>();
  private final List<double[]> coordinates = new ArrayList<>();
  private final List<Double> rewards = new ArrayList<>();

  /** Creates an empty list of results. */
  public ObservedResults(DensityAxes axes) {
    this.axes = axes;
  }

  /**
   * Adds a result.
   *
   * @param architecture a complete architecture
   * @param reward the reward, higher is better; negative infinity for a failed trial
   */
  public void add(Architecture architecture, double reward) {
    architectures.add(architecture);
    coordinates.add(axes.coordinates(architecture));
    rewards.add(reward);
  }

  /** {@return the number of results} */
  public int size() {
    return rewards.size();
  }

  /**
   * Splits the results by reward.
   *
   * @param good number of results in the better part; of equal ones the earlier are better
   * @return the coordinates of both parts, each in the order in which they were told
   */
  public Split split(int good) {
    List<Integer> ranked =
        IntStream.range(0, size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> rewards.get(i)).reversed())
            .toList();
    return new Split(part(ranked.subList(0, good)), part(ranked.subList(good, size())));
  }

  private List<double[]> part(List<Integer> numbers) {
    return numbers.stream().sorted().map(coordinates::get).toList();
  }

  /**
   * The coordinates of the better and the worse results.
   *
   * @param good coordinates of the better results
   * @param bad coordinates of the other results
   */
  public record Split(List<double[]> good, List<double[]> bad) {}

  /** Writes all results, as part of a snapshot. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(size());
    for (int i = 0; i < size(); i++) {
      ArchitectureFormat.write(out, architectures.get(i));
      out.writeDouble(rewards.get(i));
    }
  }

  /** Replaces all results by the written ones. */
  public void read(DataInputStream in) throws IOException {
    architectures.clear();
    coordinates.clear();
    rewards.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      add(ArchitectureFormat.read(in), in.readDouble());
    }
  }
}
