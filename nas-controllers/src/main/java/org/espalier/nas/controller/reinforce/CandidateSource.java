package org.espalier.nas.controller.reinforce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.controller.Archive;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.space.Architecture;

/**
 * A source of batches of candidates drawn from the policy, without repeats unless they are allowed.
 */
final class CandidateSource {
  private final ReinforceSettings settings;
  private final Vocabulary vocabulary;
  private final PolicyNetwork network;
  private final ExploringPolicy policy;
  private final Archive archive;

  CandidateSource(
      ReinforceSettings settings, Vocabulary vocabulary, PolicyNetwork network, Archive archive) {
    this.settings = settings;
    this.vocabulary = vocabulary;
    this.network = network;
    this.policy = new ExploringPolicy(vocabulary, network);
    this.archive = archive;
  }

  /**
   * Draws a batch and adds it to the archive.
   *
   * @param epsilon the probability that an architecture is drawn uniformly
   * @param screened true to draw more candidates and keep those that the predictor scores highest
   * @return fewer than a batch, or none, if the space has no more
   */
  List<SampledArchitecture> draw(RandomGenerator random, double epsilon, boolean screened) {
    int wanted = settings.batch() * (screened ? settings.screenFactor() : 1);
    List<WeightedRollout> rollouts =
        settings.repeats()
            ? policy.sample(wanted, epsilon, random)
            : drawNew(wanted, epsilon, random);
    return keepBest(scored(rollouts));
  }

  private List<WeightedRollout> drawNew(int wanted, double epsilon, RandomGenerator random) {
    List<WeightedRollout> drawn = new ArrayList<>();
    for (int round = 0; round <= settings.maxRedraws() && drawn.size() < wanted; round++) {
      policy.sample(wanted - drawn.size(), epsilon, random).stream()
          .filter(one -> archive.add(vocabulary.decode(one.rollout().tokens())))
          .forEach(drawn::add);
    }
    while (drawn.size() < settings.batch()) {
      Optional<Rollout> other = drawUniformly(random);
      if (other.isEmpty()) {
        break;
      }
      drawn.add(new WeightedRollout(other.get(), 1));
    }
    return drawn;
  }

  /**
   * Draws a new architecture uniformly, then from a list, once the policy finds no more by itself.
   */
  private Optional<Rollout> drawUniformly(RandomGenerator random) {
    for (int attempt = 0; attempt <= settings.maxRedraws(); attempt++) {
      int[] tokens = UniformWalk.draw(vocabulary, random);
      if (archive.add(vocabulary.decode(tokens))) {
        return Optional.of(UniformWalk.rollout(vocabulary, tokens));
      }
    }
    Optional<Architecture> left = archive.drawRest(random);
    left.ifPresent(archive::add);
    return left.map(rest -> UniformWalk.rollout(vocabulary, vocabulary.encode(rest)));
  }

  private List<SampledArchitecture> scored(List<WeightedRollout> rollouts) {
    List<int[]> sequences = rollouts.stream().map(one -> one.rollout().tokens()).toList();
    boolean predicts = settings.predicts() && !sequences.isEmpty();
    double[] scores = predicts ? network.predict(sequences) : new double[0];
    return IntStream.range(0, rollouts.size())
        .mapToObj(
            i ->
                new SampledArchitecture(
                    vocabulary.decode(sequences.get(i)),
                    rollouts.get(i).rollout(),
                    rollouts.get(i).weight(),
                    predicts ? (Double) scores[i] : null))
        .toList();
  }

  private List<SampledArchitecture> keepBest(List<SampledArchitecture> candidates) {
    if (candidates.size() <= settings.batch()) {
      return candidates;
    }
    List<SampledArchitecture> ranked =
        candidates.stream()
            .sorted(Comparator.comparing(CandidateSource::score).reversed())
            .toList();
    if (!settings.repeats()) {
      ranked
          .subList(settings.batch(), ranked.size())
          .forEach(rejected -> archive.remove(rejected.architecture()));
    }
    return ranked.subList(0, settings.batch());
  }

  private static double score(SampledArchitecture candidate) {
    Double score = candidate.score();
    return score == null ? 0 : score;
  }
}
