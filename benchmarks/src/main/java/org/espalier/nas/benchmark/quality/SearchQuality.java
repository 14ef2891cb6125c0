package org.espalier.nas.benchmark.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.benchmark.InstalledPlugins;
import org.espalier.nas.benchmark.controller.ControllerUnderTest;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A program that searches problems with a known optimum with any controllers and with random
 * search.
 */
@Command(
    name = "search-quality",
    mixinStandardHelpOptions = true,
    description = "Measures the quality of controllers' searches.")
public final class SearchQuality implements Callable<Integer> {

  /** The controller with which every other one is compared. */
  static final String BASELINE = "random";

  private static final int CHECKPOINT = 10;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private CommandSpec spec;

  @Option(
      names = "--controller",
      paramLabel = "ID[: {KEY: VALUE}]",
      description = "A controller, with settings if not the default ones. May be repeated.")
  private List<String> controllers = new ArrayList<>();

  @Option(
      names = "--problem",
      paramLabel = "NAME",
      description = "A family of problems; all if none is given. May be repeated.")
  private List<String> problems = new ArrayList<>();

  @Option(names = "--seeds", defaultValue = "30", description = "Number of seeds (30).")
  private int seeds;

  @Option(names = "--first-seed", defaultValue = "1", description = "First seed (1).")
  private long firstSeed;

  @Option(names = "--trials", defaultValue = "100", description = "Trials of each search (100).")
  private int trials;

  @Option(
      names = "--lag",
      defaultValue = "1",
      description = "Trials that may be outstanding (1); 0 for the controller's batch.")
  private int lag;

  @Option(names = "--threads", defaultValue = "2", description = "Searches that run at once (2).")
  private int threads;

  @Option(names = "--out", description = "CSV file for the regrets at every tenth trial.")
  private @Nullable Path out;

  @Option(names = "--dump", description = "Only write architectures with rewards to a CSV file.")
  private @Nullable Path dump;

  /** Runs the program from the command line. */
  public static void main(String... args) {
    System.exit(new CommandLine(new SearchQuality()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (dump != null) {
      Files.write(dump, ProblemDump.lines());
      return 0;
    }
    List<Score> scores = scores();
    if (out != null) {
      Files.write(
          out, Stream.concat(Stream.of(Score.HEADER), scores.stream().map(Score::line)).toList());
    }
    spec.commandLine().getOut().print(new SummaryTable(scores, trials));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private List<Score> scores() throws IOException {
    Catalogue catalogue = InstalledPlugins.with(new ProblemPlugin());
    Path folder = Files.createTempDirectory("search-quality");
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Score>>> searches = new ArrayList<>();
      for (Family family : families()) {
        for (ControllerUnderTest controller : underTest()) {
          for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            long member = seed;
            searches.add(pool.submit(() -> search(catalogue, family, controller, member, folder)));
          }
        }
      }
      return searches.stream().flatMap(search -> finished(search).stream()).toList();
    } finally {
      pool.shutdownNow();
      Files.deleteIfExists(folder);
    }
  }

  private List<Family> families() {
    return problems.isEmpty() ? Family.all() : problems.stream().map(Family::of).toList();
  }

  private List<ControllerUnderTest> underTest() {
    return Stream.concat(Stream.of(BASELINE), controllers.stream())
        .map(ControllerUnderTest::parse)
        .distinct()
        .toList();
  }

  private List<Score> search(
      Catalogue catalogue, Family family, ControllerUnderTest controller, long seed, Path folder) {
    double optimum = family.member().apply(seed).optimum();
    try (ExperimentGraph graph = wired(catalogue, family, controller, seed, folder)) {
      double[] regrets = new QualitySearch(graph, optimum, trials, lag).run();
      return IntStream.rangeClosed(1, trials)
          .filter(trial -> trial % CHECKPOINT == 0 || trial == trials)
          .mapToObj(
              trial -> new Score(family.id(), controller.label(), seed, trial, regrets[trial - 1]))
          .toList();
    }
  }

  /** Wires a search as the program does it. */
  private static ExperimentGraph wired(
      Catalogue catalogue, Family family, ControllerUnderTest controller, long seed, Path folder) {
    String problem =
        "{type: %s, problem: %s, member: %d}".formatted(ProblemPlugin.TYPE, family.id(), seed);
    String yaml =
        """
        name: search-quality
        seed: %d
        searchSpace: %s
        controller: %s
        evaluator: %s
        reward: {type: metric, over: last}
        """
            .formatted(seed, problem, controller.yaml(), problem);
    return ExperimentGraph.of(
        new ExperimentReader(catalogue).readStored(Path.of("search-quality.yaml"), yaml),
        catalogue,
        new RunFolder(folder));
  }

  private static List<Score> finished(Future<List<Score>> search) {
    try {
      return search.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The searches were interrupted.", interrupted);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException own
          ? own
          : new UncheckedIOException(new IOException(failed.getCause()));
    }
  }
}
