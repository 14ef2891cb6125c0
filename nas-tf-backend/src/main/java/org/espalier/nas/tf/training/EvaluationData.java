package org.espalier.nas.tf.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.tf.graph.ResourceStack;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.jspecify.annotations.Nullable;

/**
 * The data that networks are trained and measured on: a data set, or a fold of one.
 *
 * @param index the number of the fold, from 0; 0 if there are no folds
 * @param dataset the parts
 * @param measures the metrics
 * @param validation the validation part
 * @param test the test part if it is measured after each epoch, else null
 */
record EvaluationData(
    int index, Dataset dataset, Measures measures, Batches validation, @Nullable Batches test) {

  /** Creates the data; the batches are closed with the resources. */
  static EvaluationData open(
      int index, Dataset dataset, TrainingSettings settings, ResourceStack resources) {
    return new EvaluationData(
        index,
        dataset,
        Measures.of(settings, dataset.info().task()),
        resources.open(() -> Batches.toPredict(dataset.examples(Part.VALIDATION)), Batches::close),
        settings.measureTest() ? resources.open(() -> testOf(dataset), Batches::close) : null);
  }

  private static Batches testOf(Dataset dataset) {
    Examples examples = dataset.examples(Part.TEST);
    if (examples.size() == 0) {
      throw new InvalidSettingException(
          "measureTest", "measureTest (true) needs a test part, which the data set does not have.");
    }
    return Batches.toPredict(examples);
  }

  /** Returns the kind of prediction. */
  Task task() {
    return dataset.info().task();
  }

  /** Returns the number of examples in the largest batch that is predicted at once. */
  int largestPredicted() {
    return test == null ? validation.largest() : Math.max(validation.largest(), test.largest());
  }

  /** Builds a network for these data. */
  CandidateNetwork build(
      LayerBuilders builders,
      NetworkSpec network,
      TrainingSettings settings,
      Construction choices) {
    return CandidateNetwork.build(
        builders,
        network,
        task(),
        settings,
        settings.classWeights().of(task(), dataset.examples(Part.TRAINING)),
        choices);
  }

  /**
   * Returns batches of the examples to train on, in which classes have the shares that they have in
   * the training part; those of a smaller fraction are a subset of those of a larger one.
   *
   * @param fraction the share of the training part, in (0, 1]
   */
  Batches training(double fraction, RandomStreams streams, int batch) {
    return new Batches(dataset.examples(Part.TRAINING), rows(fraction, streams), batch);
  }

  /** Returns the indices of the examples of {@link #training}. */
  int[] rows(double fraction, RandomStreams streams) {
    Examples examples = dataset.examples(Part.TRAINING);
    int[] rows = IntStream.range(0, examples.size()).toArray();
    if (fraction < 1) {
      Batches.shuffle(rows, streams.stream("training.subset", index));
      rows =
          Arrays.copyOf(
              inProportion(rows, examples), Math.max(1, (int) Math.round(fraction * rows.length)));
    }
    return rows;
  }

  /**
   * Returns rows in an order of which each beginning has the shares of the classes: the i-th of n
   * rows of a class stands at (i + ½) / n. Rows without classes keep their order.
   */
  private int[] inProportion(int[] rows, Examples examples) {
    if (!(task() instanceof Task.Classification several)) {
      return rows;
    }
    int[] sizes = new int[several.classes().size()];
    for (int row : rows) {
      sizes[(int) examples.target(row)]++;
    }
    int[] seen = new int[sizes.length];
    double[] positions = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int own = (int) examples.target(rows[i]);
      positions[i] = (seen[own]++ + 0.5) / sizes[own];
    }
    return IntStream.range(0, rows.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> positions[i]))
        .mapToInt(i -> rows[i])
        .toArray();
  }

  /** Returns the epochs of a network that was built for these data. */
  NetworkEpochs epochs(
      CandidateNetwork candidate,
      Batches training,
      TrainingSettings settings,
      long seed,
      PhaseClock clock) {
    return new NetworkEpochs(
        candidate, training, validation, test, measures, settings, seed, clock);
  }
}
