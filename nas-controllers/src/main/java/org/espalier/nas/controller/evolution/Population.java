package org.espalier.nas.controller.evolution;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;

/** The members of the population, the oldest first. */
final class Population {
  private final int capacity;
  private final boolean aging;
  private final List<Member> members = new ArrayList<>();

  Population(int capacity, boolean aging) {
    this.capacity = capacity;
    this.aging = aging;
  }

  /** An architecture and its reward. */
  record Member(Architecture architecture, double reward) {}

  /** Adds a member; if there are too many then, removes the oldest, or the worst. */
  void add(Member youngest) {
    members.add(youngest);
    if (members.size() > capacity) {
      members.remove(aging ? 0 : worst());
    }
  }

  /** Returns the index of the worst member, of equal ones the oldest. */
  private int worst() {
    int worst = 0;
    for (int place = 1; place < members.size(); place++) {
      if (members.get(place).reward() < members.get(worst).reward()) {
        worst = place;
      }
    }
    return worst;
  }

  /** Returns the best of {@code size} members, each drawn from all. */
  Architecture tournament(int size, RandomGenerator random) {
    return random
        .ints(size, 0, members.size())
        .mapToObj(members::get)
        .max(Comparator.comparingDouble(Member::reward))
        .orElseThrow()
        .architecture();
  }

  List<Member> members() {
    return List.copyOf(members);
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(members.size());
    for (Member member : members) {
      ArchitectureFormat.write(out, member.architecture());
      out.writeDouble(member.reward());
    }
  }

  void read(DataInputStream in) throws IOException {
    members.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      members.add(new Member(ArchitectureFormat.read(in), in.readDouble()));
    }
  }
}
