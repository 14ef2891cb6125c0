package org.espalier.nas.controller.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/** The rewards told and the outstanding architectures, by canonical form. */
final class EvaluatedArchitectures {
  private final SearchSpace space;
  private final Map<Architecture, Double> rewards = new LinkedHashMap<>();
  private final Set<Architecture> outstanding = new LinkedHashSet<>();

  EvaluatedArchitectures(SearchSpace space) {
    this.space = space;
  }

  void propose(Architecture architecture) {
    outstanding.add(space.canonical(architecture));
  }

  /** Records a reward, or that there is none. */
  void tell(Architecture architecture, OptionalDouble reward) {
    Architecture key = space.canonical(architecture);
    outstanding.remove(key);
    reward.ifPresent(value -> rewards.put(key, value));
  }

  boolean awaitsResults() {
    return !outstanding.isEmpty();
  }

  /** Returns the architecture with its reward, if that is known. */
  Optional<RewardedArchitecture> scored(Architecture architecture) {
    return Optional.ofNullable(rewards.get(space.canonical(architecture)))
        .map(reward -> new RewardedArchitecture(architecture, reward));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(rewards.size());
    for (Map.Entry<Architecture, Double> entry : rewards.entrySet()) {
      RewardedArchitecture.write(out, new RewardedArchitecture(entry.getKey(), entry.getValue()));
    }
    out.writeInt(outstanding.size());
    for (Architecture architecture : outstanding) {
      ArchitectureFormat.write(out, architecture);
    }
  }

  void read(DataInputStream in) throws IOException {
    rewards.clear();
    outstanding.clear();
    for (int left = in.readInt(); left > 0; left--) {
      RewardedArchitecture scored = RewardedArchitecture.read(in);
      if (scored == null) {
        throw new IOException("A reward is missing.");
      }
      rewards.put(scored.architecture(), scored.reward());
    }
    for (int left = in.readInt(); left > 0; left--) {
      outstanding.add(ArchitectureFormat.read(in));
    }
  }
}
