package org.espalier.nas.benchmark.controller;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.benchmark.InstalledPlugins;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A program that measures the time of asking and telling controllers, and its growth with the
 * number of trials told.
 *
 * <p>It prints a CSV file. {@code microseconds} is the processor time of one ask and tell, the mean
 * of the last tenth of {@code told} trials; {@code seconds} is that of all trials so far; {@code
 * exponent} is the growth of {@code seconds} since the size before: log ratio of seconds by log
 * ratio of trials. All are medians over the repeats, of which each is a search with another seed.
 */
@Command(
    name = "controller-times",
    mixinStandardHelpOptions = true,
    description = "Measures the time of controllers' asks and tells.")
public final class ControllerTimes implements Callable<Integer> {
  static final String HEADER = "controller,told,microseconds,seconds,exponent";

  /** Seconds of a first search, in which the virtual machine compiles. */
  private static final double WARM_UP = 2;

  /** Controllers that need a list of architectures. */
  private static final List<String> UNTIMED = List.of("given");

  private static final List<String> OF_SEVERAL_OBJECTIVES = List.of("nsga2", "parego");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private CommandSpec spec;

  @Option(
      names = "--controller",
      paramLabel = "ID[: {KEY: VALUE}]",
      description = "A controller; all with default settings if none is given. May be repeated.")
  private List<String> controllers = new ArrayList<>();

  @Option(
      names = "--told",
      split = ",",
      defaultValue = "100,1000,10000",
      description = "Numbers of trials told, ascending (100,1000,10000).")
  private int[] sizes = {};

  @Option(names = "--repeats", defaultValue = "3", description = "Searches of each (3).")
  private int repeats;

  @Option(
      names = "--limit",
      defaultValue = "60",
      description = "Seconds after which a search ends, without the larger numbers (60).")
  private double limit;

  /** Runs the program from the command line. */
  public static void main(String... args) {
    System.exit(new CommandLine(new ControllerTimes()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = InstalledPlugins.with(new SpherePlugin());
    PrintWriter out = spec.commandLine().getOut();
    out.println(HEADER);
    Path folder = Files.createTempDirectory("controller-times");
    for (String text : controllers.isEmpty() ? everyController(catalogue) : controllers) {
      ControllerUnderTest controller = ControllerUnderTest.parse(text);
      search(catalogue, controller, 0, Math.min(limit, WARM_UP), folder);
      List<long[]> searches = new ArrayList<>();
      for (int seed = 1; seed <= repeats; seed++) {
        searches.add(search(catalogue, controller, seed, limit, folder));
      }
      lines(controller, searches).forEach(out::println);
      out.flush();
    }
    Files.deleteIfExists(folder);
    return 0;
  }

  private static List<String> everyController(Catalogue catalogue) {
    return catalogue.types(ComponentKind.CONTROLLER).stream()
        .filter(type -> !UNTIMED.contains(type))
        .toList();
  }

  private long[] search(
      Catalogue catalogue, ControllerUnderTest controller, long seed, double seconds, Path folder) {
    String yaml = experiment(controller, seed);
    try (ExperimentGraph graph =
        ExperimentGraph.of(
            new ExperimentReader(catalogue).readStored(Path.of("controller-times.yaml"), yaml),
            catalogue,
            new RunFolder(folder))) {
      return new TimedSearch(graph, sizes[sizes.length - 1]).run(seconds);
    }
  }

  private static String experiment(ControllerUnderTest controller, long seed) {
    String goal =
        OF_SEVERAL_OBJECTIVES.contains(controller.id())
            ? "objectives: [{type: metric, metric: %s, goal: maximize}, {type: metric, metric: %s, goal: maximize}]"
                .formatted(SpherePlugin.NEAR, SpherePlugin.FAR)
            : "reward: {type: metric, metric: %s, goal: maximize, over: last}"
                .formatted(SpherePlugin.NEAR);
    return """
        name: controller-times
        seed: %d
        searchSpace:
          type: hyperparameters
          parameters:
            x1: {type: real, low: 0, high: 1}
            x2: {type: real, low: 0, high: 1}
            x3: {type: real, low: 0, high: 1}
            x4: {type: real, low: 0, high: 1}
            x5: {type: real, low: 0, high: 1}
            x6: {type: real, low: 0, high: 1}
        controller: %s
        evaluator: {type: %s}
        %s
        """
        .formatted(seed, controller.yaml(), SpherePlugin.TYPE, goal);
  }

  private List<String> lines(ControllerUnderTest controller, List<long[]> searches) {
    List<String> lines = new ArrayList<>();
    double before = Double.NaN;
    int smaller = 0;
    for (int told : sizes) {
      if (searches.stream().anyMatch(nanos -> nanos.length < told)) {
        break;
      }
      double seconds = median(searches.stream().mapToDouble(nanos -> nanos[told - 1] / 1e9));
      double exponent = Math.log(seconds / before) / Math.log((double) told / smaller);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%d,%.1f,%.4f,%s",
              controller.label(),
              told,
              median(searches.stream().mapToDouble(nanos -> microseconds(nanos, told))),
              seconds,
              smaller == 0 ? "" : String.format(Locale.ROOT, "%.2f", exponent)));
      before = seconds;
      smaller = told;
    }
    return lines;
  }

  private static double microseconds(long[] nanos, int told) {
    int last = Math.max(1, told / 10);
    return (nanos[told - 1] - (told == last ? 0 : nanos[told - 1 - last])) / 1e3 / last;
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
