package org.espalier.nas.controller.population;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.population.PopulationSettings.Exploit;
import org.jspecify.annotations.Nullable;

/**
 * Population-based training (Jaderberg et al. 2017, "Population Based Training of Neural Networks",
 * algorithm 1), in generations: after each interval the worse members copy weights, optimizer and
 * hyper-parameters of better ones (exploit), and continue with perturbed hyper-parameters
 * (explore).
 */
@BehaviourVersion("c304d204c8fa7fe5")
@Description("Population-based training: members copy better ones and change hyper-parameters.")
public final class PopulationController implements Controller {
  private static final String KIND = "population-based-training/1";

  /** The next trial of a member. */
  private record Step(int member, Architecture architecture, @Nullable Integer parent) {}

  private final PopulationSettings settings;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final HyperparameterPerturbation explorer;
  private final int mostEpochs;
  private final Deque<Step> next = new ArrayDeque<>();
  private final Deque<Step> outstanding = new ArrayDeque<>();
  private final List<Member> finished = new ArrayList<>();
  private int generation;
  private int rounds;
  private long draws;

  /** Creates the controller of a study. */
  @Inject
  public PopulationController(
      PopulationSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    this.settings = settings;
    this.space = space;
    this.streams = streams;
    this.explorer = new HyperparameterPerturbation(space, settings);
    this.mostEpochs = settings.maxEpochs() == 0 ? fidelity.epochs() : settings.maxEpochs();
    if (settings.interval() > mostEpochs) {
      throw new InvalidSettingException(
          "interval",
          "interval (%d) must not be above the evaluator's epochs (%d)."
              .formatted(settings.interval(), mostEpochs));
    }
  }

  @Override
  public List<Proposal> ask(int count) {
    if (next.isEmpty() && outstanding.isEmpty()) {
      beginRound();
    }
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count && !next.isEmpty()) {
      Step step = next.remove();
      outstanding.add(step);
      Fidelity fidelity = Fidelity.epochs(epochs(generation));
      proposals.add(new Proposal(step.architecture(), fidelity, step.parent(), null));
    }
    return proposals;
  }

  private void beginRound() {
    if (settings.rounds() > 0 && rounds >= settings.rounds()) {
      return;
    }
    rounds++;
    generation = 1;
    for (int member = 0; member < settings.population(); member++) {
      next.add(new Step(member, space.sample(random()), null));
    }
  }

  private RandomGenerator random() {
    return streams.stream("population", draws++);
  }

  /** Returns the epochs that members have been trained for at the end of a generation. */
  private int epochs(int number) {
    return (int) Math.min(mostEpochs, (long) number * settings.interval());
  }

  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      Step expected = outstanding.peek();
      Proposal proposal = result.trial().proposal();
      Architecture architecture = proposal.architecture();
      if (expected != null
          && expected.architecture().equals(architecture)
          && proposal.fidelity().epochs() == epochs(generation)) {
        outstanding.remove();
        finished.add(
            new Member(
                expected.member(),
                result.trial().number(),
                architecture,
                result.reward().orElse(Double.NEGATIVE_INFINITY)));
        endGeneration();
      }
    }
  }

  private void endGeneration() {
    if (!next.isEmpty() || !outstanding.isEmpty()) {
      return;
    }
    List<Member> ranked = finished.stream().sorted(Member.BEST_FIRST).toList();
    finished.clear();
    boolean over = epochs(generation) >= mostEpochs || !ranked.get(0).alive();
    if (!over) {
      generation++;
      Step[] steps = new Step[ranked.size()];
      for (int rank = 0; rank < ranked.size(); rank++) {
        steps[ranked.get(rank).index()] = step(ranked, rank);
      }
      next.addAll(List.of(steps));
    }
  }

  private Step step(List<Member> ranked, int rank) {
    RandomGenerator random = random();
    Member member = ranked.get(rank);
    Member model = exploited(ranked, rank, random);
    Architecture architecture =
        model.equals(member)
            ? member.architecture()
            : explorer.explore(model.architecture(), random);
    return new Step(member.index(), architecture, model.trial());
  }

  /** Returns the member that a member copies, or itself if it continues unchanged. */
  private Member exploited(List<Member> ranked, int rank, RandomGenerator random) {
    Member member = ranked.get(rank);
    int alive = (int) ranked.stream().filter(Member::alive).count();
    if (settings.exploit() == Exploit.TOURNAMENT && member.alive()) {
      Member other = ranked.get(random.nextInt(ranked.size()));
      return other.reward() > member.reward() ? other : member;
    }
    int share = Math.max(1, (int) Math.round(settings.truncation() * ranked.size()));
    boolean copies = !member.alive() || rank >= ranked.size() - share;
    int best = Math.min(share, alive);
    return copies && rank >= best ? ranked.get(random.nextInt(best)) : member;
  }

  /** Returns the size of a generation, so that no worker is idle while it runs. */
  @Override
  public int batch() {
    return settings.population();
  }

  @Override
  public boolean continuesTrials() {
    return true;
  }

  @Override
  public Set<Integer> continuable() {
    Set<Integer> trials = new TreeSet<>();
    if (epochs(generation) < mostEpochs) {
      finished.stream().filter(Member::alive).map(Member::trial).forEach(trials::add);
    }
    for (Step step : next) {
      Integer parent = step.parent();
      if (parent != null) {
        trials.add(parent);
      }
    }
    return trials;
  }

  @Override
  public Optional<Plan> plan() {
    List<Plan.Rung> rungs = new ArrayList<>();
    int trained = 0;
    for (int number = 1; trained < mostEpochs; number++) {
      int epochs = epochs(number);
      rungs.add(
          new Plan.Rung(0, number - 1, settings.population(), Fidelity.epochs(epochs), trained));
      trained = epochs;
    }
    return Optional.of(new Plan(rungs, settings.rounds()));
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(draws);
    out.writeInt(generation);
    out.writeInt(rounds);
    write(out, next);
    write(out, outstanding);
    out.writeInt(finished.size());
    for (Member member : finished) {
      member.write(out);
    }
  }

  private static void write(DataOutputStream out, Deque<Step> steps) throws IOException {
    out.writeInt(steps.size());
    for (Step step : steps) {
      Integer parent = step.parent();
      out.writeInt(step.member());
      ArchitectureFormat.write(out, step.architecture());
      out.writeInt(parent == null ? 0 : parent);
    }
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    draws = in.readLong();
    generation = in.readInt();
    rounds = in.readInt();
    read(in, next);
    read(in, outstanding);
    for (int left = in.readInt(); left > 0; left--) {
      finished.add(Member.read(in));
    }
  }

  private static void read(DataInputStream in, Deque<Step> steps) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      int member = in.readInt();
      Architecture architecture = ArchitectureFormat.read(in);
      int parent = in.readInt();
      steps.add(new Step(member, architecture, parent == 0 ? null : parent));
    }
  }
}
