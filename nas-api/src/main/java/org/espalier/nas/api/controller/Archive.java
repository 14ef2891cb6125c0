package org.espalier.nas.api.controller;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.jspecify.annotations.Nullable;

/**
 * The architectures proposed so far, so that none is proposed twice.
 *
 * <p>Architectures with the same canonical form are one. Memory grows with the number of
 * architectures added. Not thread-safe.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Archive {
  /** Number of architectures of a larger space that are searched for ones not proposed yet. */
  private static final long ENUMERATED = 1_000_000;

  private final UnaryOperator<Architecture> canonical;
  private final Supplier<Stream<Architecture>> everything;
  private final Set<Architecture> seen = new LinkedHashSet<>();
  private @Nullable List<Architecture> rest;

  /**
   * Creates an empty archive.
   *
   * @param canonical returns the representative of equivalent architectures
   * @param everything returns a new stream of all architectures, lazy if there are many; an empty
   *     stream if they are uncountable
   */
  public Archive(UnaryOperator<Architecture> canonical, Supplier<Stream<Architecture>> everything) {
    this.canonical = canonical;
    this.everything = everything;
  }

  /**
   * Creates the empty archive of a space; {@link #drawRest} finds nothing in one with real ranges.
   *
   * @param space the source of canonical forms, and if it is finite of all architectures
   */
  public static Archive of(SearchSpace space) {
    return new Archive(
        space::canonical, () -> space.isFinite() ? space.enumerate() : Stream.empty());
  }

  /**
   * Adds an architecture.
   *
   * @param architecture a complete architecture
   * @return false if it or an equivalent one was present already
   */
  public boolean add(Architecture architecture) {
    Architecture key = canonical.apply(architecture);
    boolean added = seen.add(key);
    if (added && rest != null) {
      rest.removeIf(left -> canonical.apply(left).equals(key));
    }
    return added;
  }

  /**
   * Forgets an architecture, so that it can be proposed again.
   *
   * @param architecture a complete architecture; ignored if absent
   */
  public void remove(Architecture architecture) {
    seen.remove(canonical.apply(architecture));
    rest = null;
  }

  /** {@return the number of distinct architectures in this archive} */
  public int size() {
    return seen.size();
  }

  /**
   * Draws an architecture that is not in this archive, each equally likely.
   *
   * <p>It enumerates the remaining architectures, in time and memory that grow with the space; use
   * it when random draws keep repeating known architectures.
   *
   * @param random the source of the draw
   * @return an architecture that was not added and is not added by this call; empty if the first
   *     million architectures hold none
   */
  public Optional<Architecture> drawRest(RandomGenerator random) {
    if (rest == null) {
      rest = unseen();
    }
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest.get(random.nextInt(rest.size())));
  }

  private List<Architecture> unseen() {
    Map<Architecture, Architecture> unseen = new LinkedHashMap<>();
    everything.get().limit(ENUMERATED).forEach(one -> putUnseen(unseen, one));
    return new ArrayList<>(unseen.values());
  }

  private void putUnseen(Map<Architecture, Architecture> unseen, Architecture architecture) {
    Architecture key = canonical.apply(architecture);
    if (!seen.contains(key)) {
      unseen.putIfAbsent(key, architecture);
    }
  }

  /**
   * Writes the content, as part of a snapshot.
   *
   * @param out the stream to write to; stays open
   * @throws IOException if {@code out} throws it
   */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(seen.size());
    for (Architecture architecture : seen) {
      ArchitectureFormat.write(out, architecture);
    }
  }

  /**
   * Replaces the content with a written one.
   *
   * @param in the stream to read from, positioned at an archive; stays open
   * @throws IOException if the data are truncated or are not an archive; the content is then
   *     undefined
   */
  public void read(DataInputStream in) throws IOException {
    seen.clear();
    rest = null;
    int size = in.readInt();
    if (size < 0) {
      throw new IOException("An archive cannot hold " + size + " architectures.");
    }
    for (int i = 0; i < size; i++) {
      seen.add(ArchitectureFormat.read(in));
    }
  }
}
