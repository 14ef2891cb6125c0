package org.espalier.nas.controller.nsga2;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.controller.ArchitectureFormat;
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
import org.espalier.nas.controller.domination.ConstrainedRanking;
import org.espalier.nas.controller.domination.Individual;
import org.espalier.nas.controller.domination.TrialQuality;

/**
 * NSGA-II (Deb, Pratap, Agarwal &amp; Meyarivan 2002, IEEE TEC 6:2, section III): children of the
 * winners of binary tournaments, and a population of the best of parents and children, by front and
 * then by crowding distance.
 *
 * <p>The first generation is drawn at random. Each further one is proposed once all results of the
 * one before are known. Infeasible trials and, behind them, failed ones have the places in the
 * population that feasible ones leave. With one objective it is a genetic algorithm that keeps the
 * best.
 */
@SeveralObjectives
@BehaviourVersion({"b220f487cdd3bebb", "00efd5ad997cac52"})
@Description("NSGA-II: a genetic algorithm for several objectives and constraints.")
public final class Nsga2Controller implements Controller {
  private static final String KIND = "nsga2/1";

  private final Nsga2Settings settings;
  private final Objectives objectives;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final Fidelity fidelity;
  private final Archive archive;
  private final List<Architecture> outstanding = new ArrayList<>();
  private List<Individual> parents = List.of();
  private List<Individual> children = new ArrayList<>();
  private int asked;
  private long proposed;

  /** Creates the controller of a study. */
  @Inject
  public Nsga2Controller(
      Nsga2Settings settings,
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
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    ConstrainedRanking ranking = Individual.ranking(parents);
    while (proposals.size() < count && asked < settings.population()) {
      Optional<Architecture> architecture =
          draw(ranking, streams.stream("nsga2.propose", proposed));
      if (architecture.isEmpty()) {
        break;
      }
      proposed++;
      asked++;
      outstanding.add(space.canonical(architecture.get()));
      proposals.add(Proposal.of(architecture.get(), fidelity));
    }
    return proposals;
  }

  private Optional<Architecture> draw(ConstrainedRanking ranking, RandomGenerator random) {
    Architecture drawn = breed(ranking, random);
    for (int redraws = 0; redraws < settings.maxRedraws(); redraws++) {
      if (archive.add(drawn)) {
        return Optional.of(drawn);
      }
      // Where all around the parents is known, only several mutations lead to something new.
      drawn =
          2 * redraws < settings.maxRedraws()
              ? breed(ranking, random)
              : space.mutate(drawn, random);
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

  private Architecture breed(ConstrainedRanking ranking, RandomGenerator random) {
    if (parents.isEmpty()) {
      return space.sample(random);
    }
    Architecture child = tournament(ranking, random);
    if (random.nextDouble() < settings.crossover()) {
      child = space.crossover(child, tournament(ranking, random), random);
    }
    return random.nextDouble() < settings.mutation() ? space.mutate(child, random) : child;
  }

  /** Returns the better of two members, each drawn from all. */
  private Architecture tournament(ConstrainedRanking ranking, RandomGenerator random) {
    int one = random.nextInt(parents.size());
    int other = random.nextInt(parents.size());
    return parents.get(ranking.compare(one, other) <= 0 ? one : other).architecture();
  }

  /** Learns from results, including those of a recorded search as far as they are of this space. */
  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      Architecture architecture = result.trial().proposal().architecture();
      if (space.contains(architecture)) {
        Architecture canonical = space.canonical(architecture);
        outstanding.remove(canonical);
        archive.add(canonical);
        children.add(new Individual(architecture, TrialQuality.of(result, objectives)));
        // Results of a recorded search come between generations, each as one of its own.
        if (outstanding.isEmpty() && (asked == 0 || asked == settings.population())) {
          select();
        }
      }
    }
  }

  /** Makes a trial of somebody else a child of the generation that is being evaluated. */
  @Override
  public void observe(List<TrialResult> results) {
    for (TrialResult result : results) {
      Architecture architecture = result.trial().proposal().architecture();
      archive.add(space.canonical(architecture));
      children.add(new Individual(architecture, TrialQuality.of(result, objectives)));
    }
  }

  /** Keeps the best of parents and children as the next population. */
  private void select() {
    List<Individual> all = new ArrayList<>(parents);
    all.addAll(children);
    parents =
        Individual.ranking(all).bestFirst().stream()
            .limit(settings.population())
            .map(all::get)
            .toList();
    children = new ArrayList<>();
    asked = 0;
  }

  /** Returns the population, the best first. */
  List<Individual> population() {
    return parents;
  }

  @Override
  public Map<String, Double> diagnostics() {
    return asked > 0 || parents.isEmpty()
        ? Map.of()
        : Map.of("population.front", (double) Individual.front(parents));
  }

  @Override
  public int batch() {
    return settings.population();
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(proposed);
    out.writeInt(asked);
    archive.write(out);
    Individual.write(out, parents);
    Individual.write(out, children);
    out.writeInt(outstanding.size());
    for (Architecture architecture : outstanding) {
      ArchitectureFormat.write(out, architecture);
    }
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    proposed = in.readLong();
    asked = in.readInt();
    archive.read(in);
    parents = List.copyOf(Individual.read(in));
    children = Individual.read(in);
    outstanding.clear();
    for (int left = in.readInt(); left > 0; left--) {
      outstanding.add(ArchitectureFormat.read(in));
    }
  }
}
