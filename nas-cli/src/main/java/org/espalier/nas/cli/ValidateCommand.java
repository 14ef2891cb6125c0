package org.espalier.nas.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.experiment.comparison.ComparisonPlan;
import org.espalier.nas.experiment.file.ComparisonWriter;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.Located;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Problem;
import org.espalier.nas.experiment.text.Json;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.espalier.nas.experiment.wiring.LayerValidation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas validate}. */
@Command(
    name = "validate",
    description = {
      "Checks an experiment file, or each arm of a comparison file on each problem, without running"
          + " or writing anything.",
      "Also checks the data and the layers of the search space if the data set is on this machine.",
    },
    footer = {
      "%nExamples:",
      "  nas validate experiments/quickstart.yaml",
      "  nas validate my.yaml --set controller.batch=20 --resolved",
      "  nas validate experiments/ablation-controllers.yaml",
    })
final class ValidateCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final EitherOptions options = new EitherOptions();

  @Option(names = "--resolved", description = "Print the experiment with all defaults filled in.")
  private boolean resolved;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try {
      Located located = options.read(nas.catalogue());
      if (located instanceof LocatedComparison comparison) {
        comparison.forEach(
            variant -> {
              Task task = check(variant.located()).orElse(null);
              ComparisonPlan.requireScore(comparison, variant, task);
            });
        accept(comparison);
      } else if (located instanceof LocatedExperiment experiment) {
        check(experiment);
        accept(experiment.experiment());
      }
      return ExitCode.DONE;
    } catch (InvalidExperimentException invalid) {
      if (!json) {
        throw invalid;
      }
      nas.out().println(Json.of(rejection(invalid.problems())));
      return ExitCode.BAD_INPUT;
    }
  }

  /** Returns the task of the data; empty if they were not read. */
  private Optional<Task> check(LocatedExperiment located) {
    ExperimentGraph.check(located, nas.catalogue());
    return new LayerValidation(nas.catalogue()).require(located);
  }

  private void accept(Experiment experiment) {
    ExperimentWriter writer = new ExperimentWriter();
    accept(
        options.file() + " is valid.",
        () -> writer.yaml(experiment),
        Map.of("experiment", writer.tree(experiment)));
  }

  private void accept(LocatedComparison comparison) {
    ComparisonWriter writer = new ComparisonWriter();
    int arms = comparison.arms().size();
    int problems = comparison.problems().size();
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("arms", arms);
    counts.put("problems", problems);
    counts.put("searches", comparison.searches());
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("counts", counts);
    more.put("comparison", writer.tree(comparison, key -> true));
    accept(
        String.format(
            Locale.ROOT,
            "%s is valid: %s, %s, %s.",
            options.file(),
            Words.count(arms, "arm"),
            Words.count(problems, "problem"),
            Words.count(comparison.searches(), "search")),
        () -> writer.yaml(comparison, key -> true),
        more);
  }

  private void accept(String sentence, Supplier<String> yaml, Map<String, Object> more) {
    PrintWriter out = nas.out();
    if (json) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("valid", true);
      answer.put("problems", List.of());
      answer.putAll(more);
      out.println(Json.of(answer));
    } else if (resolved) {
      out.print(yaml.get());
      out.flush();
    } else {
      out.println(sentence);
    }
  }

  private static Map<String, Object> rejection(List<Problem> problems) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("valid", false);
    answer.put("problems", problems.stream().map(ValidateCommand::tree).toList());
    return answer;
  }

  private static Map<String, Object> tree(Problem problem) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("source", problem.place().source().name());
    tree.put("line", problem.place().line());
    tree.put("column", problem.place().column());
    tree.put("message", problem.message());
    return tree;
  }
}
