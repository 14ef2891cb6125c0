package org.espalier.nas.controller.hyperband;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.domination.TrialQuality;
import org.espalier.nas.controller.sampling.ArchitectureSampler;
import org.espalier.nas.controller.sampling.DistinctDraws;

/**
 * A search that runs brackets one after the other, repeatedly. While a bracket waits for results
 * the next one begins, so that workers need not wait.
 */
public final class HyperbandSearch {

  /**
   * The brackets to run.
   *
   * @param brackets the brackets of one iteration
   * @param iterations number of iterations; 0 for as many as there are new architectures for
   * @param continued true to continue a promoted trial from its weights, false to train it from
   *     scratch
   */
  public record HyperbandPlan(List<Bracket> brackets, int iterations, boolean continued) {
    /** Copies the list. */
    public HyperbandPlan {
      brackets = List.copyOf(brackets);
    }

    /** {@return the brackets as a plan} */
    public Plan plan() {
      return new Plan(
          brackets.stream().flatMap(bracket -> bracket.planned(continued)).toList(), iterations);
    }
  }

  /** A trial whose result is outstanding. */
  private record Outstanding(int race, Architecture architecture, int epochs) {
    boolean isOf(TrialResult result) {
      Proposal proposal = result.trial().proposal();
      return proposal.architecture().equals(architecture) && proposal.fidelity().epochs() == epochs;
    }
  }

  private final HyperbandPlan course;
  private final Objectives objectives;
  private final ArchitectureSampler sampler;
  private final RandomStreams streams;
  private final DistinctDraws distinct;
  private final Map<Integer, BracketState> races = new LinkedHashMap<>();
  private final Deque<Outstanding> outstanding = new ArrayDeque<>();
  private int begun;
  private long draws;
  private boolean exhausted;

  /**
   * Creates a search that has not begun.
   *
   * @param course the brackets
   * @param objectives the values by which trials of a rung are compared
   * @param sampler the source of new architectures
   * @param space the search space
   * @param streams the source of randomness
   */
  public HyperbandSearch(
      HyperbandPlan course,
      Objectives objectives,
      ArchitectureSampler sampler,
      SearchSpace space,
      RandomStreams streams) {
    this.course = course;
    this.objectives = objectives;
    this.sampler = sampler;
    this.streams = streams;
    this.distinct = new DistinctDraws(space);
  }

  /** Proposes trials, as {@link org.espalier.nas.api.controller.Controller#ask} does. */
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    Optional<Proposal> next = next();
    while (next.isPresent()) {
      proposals.add(next.get());
      next = proposals.size() < count ? next() : Optional.empty();
    }
    return proposals;
  }

  private Optional<Proposal> next() {
    do {
      for (Map.Entry<Integer, BracketState> race : races.entrySet()) {
        Optional<Proposal> proposal = race.getValue().next(this::draw);
        if (proposal.isPresent()) {
          outstanding.add(
              new Outstanding(
                  race.getKey(),
                  proposal.get().architecture(),
                  proposal.get().fidelity().epochs()));
          return proposal;
        }
      }
      races.values().removeIf(BracketState::over);
    } while (begin());
    return Optional.empty();
  }

  /** Begins another bracket; returns false if there is none to begin. */
  private boolean begin() {
    List<Bracket> brackets = course.brackets();
    int rounds = course.iterations();
    if (exhausted || (rounds > 0 && begun >= rounds * brackets.size())) {
      return false;
    }
    races.put(begun, race(begun));
    begun++;
    return true;
  }

  private BracketState race(int number) {
    List<Bracket> brackets = course.brackets();
    return new BracketState(brackets.get(number % brackets.size()), course.continued());
  }

  private Optional<Architecture> draw() {
    if (exhausted) {
      return Optional.empty();
    }
    Optional<Architecture> drawn =
        distinct.draw(
            () -> sampler.draw(streams.stream("hyperband.draw", draws++)),
            streams.stream("hyperband.rest", draws));
    exhausted = drawn.isEmpty();
    return drawn;
  }

  /** Learns from results, as {@link org.espalier.nas.api.controller.Controller#tell} does. */
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      sampler.tell(result);
      Outstanding expected = outstanding.peek();
      if (expected != null && expected.isOf(result)) {
        outstanding.remove();
        BracketState race = races.get(expected.race());
        if (race != null) {
          race.tell(finisher(result));
        }
      }
    }
    races.values().removeIf(BracketState::over);
  }

  /** Lets the sampler learn from trials that belong to no bracket. */
  public void observe(List<TrialResult> results) {
    results.forEach(sampler::tell);
  }

  private Optional<RungResult> finisher(TrialResult result) {
    return Optional.of(TrialQuality.of(result, objectives))
        .filter(TrialQuality::isFeasible)
        .map(
            quality ->
                new RungResult(
                    result.trial().number(), result.trial().proposal().architecture(), quality));
  }

  /** Returns trials as {@link org.espalier.nas.api.controller.Controller#continuable} does. */
  public Set<Integer> continuable() {
    Set<Integer> trials = new TreeSet<>();
    if (course.continued()) {
      races.values().stream().flatMap(BracketState::continuable).forEach(trials::add);
    }
    return trials;
  }

  /** Returns the brackets to run. */
  public HyperbandPlan course() {
    return course;
  }

  /** Writes the whole state, including the sampler's, as part of a snapshot. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(begun);
    out.writeLong(draws);
    out.writeBoolean(exhausted);
    out.writeInt(races.size());
    for (Map.Entry<Integer, BracketState> race : races.entrySet()) {
      out.writeInt(race.getKey());
      race.getValue().write(out);
    }
    out.writeInt(outstanding.size());
    for (Outstanding trial : outstanding) {
      out.writeInt(trial.race());
      ArchitectureFormat.write(out, trial.architecture());
      out.writeInt(trial.epochs());
    }
    distinct.write(out);
    sampler.write(out);
  }

  /** Restores the written state. */
  public void read(DataInputStream in) throws IOException {
    begun = in.readInt();
    draws = in.readLong();
    exhausted = in.readBoolean();
    for (int left = in.readInt(); left > 0; left--) {
      int number = in.readInt();
      if (number < 0) {
        throw new IOException("No bracket has the number " + number + ".");
      }
      BracketState race = race(number);
      race.read(in);
      races.put(number, race);
    }
    for (int left = in.readInt(); left > 0; left--) {
      outstanding.add(new Outstanding(in.readInt(), ArchitectureFormat.read(in), in.readInt()));
    }
    distinct.read(in);
    sampler.read(in);
  }
}
