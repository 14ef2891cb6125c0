package org.espalier.nas.controller.evolution;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.controller.domination.Individual;

/** The members of the population, the oldest first. */
final class Population {
  private final int capacity;
  private final boolean aging;
  private final List<Individual> members = new ArrayList<>();

  Population(int capacity, boolean aging) {
    this.capacity = capacity;
    this.aging = aging;
  }

  /** Adds a member; if there are too many then, removes the oldest, or the worst. */
  void add(Individual youngest) {
    members.add(youngest);
    if (members.size() > capacity) {
      members.remove(aging ? 0 : worst());
    }
  }

  /** Returns the index of the worst member, of equal ones the oldest. */
  private int worst() {
    List<Individual> youngestFirst = new ArrayList<>(members);
    Collections.reverse(youngestFirst);
    List<Integer> order = Individual.ranking(youngestFirst).bestFirst();
    return members.size() - 1 - order.get(order.size() - 1);
  }

  /** Returns the best of {@code size} members, each drawn from all; of equal ones the first. */
  Architecture tournament(int size, RandomGenerator random) {
    List<Individual> drawn = random.ints(size, 0, members.size()).mapToObj(members::get).toList();
    return drawn.get(Individual.ranking(drawn).best()).architecture();
  }

  List<Individual> members() {
    return List.copyOf(members);
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  void write(DataOutputStream out) throws IOException {
    Individual.write(out, members);
  }

  void read(DataInputStream in) throws IOException {
    members.clear();
    members.addAll(Individual.read(in));
  }
}
