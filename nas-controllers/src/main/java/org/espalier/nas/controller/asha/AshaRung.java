package org.espalier.nas.controller.asha;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;

/** The trials that have been trained for the epochs of a rung. */
final class AshaRung {

  /**
   * A trial that reached the rung and has not been promoted.
   *
   * @param trial its number
   * @param architecture the trained architecture
   * @param reward the reward of the trial
   * @param kept true if the trial can be continued, false if it has to be trained from scratch
   */
  record Entry(int trial, Architecture architecture, double reward, boolean kept) {
    static final Comparator<Entry> BEST_FIRST =
        Comparator.comparingDouble(Entry::reward).reversed().thenComparing(Entry::trial);

    Entry dropped() {
      return new Entry(trial, architecture, reward, false);
    }
  }

  private final TreeSet<Entry> waiting = new TreeSet<>(Entry.BEST_FIRST);
  private final TreeSet<Entry> promoted = new TreeSet<>(Entry.BEST_FIRST);
  private final int keep;
  private int reached;

  AshaRung(int keep) {
    this.keep = keep;
  }

  /** Adds a trial that reached the rung. */
  void enter(int trial, Architecture architecture, double reward) {
    reached++;
    waiting.add(new Entry(trial, architecture, reward, true));
    // No other than the one that was pushed out of the best can have been kept until now.
    waiting.stream().skip(keep).limit(1).filter(Entry::kept).toList().forEach(this::drop);
  }

  /** Counts a failed trial, which raises the number of trials that may be promoted. */
  void enterFailed() {
    reached++;
  }

  private void drop(Entry entry) {
    waiting.remove(entry);
    waiting.add(entry.dropped());
  }

  /**
   * Removes and returns the best trial that is among the best ⌊reached / factor⌋ and has not been
   * promoted.
   */
  Optional<Entry> promote(int factor) {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    Entry best = waiting.first();
    if (promoted.headSet(best).size() >= reached / factor) {
      return Optional.empty();
    }
    waiting.remove(best);
    promoted.add(best);
    return Optional.of(best);
  }

  Stream<Integer> continuable() {
    return waiting.stream().limit(keep).filter(Entry::kept).map(Entry::trial);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(reached);
    write(out, promoted);
    write(out, waiting);
  }

  private static void write(DataOutputStream out, Set<Entry> entries) throws IOException {
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeInt(entry.trial());
      ArchitectureFormat.write(out, entry.architecture());
      out.writeDouble(entry.reward());
      out.writeBoolean(entry.kept());
    }
  }

  void read(DataInputStream in) throws IOException {
    reached = in.readInt();
    read(in, promoted);
    read(in, waiting);
  }

  private static void read(DataInputStream in, Set<Entry> entries) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      entries.add(
          new Entry(in.readInt(), ArchitectureFormat.read(in), in.readDouble(), in.readBoolean()));
    }
  }
}
