package org.espalier.nas.benchmark.image;

import java.io.IOException;
import java.util.Locale;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.Outcome;

/**
 * A measurement of the resident memory of a process that trains many convolutional networks: {@code
 * main [NETWORKS [STEPS]]}; 500 and 3 by default.
 */
public final class ResidentMemory {
  private static final String SPACE =
      "{type: chain-cnn, maxLayers: 3, dropout: {type: categorical, options: ['0.0', '0.2']},"
          + " filters: {type: categorical, options: ['4', '8', '16']}}";
  private static final double VALIDATION = 0.001;
  private static final int BATCH = 16;
  private static final int INTERVAL = 50;

  private ResidentMemory() {}

  /** Runs the measurement. */
  public static void main(String[] arguments) throws IOException {
    int networks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    RandomStreams streams = new RandomStreams(1);
    try (ImageTrials trials = new ImageTrials(SPACE, BATCH, VALIDATION, "")) {
      Evaluator evaluator = trials.evaluator();
      int completed = 0;
      for (int number = 1; number <= networks; number++) {
        Outcome outcome =
            trials.train(
                evaluator,
                trials.space().sampleUniformly(streams.stream("memory", number)),
                number,
                steps);
        completed += outcome instanceof Outcome.Completed ? 1 : 0;
        if (number % INTERVAL == 0) {
          System.gc();
          System.out.printf(
              Locale.ROOT,
              "%d networks, %d completed: resident %.0f MiB%n",
              number,
              completed,
              ProcessMemory.resident());
        }
      }
    }
  }
}
