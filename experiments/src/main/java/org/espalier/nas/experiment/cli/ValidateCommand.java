package org.espalier.nas.experiment.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Problem;
import org.espalier.nas.experiment.text.Json;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas validate}. */
@Command(
    name = "validate",
    description = "Checks an experiment file without running or writing anything.",
    footer = {
      "%nExamples:",
      "  nas validate experiments/quickstart.yaml",
      "  nas validate my.yaml --set controller.batch=20 --resolved",
    })
final class ValidateCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final ExperimentOptions options = new ExperimentOptions();

  @Option(names = "--resolved", description = "Print the experiment with all defaults filled in.")
  private boolean resolved;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try {
      LocatedExperiment located = options.read(nas.catalogue());
      ExperimentGraph.check(located, nas.catalogue());
      accept(located.experiment());
      return ExitCode.DONE;
    } catch (InvalidExperimentException invalid) {
      if (!json) {
        throw invalid;
      }
      nas.out().println(Json.of(rejection(invalid.problems())));
      return ExitCode.BAD_INPUT;
    }
  }

  private void accept(Experiment experiment) {
    PrintWriter out = nas.out();
    if (json) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("valid", true);
      answer.put("problems", List.of());
      answer.put("experiment", new ExperimentWriter().tree(experiment));
      out.println(Json.of(answer));
    } else if (resolved) {
      out.print(new ExperimentWriter().yaml(experiment));
      out.flush();
    } else {
      out.println(options.file() + " is valid.");
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
