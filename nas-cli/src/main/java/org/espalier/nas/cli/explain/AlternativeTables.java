package org.espalier.nas.cli.explain;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.experiment.comparison.ComparisonPlan;
import org.espalier.nas.experiment.comparison.ComparisonPlan.Searches;
import org.espalier.nas.experiment.file.LocatedComparison.Alternative;
import org.jspecify.annotations.Nullable;

/** The arms and problems of a comparison, and their differences from the base. */
record AlternativeTables(ComparisonPlan plan) {
  private static final String TYPE = ".type";

  TextTable problems() {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT, RIGHT, LEFT);
    boolean named = plan.located().searched().stream().anyMatch(problem -> !asTheBase(problem));
    table.row(
        "  problem",
        "search space",
        "evaluator",
        "score",
        "optimum",
        named ? "differs from the base" : "");
    for (int i = 0; i < plan.problems().size(); i++) {
      ProblemRecord problem = plan.problems().get(i);
      table.row(
          "  " + problem.name(),
          problem.space(),
          evaluator(problem.name()),
          problem.metric(),
          optimum(problem.optimum()),
          named ? differences(plan.located().searched().get(i)) : "");
    }
    return table;
  }

  private static String optimum(@Nullable Double optimum) {
    return optimum == null ? "unknown" : ComparisonExplanation.number(optimum);
  }

  private String evaluator(String problem) {
    return plan.searches().stream()
        .map(Searches::variant)
        .filter(variant -> variant.problem().equals(problem))
        .map(variant -> variant.located().experiment().evaluator().type())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  TextTable arms() {
    TextTable table = new TextTable(LEFT, RIGHT, RIGHT, LEFT);
    table.row("  arm", "searches", "stored", "differs from the base");
    for (Alternative arm : plan.located().compared()) {
      table.row(
          "  " + arm.name(),
          String.format(Locale.ROOT, "%,d", all(arm)),
          String.format(Locale.ROOT, "%,d", stored(arm)),
          differences(arm));
    }
    return table;
  }

  private int all(Alternative arm) {
    return searches(arm).stream().mapToInt(Searches::all).sum();
  }

  private int stored(Alternative arm) {
    return searches(arm).stream().mapToInt(Searches::stored).sum();
  }

  private List<Searches> searches(Alternative arm) {
    return plan.searches().stream()
        .filter(searches -> searches.variant().arm().equals(arm.name()))
        .toList();
  }

  private static boolean asTheBase(Alternative alternative) {
    return alternative.differences().isEmpty() && alternative.description() == null;
  }

  private static String differences(Alternative alternative) {
    String differences =
        alternative.differences().entrySet().stream()
            .map(entry -> key(entry.getKey()) + ": " + entry.getValue())
            .collect(Collectors.joining(", "));
    String description = alternative.description();
    return (differences.isEmpty() ? "nothing" : differences)
        + (description == null ? "" : " (" + description.replaceAll("\\.$", "") + ")");
  }

  /** Names a component by its type. */
  private static String key(String path) {
    return path.endsWith(TYPE) ? path.substring(0, path.length() - TYPE.length()) : path;
  }

  List<Map<String, Object>> problemTree() {
    List<Map<String, Object>> trees = new ArrayList<>();
    for (int i = 0; i < plan.problems().size(); i++) {
      ProblemRecord problem = plan.problems().get(i);
      Map<String, Object> tree = tree(plan.located().searched().get(i));
      tree.put("space", problem.space());
      tree.put("evaluator", evaluator(problem.name()));
      tree.put("epochs", problem.fullEpochs());
      tree.put("score", problem.metric());
      Double optimum = problem.optimum();
      if (optimum != null) {
        tree.put("optimum", optimum);
      }
      Double average = problem.average();
      if (average != null) {
        tree.put("average", average);
      }
      trees.add(tree);
    }
    return trees;
  }

  List<Map<String, Object>> armTree() {
    List<Map<String, Object>> trees = new ArrayList<>();
    for (Alternative arm : plan.located().compared()) {
      Map<String, Object> tree = tree(arm);
      tree.put("searches", all(arm));
      tree.put("stored", stored(arm));
      trees.add(tree);
    }
    return trees;
  }

  private static Map<String, Object> tree(Alternative alternative) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", alternative.name());
    String description = alternative.description();
    if (description != null) {
      tree.put("description", description);
    }
    tree.put("differences", alternative.differences());
    return tree;
  }
}
