package org.espalier.nas.benchmark.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A comparison of trainings that keep denormal numbers with trainings that flush them, for each
 * optimizer: {@code main [ROUNDS [EPOCHS [NETWORK…]]]}; 3 rounds of 40 epochs of {@code mlp} and
 * {@code convolution} by default. Processes alternate; the table has medians of processor times.
 */
public final class DenormalTimes {
  private static final List<String> OPTIMIZERS =
      List.of(
          "{type: sgd, learningRate: 0.01}",
          "{type: sgd, learningRate: 0.01, momentum: 0.9}",
          "{type: adam, learningRate: 0.001}",
          "{type: adamw, learningRate: 0.001}",
          "{type: nadam, learningRate: 0.001}",
          "{type: adamax, learningRate: 0.001}",
          "{type: rmsprop, learningRate: 0.001}",
          "{type: adagrad, learningRate: 0.01}",
          "{type: adadelta, learningRate: 1}",
          "{type: ftrl, learningRate: 0.01}");

  private DenormalTimes() {}

  /** Runs the comparison. */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    String epochs = arguments.length > 1 ? arguments[1] : "40";
    List<String> networks =
        arguments.length > 2
            ? List.of(arguments).subList(2, arguments.length)
            : List.of("mlp", "convolution");
    System.out.printf(
        "%-12s %-48s %13s %13s %9s %s%n",
        "network", "optimizer", "last/2nd kept", "flushed", "time", "results");
    for (String network : networks) {
      for (String optimizer : OPTIMIZERS) {
        compare(network, optimizer, epochs, rounds);
      }
    }
  }

  private static void compare(String network, String optimizer, String epochs, int rounds)
      throws IOException {
    List<Training> kept = new ArrayList<>();
    List<Training> flushed = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      kept.add(Training.measured("0", network, optimizer, epochs));
      flushed.add(Training.measured("1", network, optimizer, epochs));
    }
    System.out.printf(
        Locale.ROOT,
        "%-12s %-48s %13.2f %13.2f %9.2f %s%n",
        network,
        optimizer,
        median(kept.stream().map(Training::growth).toList()),
        median(flushed.stream().map(Training::growth).toList()),
        median(flushed.stream().map(Training::total).toList())
            / median(kept.stream().map(Training::total).toList()),
        kept.get(0).hash().equals(flushed.get(0).hash()) ? "equal" : "DIFFER");
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /**
   * A measured training.
   *
   * @param epochs the times of the epochs after the first, in nanoseconds
   * @param hash a hash of the measurements
   */
  private record Training(List<Double> epochs, String hash) {

    static Training measured(String flush, String network, String optimizer, String epochs)
        throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(
              ProcessHandle.current().info().command().orElseThrow(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              EpochTimes.class.getName(),
              network,
              optimizer,
              epochs);
      builder.environment().put("NAS_FLUSH_DENORMALS", flush);
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      List<String> lines =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.matches("-?\\d+"))
              .toList();
      if (lines.size() != Integer.parseInt(epochs)) {
        throw new IllegalStateException(optimizer + " cannot be trained.");
      }
      return new Training(
          lines.subList(0, lines.size() - 1).stream().map(Double::valueOf).toList(),
          lines.get(lines.size() - 1));
    }

    /** Returns the time of the last epochs by that of the second and those after it. */
    double growth() {
      int several = Math.max(1, epochs.size() / 10);
      return sum(epochs.subList(epochs.size() - several, epochs.size()))
          / sum(epochs.subList(0, several));
    }

    double total() {
      return sum(epochs);
    }

    private static double sum(List<Double> times) {
      return times.stream().mapToDouble(time -> time).sum();
    }
  }
}
