package org.espalier.nas.api.random;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * Independent streams of random numbers, each derived from the seed of the study, a purpose and an
 * index.
 *
 * <p>No generator is ever shared: that one component draws more or less does not shift what another
 * draws, and nothing about randomness needs to be stored but the seed.
 */
@API(status = MAINTAINED, since = "0.1")
public final class RandomStreams {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long studySeed;

  /**
   * Creates the streams of a study.
   *
   * @param studySeed the seed of the study; any number
   */
  public RandomStreams(long studySeed) {
    this.studySeed = studySeed;
  }

  /** {@return the seed of the study} */
  public long studySeed() {
    return studySeed;
  }

  /**
   * A fresh generator; the same arguments always give the same numbers.
   *
   * @param purpose what is drawn, unique to the component: {@code random.sample}
   * @param index counts the uses, for example the number of the ask
   * @return a generator that nobody else has
   */
  public RandomGenerator stream(String purpose, long index) {
    return new SplittableRandom(seed(purpose, index));
  }

  /**
   * A seed for code that takes a number instead of a generator, derived as {@link #stream} does.
   *
   * @param purpose what it is for, unique to the component
   * @param index counts the uses
   * @return any long
   */
  public long seed(String purpose, long index) {
    long hash = FNV_OFFSET;
    for (byte octet : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
    }
    return SplitMix64.mix(SplitMix64.mix(studySeed, hash) + index);
  }
}
