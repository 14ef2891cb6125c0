package org.espalier.nas.data.audit;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * An index of hashes of 64 bits for search within a Hamming distance (multi-index hashing; Norouzi,
 * Punjani and Fleet 2012): of four bands of 16 bits, two hashes that differ in at most 7 bits have
 * one that differs in at most 1, as have most that differ in a few more.
 */
final class HashIndex {
  /** The largest distance for which no hash is missed: {@value}. */
  static final int CERTAIN = 7;

  /** The largest distance of a hash that is found: {@value}. */
  static final int RADIUS = 11;

  private static final int BANDS = 4;
  private static final int BITS = 16;
  private static final int[] FLIPS = flips();

  private final int[][] starts = new int[BANDS][(1 << BITS) + 1];
  private final int[][] entries;
  private final long[][] keys;
  private final int[] visited;

  /** Creates an index of these hashes, which are numbered by their position. */
  HashIndex(long[] hashes) {
    this.entries = new int[BANDS][hashes.length];
    this.keys = new long[BANDS][hashes.length];
    this.visited = new int[hashes.length];
    Arrays.fill(visited, -1);
    for (int band = 0; band < BANDS; band++) {
      int[] start = starts[band];
      for (long hash : hashes) {
        start[value(hash, band) + 1]++;
      }
      for (int i = 0; i < 1 << BITS; i++) {
        start[i + 1] += start[i];
      }
      int[] next = start.clone();
      for (int i = 0; i < hashes.length; i++) {
        int place = next[value(hashes[i], band)]++;
        entries[band][place] = i;
        keys[band][place] = hashes[i];
      }
    }
  }

  private static int value(long hash, int band) {
    return ((int) (hash >>> (band * BITS))) & 0xffff;
  }

  /** Returns all numbers of 16 bits of which at most one is set. */
  private static int[] flips() {
    int[] flips = new int[1 + BITS];
    for (int i = 0; i < BITS; i++) {
      flips[1 + i] = 1 << i;
    }
    return flips;
  }

  /**
   * Finds all hashes that differ from another one in at most {@link #CERTAIN} bits, and most of
   * those that differ in at most {@link #RADIUS}.
   *
   * @param query a number that no other call has
   * @param found receives the position of each of them once, in any but a fixed order
   */
  void search(long hash, int query, IntConsumer found) {
    for (int band = 0; band < BANDS; band++) {
      int own = value(hash, band);
      long[] key = keys[band];
      for (int flip : FLIPS) {
        int bucket = own ^ flip;
        int end = starts[band][bucket + 1];
        for (int i = starts[band][bucket]; i < end; i++) {
          if (Long.bitCount(key[i] ^ hash) <= RADIUS && visited[entries[band][i]] != query) {
            visited[entries[band][i]] = query;
            found.accept(entries[band][i]);
          }
        }
      }
    }
  }
}
