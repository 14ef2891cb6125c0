package org.espalier.nas.cli.explain;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.cli.console.TextTable;

/**
 * The decisions of a search space.
 *
 * @param decisions all decisions in order, without masks
 * @param conditions conditions by the names of their decisions
 */
public record DecisionTable(List<Decision> decisions, Map<String, String> conditions) {
  private static final int SHOWN = 6;

  /** Returns the table; adjacent decisions with equal options, such as layers, share a line. */
  @Override
  public String toString() {
    TextTable table = new TextTable(LEFT, LEFT);
    for (int first = 0; first < decisions.size(); ) {
      int last = first;
      while (last + 1 < decisions.size() && alike(decisions.get(first), decisions.get(last + 1))) {
        last++;
      }
      String name = decisions.get(first).name();
      table.row(
          "  " + (first == last ? name : name + " \u2026 " + decisions.get(last).name()),
          text(decisions.get(first).domain()) + condition(name));
      first = last + 1;
    }
    return table.toString();
  }

  private boolean alike(Decision one, Decision other) {
    return one.domain().equals(other.domain())
        && !conditions.containsKey(one.name())
        && !conditions.containsKey(other.name())
        && stem(one.name()).equals(stem(other.name()));
  }

  private static String stem(String name) {
    return name.replaceAll("\\d+", "");
  }

  private String condition(String name) {
    String condition = conditions.get(name);
    return condition == null ? "" : ", when " + condition;
  }

  private static String text(Domain domain) {
    return domain.fold(
        DecisionTable::text,
        range -> {
          String step = range.step() == 1 ? "" : ", step " + range.step();
          return "integer, " + range.low() + " to " + range.high() + step + text(range.scale());
        },
        range -> "real, " + range.low() + " to " + range.high() + text(range.scale()));
  }

  private static String text(Categorical categorical) {
    List<String> options = categorical.options();
    String shown = options.stream().limit(SHOWN).collect(Collectors.joining(", "));
    String more = options.size() > SHOWN ? ", \u2026 (" + options.size() + " options)" : "";
    return (categorical.ordered() ? "in order: " : "one of: ") + shown + more;
  }

  private static String text(Scale scale) {
    return scale == Scale.LOG ? ", log" : "";
  }

  /** Returns the decisions as a tree, for JSON. */
  List<Map<String, Object>> tree() {
    List<Map<String, Object>> tree = new ArrayList<>();
    for (Decision decision : decisions) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", decision.name());
      entry.putAll(tree(decision.domain()));
      if (conditions.containsKey(decision.name())) {
        entry.put("when", conditions.get(decision.name()));
      }
      tree.add(entry);
    }
    return tree;
  }

  private static Map<String, Object> tree(Domain domain) {
    return domain.fold(DecisionTable::tree, DecisionTable::tree, DecisionTable::tree);
  }

  private static Map<String, Object> tree(Categorical options) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", "categorical");
    tree.put("options", options.options());
    tree.put("ordered", options.ordered());
    return tree;
  }

  private static Map<String, Object> tree(IntegerRange range) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", "integer");
    tree.put("low", range.low());
    tree.put("high", range.high());
    tree.put("step", range.step());
    tree.put("log", range.scale() == Scale.LOG);
    return tree;
  }

  private static Map<String, Object> tree(RealRange range) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", "real");
    tree.put("low", range.low());
    tree.put("high", range.high());
    tree.put("log", range.scale() == Scale.LOG);
    return tree;
  }
}
