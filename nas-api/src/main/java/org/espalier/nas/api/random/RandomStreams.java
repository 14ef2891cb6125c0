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
 * <p>No generator is shared: the number of draws of one component does not change the draws of
 * another, and the seed is the only random state to store.
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
   * Returns a new generator; the same arguments always give the same numbers.
   *
   * @param purpose the name of the purpose, unique to the component: {@code random.sample}
   * @param index the number of the use, for example of the ask
   * @return a generator that is not shared
   */
  public RandomGenerator stream(String purpose, long index) {
    return new SplittableRandom(seed(purpose, index));
  }

  /**
   * Returns a seed for code that takes a number instead of a generator, derived as by {@link
   * #stream}.
   *
   * @param purpose the name of the purpose, unique to the component
   * @param index the number of the use
   * @return a seed, possibly any long
   */
  public long seed(String purpose, long index) {
    long hash = FNV_OFFSET;
    for (byte octet : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
    }
    return SplitMix64.mix(SplitMix64.mix(studySeed, hash) + index);
  }
}
