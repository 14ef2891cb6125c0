package org.espalier.nas.engine.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/**
 * The trainings of a table: each architecture with each seed.
 *
 * <p>Trainings are numbered from 1, those of one architecture after each other. The seed of a
 * training follows from the study's seed, the architecture and the index of the seed alone, so that
 * it is the same in the table of the whole space and in that of a sample.
 *
 * @param architectures canonical architectures, distinct, in the order of the table
 * @param seeds seeds per architecture
 * @param studySeed seed from which the trainings' seeds derive
 */
public record TablePlan(List<Architecture> architectures, int seeds, long studySeed) {
  /** Maximum number of trainings without a sample. */
  public static final int MOST_TRAININGS = 100_000;

  /**
   * Maximum size of spaces that are listed to draw a sample; in larger ones it is drawn directly.
   */
  private static final BigInteger MOST_LISTED = BigInteger.valueOf(1_000_000);

  /** Maximum draws per requested architecture, because many may be equivalent. */
  private static final int MOST_TRIES = 100;

  /** Checks and copies the components. */
  public TablePlan {
    architectures = List.copyOf(architectures);
    if (seeds < 1) {
      throw new IllegalArgumentException("seeds (" + seeds + ") must be positive.");
    }
  }

  /**
   * Returns a plan of all architectures of a finite space, one of each set of equivalent ones.
   *
   * @throws NasException if the space is not finite, or there would be too many trainings
   */
  public static TablePlan whole(SearchSpace space, int seeds, long studySeed) {
    BigInteger count = count(space);
    if (count.multiply(BigInteger.valueOf(seeds)).compareTo(BigInteger.valueOf(MOST_TRAININGS))
        > 0) {
      throw new NasException(
          String.format(
              Locale.ROOT,
              "The search space has %,d architectures, which with %s are more than %,d"
                  + " trainings; tabulate a sample of it: --sample N.",
              count,
              Counts.of(seeds, "seed"),
              MOST_TRAININGS));
    }
    return new TablePlan(distinct(space), seeds, studySeed);
  }

  /**
   * Returns a plan of {@code count} uniformly drawn architectures of a finite space, or of all if
   * there are fewer.
   *
   * @throws NasException if the space is not finite, or there would be too many trainings
   */
  public static TablePlan sample(SearchSpace space, int size, int seeds, long studySeed) {
    BigInteger count = count(space);
    if ((long) size * seeds > MOST_TRAININGS) {
      throw new NasException(
          String.format(
              Locale.ROOT,
              "A sample of %,d with %s makes more than %,d trainings; take a smaller one.",
              size,
              Counts.of(seeds, "seed"),
              MOST_TRAININGS));
    }
    RandomGenerator random = new RandomStreams(studySeed).stream("tabulate.sample", 0);
    if (count.compareTo(MOST_LISTED) > 0) {
      return new TablePlan(drawn(space, size, random), seeds, studySeed);
    }
    List<Architecture> all = new ArrayList<>(distinct(space));
    Collections.shuffle(all, new Random(random.nextLong()));
    return new TablePlan(all.subList(0, Math.min(size, all.size())), seeds, studySeed);
  }

  private static BigInteger count(SearchSpace space) {
    if (!space.isFinite()) {
      throw new NasException(
          "The search space is not finite, for it decides real numbers; only a finite one can be"
              + " tabulated. Maybe give it options or integer ranges instead.");
    }
    return space
        .count()
        .orElseThrow(
            () ->
                new NasException(
                    "The constraints leave too many architectures to be counted; tabulate without"
                        + " constraints, or with narrower ones."));
  }

  private static List<Architecture> distinct(SearchSpace space) {
    return space.enumerate().map(space::canonical).distinct().toList();
  }

  private static List<Architecture> drawn(SearchSpace space, int size, RandomGenerator random) {
    Set<Architecture> drawn = new LinkedHashSet<>();
    for (long tries = 0; drawn.size() < size && tries < (long) MOST_TRIES * size; tries++) {
      drawn.add(space.canonical(space.sampleUniformly(random)));
    }
    return List.copyOf(drawn);
  }

  /** Returns the number of trainings. */
  public int trainings() {
    return architectures.size() * seeds;
  }

  /** Returns the index of the architecture of a training. */
  public int architectureOf(int training) {
    return (training - 1) / seeds;
  }

  /** Returns the index of the seed of a training. */
  public int seedOf(int training) {
    return trainingSeeds().index(training);
  }

  /** Returns the seed of a training, from which all its random draws derive. */
  public long trainingSeed(int training) {
    return trainingSeeds().seed(architectures.get(architectureOf(training)), seedOf(training));
  }

  /** Returns the seeds of the trainings. */
  public TrainingSeeds trainingSeeds() {
    return new TrainingSeeds(seeds, studySeed);
  }
}
