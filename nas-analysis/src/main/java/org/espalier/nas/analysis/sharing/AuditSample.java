package org.espalier.nas.analysis.sharing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The trials of a search that an audit retrains: as many from each third of the ranking by shared
 * scores, drawn by a seed.
 *
 * @param drawn the trials with their third, in the order of their numbers
 * @param available number of different architectures they were drawn from
 */
public record AuditSample(List<Drawn> drawn, int available) {

  /** Fewest trials: three in each third. */
  public static final int FEWEST = 9;

  private static final String INHERITED = "inherited.layers";

  /**
   * A drawn trial.
   *
   * @param result the trial
   * @param third third of the ranking, 1 for the best
   */
  public record Drawn(TrialResult result, int third) {}

  /** Copies. */
  public AuditSample {
    drawn = List.copyOf(drawn);
  }

  /**
   * Draws a sample. Of an architecture that was proposed repeatedly, one trial is drawn first; the
   * trials are then ranked and divided into thirds.
   *
   * @param trials trials with a reward
   * @param canonical returns the canonical form of an architecture
   * @param size number of trials to draw
   * @param seed seed of the draws
   * @throws InvalidSettingException if {@code size} is too small, or the trials are too few
   */
  public static AuditSample of(
      List<TrialResult> trials, UnaryOperator<Architecture> canonical, int size, long seed) {
    if (size < FEWEST) {
      throw new InvalidSettingException(
          "sample",
          "--sample (%d) must be at least %d: three architectures of each third of the ranking."
              .formatted(size, FEWEST));
    }
    Random random = new Random(seed);
    List<TrialResult> ranked = distinct(trials, canonical, random);
    if (ranked.size() < size) {
      throw new InvalidSettingException(
          "sample",
          "--sample (%d) is more than the %d different architectures that the run evaluated fully. Take %s."
              .formatted(size, ranked.size(), remedy(ranked.size())));
    }
    List<Drawn> drawn = new ArrayList<>();
    int from = 0;
    for (int third = 1; third <= AuditedTrial.THIRDS; third++) {
      int to = from + part(ranked.size(), third);
      List<TrialResult> group = new ArrayList<>(ranked.subList(from, to));
      Collections.shuffle(group, random);
      for (TrialResult result : group.subList(0, part(size, third))) {
        drawn.add(new Drawn(result, third));
      }
      from = to;
    }
    drawn.sort(Comparator.comparingInt(one -> one.result().trial().number()));
    return new AuditSample(drawn, ranked.size());
  }

  /** Returns the architectures of the trials, in the same order. */
  public List<Architecture> architectures() {
    return drawn.stream().map(one -> one.result().trial().proposal().architecture()).toList();
  }

  /**
   * Returns the trials with their stand-alone scores.
   *
   * @param trainings results of all trainings, numbered from 1, those of one trial after each other
   * @param seeds number of trainings of each trial
   */
  public List<AuditedTrial> audited(List<TrialResult> trainings, int seeds) {
    List<AuditedTrial> audited = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      int first = i * seeds;
      TrialResult shared = drawn.get(i).result();
      List<Double> alone =
          trainings.stream()
              .filter(training -> training.trial().number() > first)
              .filter(training -> training.trial().number() <= first + seeds)
              .map(TrialResult::value)
              .filter(Objects::nonNull)
              .toList();
      Double inherited = shared.outcome().account().facts().get(INHERITED);
      audited.add(
          new AuditedTrial(
              shared.trial().number(),
              shared.trial().proposal().architecture().summary(),
              drawn.get(i).third(),
              inherited == null ? null : (int) Math.round(inherited),
              shared.reward().orElseThrow(),
              alone));
    }
    return audited;
  }

  private static String remedy(int available) {
    return available < FEWEST
        ? "a run with more trials, or give this one a larger budget: nas extend RUN --trials N"
        : "--sample %d, or give the run a larger budget: nas extend RUN --trials N"
            .formatted(available);
  }

  /** Returns one trial of each architecture, the best first. */
  private static List<TrialResult> distinct(
      List<TrialResult> trials, UnaryOperator<Architecture> canonical, Random random) {
    Map<Integer, Architecture> forms = new TreeMap<>();
    trials.forEach(
        result ->
            forms.put(
                result.trial().number(),
                canonical.apply(result.trial().proposal().architecture())));
    List<TrialResult> shuffled = new ArrayList<>(trials);
    Collections.shuffle(shuffled, random);
    Comparator<TrialResult> byReward =
        Comparator.comparingDouble(result -> -result.reward().orElseThrow());
    return shuffled.stream()
        .collect(
            Collectors.toMap(
                result -> forms.get(result.trial().number()), result -> result, (a, b) -> a))
        .values()
        .stream()
        .sorted(byReward.thenComparing(result -> result.trial().number()))
        .toList();
  }

  /** Returns the size of a third; the first ones take the rest. */
  private static int part(int size, int third) {
    return size / AuditedTrial.THIRDS + (third <= size % AuditedTrial.THIRDS ? 1 : 0);
  }
}
