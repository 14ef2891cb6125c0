package org.espalier.nas.controller.bayesian;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Bayesian optimisation (Jones, Schonlau &amp; Welch 1998; Snoek, Larochelle &amp; Adams 2012):
 * fits a model of the reward to the observations and proposes the architecture of the highest
 * acquisition.
 *
 * <p>Outstanding trials count as if their reward were known (constant liar; Ginsbourger et al.
 * 2010), so that any number may be outstanding. All proposals have full fidelity.
 */
@BehaviourVersion({"774a740e4487dcb3", "bd92b5108e398e32"})
@Description("Bayesian optimisation with a Gaussian process or a random forest.")
public final class BayesianController implements Controller {
  private static final String KIND = "bayesian/3";

  private final BayesianSettings settings;
  private final SearchSpace space;
  private final BayesianSearch search;
  private final Observations observations = new Observations();

  /** Creates the controller of a study. */
  @Inject
  public BayesianController(
      BayesianSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    this.settings = settings;
    this.space = space;
    this.search = new BayesianSearch(settings, space, streams, fidelity);
  }

  @Override
  public List<Proposal> ask(int count) {
    return search.ask(count, observations);
  }

  /** Learns from results, including those of a recorded search as far as they are of this space. */
  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      Proposal proposal = result.trial().proposal();
      if (space.contains(proposal.architecture())) {
        Architecture canonical = space.canonical(proposal.architecture());
        search.told(canonical);
        observations.add(canonical, proposal.fidelity(), result.reward().orElse(Double.NaN));
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
