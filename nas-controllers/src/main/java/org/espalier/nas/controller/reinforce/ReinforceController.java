package org.espalier.nas.controller.reinforce;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.espalier.nas.api.controller.Archive;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.PolicyUpdate;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Policy-gradient search (Zoph &amp; Le 2017): a recurrent policy draws a batch of architectures
 * and learns by REINFORCE from their rewards, or by PPO's clipped surrogate (Schulman et al. 2017).
 *
 * <p>A new batch is drawn once all results of the previous batch are told. With {@code repeats:
 * false} the search ends when no architecture is left.
 *
 * <p>A result that it did not propose, as in a replay of another controller's search, makes the
 * controller discard its own batch; it learns from such results, a batch of them at a time, as if
 * they had been drawn uniformly.
 */
@BehaviourVersion({"19954d0706638b9e", "5b426758275a1d25", "d24805c19892b5ed"})
@Description("A recurrent policy learns good architectures by REINFORCE or PPO.")
public final class ReinforceController implements Controller {
  private static final String KIND = "reinforce/3";

  private final ReinforceSettings settings;
  private final RandomStreams streams;
  private final Fidelity fidelity;
  private final Vocabulary vocabulary;
  private final Archive archive;
  private final PolicyNetwork network;
  private final CandidateSource source;
  private final ReturnEstimator lessons;
  private final Map<String, Double> diagnostics = new TreeMap<>();
  private PendingBatch batch = PendingBatch.empty();
  private PendingBatch adopted = PendingBatch.empty();
  private long batches;

  /** Creates the controller of a study. */
  @Inject
  public ReinforceController(
      ReinforceSettings settings,
      SearchSpace space,
      RandomStreams streams,
      Fidelity fidelity,
      PolicyNetwork.Factory networks) {
    this.settings = settings;
    this.streams = streams;
    this.fidelity = fidelity;
    this.vocabulary = new Vocabulary(space, settings.bins(), settings.sharesHeads());
    this.archive = new Archive(space::canonical, vocabulary::architectures);
    this.network =
        networks.create(spec(settings), vocabulary, streams.seed("reinforce.network", 0));
    this.source = new CandidateSource(settings, vocabulary, network, archive);
    this.lessons = new ReturnEstimator(settings);
  }

  private static PolicySpec spec(ReinforceSettings settings) {
    return new PolicySpec(
        cell(settings),
        settings.units(),
        settings.embedding(),
        settings.predicts(),
        settings.optimizer(),
        settings.l2(),
        settings.temperature(),
        settings.tanhConstant());
  }

  private static PolicySpec.Cell cell(ReinforceSettings settings) {
    return switch (settings.variant()) {
      case AS_PUBLISHED -> PolicySpec.Cell.PUBLISHED_LSTM;
      case AS_PUBLISHED_WALLARM -> PolicySpec.Cell.PUBLISHED_NASCELL;
      case CORRECT, AS_PUBLISHED_ENAS ->
          switch (settings.cell()) {
            case LSTM -> PolicySpec.Cell.LSTM;
            case NASCELL -> PolicySpec.Cell.NASCELL;
          };
    };
  }

  @Override
  public List<Proposal> ask(int count) {
    if (batch.complete()) {
      batch = new PendingBatch(drawBatch());
    }
    return batch.propose(count).stream().map(this::proposal).toList();
  }

  private List<SampledArchitecture> drawBatch() {
    // Before the first update the predictor knows nothing to screen by.
    boolean screens = settings.predictor() == ReinforceSettings.Predictor.SCREEN;
    boolean screened = screens && settings.predicts() && batches > 0;
    List<SampledArchitecture> drawn =
        source.draw(
            streams.stream("reinforce.sample", batches), settings.explorationOf(batches), screened);
    batches++;
    return drawn;
  }

  private Proposal proposal(SampledArchitecture candidate) {
    Proposal proposal = Proposal.of(candidate.architecture(), fidelity);
    Double score = candidate.score();
    return score == null ? proposal : proposal.predicting(lessons.reward(score));
  }

  @Override
  public void tell(List<TrialResult> results) {
    diagnostics.clear();
    for (TrialResult result : results) {
      Architecture architecture = result.trial().proposal().architecture();
      if (batch.expects(architecture)) {
        batch.tell(result.reward());
        if (batch.complete()) {
          learn(batch);
        }
      } else {
        adopt(architecture, result.reward());
      }
    }
  }

  private void adopt(Architecture architecture, OptionalDouble reward) {
    batch.untold().forEach(candidate -> archive.remove(candidate.architecture()));
    batch = PendingBatch.empty();
    archive.add(architecture);
    Rollout rollout = UniformWalk.rollout(vocabulary, vocabulary.encode(architecture));
    adopted = adopted.adopting(new SampledArchitecture(architecture, rollout, 1, null), reward);
    if (adopted.candidates().size() == settings.batch()) {
      learn(adopted);
      adopted = PendingBatch.empty();
    }
  }

  private void learn(PendingBatch batch) {
    PolicyUpdate update = network.update(lessons.of(batch), lessons.objective());
    diagnostics.put("entropy", update.entropy());
    diagnostics.put("policy.loss", update.policyLoss());
    diagnostics.put("gradient.norm", update.gradientNorm());
    diagnostics.put("baseline", lessons.baseline());
    if (settings.explorationOf(0) > 0) {
      diagnostics.put("exploration", settings.explorationOf(Math.max(0, batches - 1)));
    }
    if (settings.predicts()) {
      diagnostics.put("predictor.loss", update.predictorLoss());
    }
  }

  @Override
  public int batch() {
    return settings.batch();
  }

  @Override
  public Map<String, Double> diagnostics() {
    return Map.copyOf(diagnostics);
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(batches);
    archive.write(out);
    lessons.write(out);
    batch.write(out);
    out.writeInt(diagnostics.size());
    for (Map.Entry<String, Double> entry : diagnostics.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeDouble(entry.getValue());
    }
    byte[] weights = network.snapshot();
    out.writeInt(weights.length);
    out.write(weights);
    if (!adopted.candidates().isEmpty()) {
      adopted.write(out);
    }
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    batches = in.readLong();
    archive.read(in);
    lessons.read(in);
    batch = PendingBatch.read(in, vocabulary);
    diagnostics.clear();
    for (int left = in.readInt(); left > 0; left--) {
      diagnostics.put(in.readUTF(), in.readDouble());
    }
    byte[] weights = new byte[in.readInt()];
    in.readFully(weights);
    network.restore(weights);
    adopted = in.available() > 0 ? PendingBatch.read(in, vocabulary) : PendingBatch.empty();
  }

  @Override
  public void close() {
    network.close();
  }
}
