package org.espalier.nas.controller.evolution;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.controller.Archive;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.domination.Individual;
import org.espalier.nas.controller.domination.TrialQuality;

/**
 * Regularized evolution (Real, Aggarwal, Huang &amp; Le 2019, algorithm 1): the winner of a
 * tournament is mutated, and each child replaces the oldest member.
 *
 * <p>The first P proposals are drawn at random. After that each proposal is a child, made from the
 * results told so far, so that any number of trials can be outstanding. A failed trial does not
 * join the population.
 *
 * <p>With several objectives a tournament is won by the member that constrained domination and
 * crowding put first among those drawn (Deb et al. 2002), and infeasible trials join, too.
 */
@SeveralObjectives
@BehaviourVersion({"f6264e0a05327daa", "eba98fd1fc90d96b"})
@Description("Regularized evolution: the winner of a tournament is mutated, the oldest dies.")
public final class EvolutionController implements Controller {
  private static final String KIND = "evolution/2";

  private final EvolutionSettings settings;
  private final Objectives objectives;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final Fidelity fidelity;
  private final Archive archive;
  private final Population population;
  private long proposed;

  /** Creates the controller of a study. */
  @Inject
  public EvolutionController(
      EvolutionSettings settings,
      Objectives objectives,
      SearchSpace space,
      RandomStreams streams,
      Fidelity fidelity) {
    this.settings = settings;
    this.objectives = objectives;
    this.space = space;
    this.streams = streams;
    this.fidelity = fidelity;
    this.archive = Archive.of(space);
    this.population = new Population(settings.population(), settings.aging());
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count && (settings.cycles() == 0 || proposed < settings.cycles())) {
      Optional<Architecture> architecture = draw(streams.stream("evolution.propose", proposed));
      if (architecture.isEmpty()) {
        break;
      }
      proposed++;
      proposals.add(Proposal.of(architecture.get(), fidelity));
    }
    return proposals;
  }

  private Optional<Architecture> draw(RandomGenerator random) {
    Architecture drawn = breed(random);
    if (settings.repeats()) {
      return Optional.of(drawn);
    }
    for (int redraws = 0; redraws < settings.maxRedraws(); redraws++) {
      if (archive.add(drawn)) {
        return Optional.of(drawn);
      }
      // Where all around the parents is known, only several mutations lead to something new.
      drawn = 2 * redraws < settings.maxRedraws() ? breed(random) : space.mutate(drawn, random);
    }
    return archive.add(drawn) ? Optional.of(drawn) : drawElsewhere(random);
  }

  /**
   * Tries one random draw, which is enough in a space too large to list, then draws from the rest
   * of the space.
   */
  private Optional<Architecture> drawElsewhere(RandomGenerator random) {
    Architecture anywhere = space.sample(random);
    if (archive.add(anywhere)) {
      return Optional.of(anywhere);
    }
    Optional<Architecture> left = archive.drawRest(random);
    left.ifPresent(archive::add);
    return left;
  }

  private Architecture breed(RandomGenerator random) {
    if (proposed < settings.population() || population.isEmpty()) {
      return space.sample(random);
    }
    Architecture parent = population.tournament(settings.tournament(), random);
    if (random.nextDouble() < settings.crossover()) {
      Architecture other = population.tournament(settings.tournament(), random);
      parent = space.crossover(parent, other, random);
    }
    return space.mutate(parent, random);
  }

  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      TrialQuality quality = TrialQuality.of(result, objectives);
      if (quality.isFeasible() || (objectives.several() && !quality.isFailed())) {
        population.add(new Individual(result.trial().proposal().architecture(), quality));
      }
    }
  }

  /** Returns the members of the population, the oldest first. */
  List<Individual> members() {
    return population.members();
  }

  @Override
  public Map<String, Double> diagnostics() {
    if (population.isEmpty()) {
      return Map.of();
    }
    List<Individual> members = population.members();
    return objectives.several()
        ? Map.of("population.front", (double) Individual.front(members))
        : Map.of(
            "population.mean",
            members.stream()
                .mapToDouble(member -> -member.quality().losses().get(0))
                .average()
                .orElseThrow());
  }

  @Override
  public void observe(List<TrialResult> results) {
    tell(results);
  }

  @Override
  public int batch() {
    return settings.batch();
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(proposed);
    archive.write(out);
    population.write(out);
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    proposed = in.readLong();
    archive.read(in);
    population.read(in);
  }
}
