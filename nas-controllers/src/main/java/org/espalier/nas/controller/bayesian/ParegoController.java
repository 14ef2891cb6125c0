package org.espalier.nas.controller.bayesian;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.espalier.nas.controller.domination.TrialQuality;

/**
 * ParEGO (Knowles 2006, IEEE TEC 10:1): for each proposal, random weights make one value of the
 * normalised objectives, a model is fitted to it, and the architecture of the highest acquisition
 * is proposed.
 *
 * <p>Model and acquisition are those of {@link BayesianController}. Unlike in the paper, weights
 * are uniform instead of from a lattice, and the architectures that the model learns from are
 * limited by a setting. Infeasible and failed trials count as the worst value so far.
 */
@SeveralObjectives
@BehaviourVersion("c302b0ef390339fe")
@Description("ParEGO: Bayesian optimisation of several objectives by random weights.")
public final class ParegoController implements Controller {
  private static final String KIND = "parego/2";

  private final ParegoSettings settings;
  private final Objectives objectives;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final BayesianSearch search;
  private final ObjectiveObservations observations;

  /** Creates the controller of a study. */
  @Inject
  public ParegoController(
      ParegoSettings settings,
      Objectives objectives,
      SearchSpace space,
      RandomStreams streams,
      Fidelity fidelity) {
    this.settings = settings;
    this.objectives = objectives;
    this.space = space;
    this.streams = streams;
    this.search = new BayesianSearch(settings.bayesian(), space, streams, fidelity);
    this.observations = new ObjectiveObservations(objectives.compared());
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count) {
      List<Proposal> next = search.ask(1, observations.scalarised(scalarisation()));
      if (next.isEmpty()) {
        break;
      }
      // The model predicts a scalarised value, which is no reward of the experiment.
      proposals.add(Proposal.of(next.get(0).architecture(), next.get(0).fidelity()));
    }
    return proposals;
  }

  /** Returns the scalarisation of the next proposal. */
  RandomScalarisation scalarisation() {
    return RandomScalarisation.draw(
        objectives.compared(),
        settings.sumShare(),
        streams.stream("parego.weights", search.proposed()));
  }

  /** Learns from results, including those of a recorded search as far as they are of this space. */
  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      Proposal proposal = result.trial().proposal();
      if (space.contains(proposal.architecture())) {
        Architecture canonical = space.canonical(proposal.architecture());
        search.told(canonical);
        observations.add(canonical, proposal.fidelity(), TrialQuality.of(result, objectives));
      }
    }
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
  public Map<String, Double> diagnostics() {
    return search.diagnostics();
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    search.write(out);
    observations.write(out);
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    search.read(in);
    observations.read(in);
  }
}
