package org.espalier.nas.dashboard.steering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;

/** Studies of two trials each, whose architectures do not make the same decisions. */
public final class ChosenTrials {

  private static final String CONDITIONAL =
      """
      name: cond
      searchSpace:
        type: hyperparameters
        parameters:
          opt: {type: categorical, options: [sgd, adam]}
          momentum: {type: categorical, options: [0.5, 0.9], when: opt == sgd}
          batch: {type: categorical, options: [16, 32]}
          z: {type: real, low: 0, high: 1}
      controller: {type: random}
      evaluator: {type: hidden-architecture, reward: graded, epochs: 1}
      budget: {trials: 30}
      """;

  private static final String PERCEPTRONS =
      """
      name: nets
      dataset: {type: moons, samples: 100}
      searchSpace: {type: mlp, nodes: [16], activations: [relu], dropout: [], maxLength: 4}
      hyperparameters:
        parameters:
          optimizer.learningRate: {type: real, low: 0.0001, high: 0.5, scale: log}
      controller: {type: random}
      evaluator: {type: training, epochs: 1}
      budget: {trials: 1}
      """;

  private static final String UNKNOWN = "name: x\n";

  private ChosenTrials() {}

  /**
   * Adds a study of which only the second trial takes the decision in the middle.
   *
   * @param spaceKnown false if the search space cannot be made
   */
  public static void conditional(StudyRepository studies, String key, boolean spaceKnown) {
    Choice sixteen = new Choice.Option("batch", 0, "16");
    Choice more = new Choice.Option("batch", 1, "32");
    add(
        studies,
        key,
        spaceKnown ? CONDITIONAL : UNKNOWN,
        List.of(
            List.of(new Choice.Option("opt", 1, "adam"), sixteen, new Choice.Real("z", 0.5)),
            List.of(
                new Choice.Option("opt", 0, "sgd"),
                new Choice.Option("momentum", 1, "0.9"),
                more,
                new Choice.Real("z", 0.25))));
  }

  /** Adds a study of perceptrons, of which the second is longer; its space may be unknown too. */
  static void perceptrons(StudyRepository studies, String key, boolean spaceKnown) {
    Choice rate = new Choice.Real("optimizer.learningRate", 0.25);
    add(
        studies,
        key,
        spaceKnown ? PERCEPTRONS : UNKNOWN,
        List.of(List.of(dense(1), output(2), rate), List.of(dense(1), dense(2), output(3), rate)));
  }

  private static Choice dense(int layer) {
    return new Choice.Option("layer " + layer, 0, "(16, relu)");
  }

  private static Choice output(int layer) {
    return new Choice.Option("layer " + layer, 1, "(1, sigmoid)");
  }

  private static void add(
      StudyRepository studies, String key, String yaml, List<List<Choice>> architectures) {
    List<Trial> trials = new ArrayList<>();
    for (List<Choice> choices : architectures) {
      int number = trials.size() + 1;
      Proposal proposal = Proposal.of(new Architecture(choices), Fidelity.epochs(1));
      trials.add(new Trial(number, proposal, number, 0));
    }
    try (StudyJournal journal =
        studies.create(key, new StudyDescription(key, 1, yaml, Map.of(), Instant.EPOCH))) {
      int session = journal.beginSession(Instant.EPOCH);
      journal.asked(
          new AskEntry(
              trials,
              List.of(new RecordedAsk(0, trials.size(), trials.size())),
              new TreeMap<>(),
              null,
              Instant.EPOCH));
      journal.endSession(session, Instant.EPOCH, "budget", new TreeMap<>());
    }
  }
}
