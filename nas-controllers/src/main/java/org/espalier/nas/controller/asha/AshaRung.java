package org.espalier.nas.controller.asha;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.controller.domination.ConstrainedRanking;
import org.espalier.nas.controller.domination.TrialQuality;

/** The trials that have been trained for the epochs of a rung. */
final class AshaRung {

  /**
   * A trial that reached the rung and has not been promoted.
   *
   * @param trial its number
   * @param architecture the trained architecture
   * @param quality the values of the trial, feasible
   * @param kept true if the trial can be continued, false if it has to be trained from scratch
   */
  record Entry(int trial, Architecture architecture, TrialQuality quality, boolean kept) {
    /** Order of entries with one loss; those of several are ordered by their ranking. */
    static final Comparator<Entry> LEAST_LOSS_FIRST =
        Comparator.<Entry>comparingDouble(entry -> entry.quality().losses().get(0))
            .thenComparing(Entry::trial);

    Entry dropped() {
      return new Entry(trial, architecture, quality, false);
    }
  }

  private Comparator<Entry> order = Entry.LEAST_LOSS_FIRST;
  private TreeSet<Entry> waiting = new TreeSet<>(order);

  /** The promoted in their order: a list, in which a place is found without counting. */
  private final List<Entry> promoted = new ArrayList<>();

  private final int keep;
  private int reached;

  AshaRung(int keep) {
    this.keep = keep;
  }

  /** Adds a trial that reached the rung. */
  void enter(int trial, Architecture architecture, TrialQuality quality) {
    reached++;
    boolean several = quality.losses().size() > 1;
    Entry entry = new Entry(trial, architecture, quality, true);
    if (several) {
      List<Entry> others = new ArrayList<>(waiting);
      others.add(entry);
      rank(List.copyOf(promoted), others);
    } else {
      waiting.add(entry);
    }
    // Of one loss, no other than the one pushed out of the best can have been kept until now.
    long changed = several ? waiting.size() : 1;
    waiting.stream().skip(keep).limit(changed).filter(Entry::kept).toList().forEach(this::drop);
  }

  /** Orders all entries by their ranking; any of them can change its place by a new one. */
  private void rank(List<Entry> gone, List<Entry> left) {
    List<Entry> all =
        Stream.concat(gone.stream(), left.stream())
            .sorted(Comparator.comparingInt(Entry::trial))
            .toList();
    Map<Integer, Integer> places = new HashMap<>();
    for (int index : ConstrainedRanking.of(all.stream().map(Entry::quality).toList()).bestFirst()) {
      places.put(all.get(index).trial(), places.size());
    }
    order = Comparator.comparingInt(entry -> places.getOrDefault(entry.trial(), Integer.MAX_VALUE));
    promoted.clear();
    promoted.addAll(gone);
    promoted.sort(order);
    waiting = new TreeSet<>(order);
    waiting.addAll(left);
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
    int place = Collections.binarySearch(promoted, best, order);
    int better = place < 0 ? -1 - place : place;
    if (better >= reached / factor) {
      return Optional.empty();
    }
    waiting.remove(best);
    promoted.add(better, best);
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

  private static void write(DataOutputStream out, Collection<Entry> entries) throws IOException {
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeInt(entry.trial());
      ArchitectureFormat.write(out, entry.architecture());
      entry.quality().write(out);
      out.writeBoolean(entry.kept());
    }
  }

  void read(DataInputStream in) throws IOException {
    reached = in.readInt();
    List<Entry> gone = entries(in);
    List<Entry> left = entries(in);
    if (Stream.concat(gone.stream(), left.stream())
        .anyMatch(entry -> entry.quality().losses().size() > 1)) {
      rank(gone, left);
    } else {
      promoted.addAll(gone);
      promoted.sort(order);
      waiting.addAll(left);
    }
  }

  private static List<Entry> entries(DataInputStream in) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      entries.add(
          new Entry(
              in.readInt(), ArchitectureFormat.read(in), TrialQuality.read(in), in.readBoolean()));
    }
    return entries;
  }
}
