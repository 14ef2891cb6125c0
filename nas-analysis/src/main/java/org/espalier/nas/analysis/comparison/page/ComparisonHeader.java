package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.text.Verdict;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;

/** The header of the page: name, verdict and key numbers. */
final class ComparisonHeader {

  private static final int LONG = 160;

  /** Number of sentences of the verdict that are shown; all if there are at most two more. */
  private static final int SHOWN = 6;

  private final PageModel view;
  private final Markup markup;

  ComparisonHeader(PageModel view, Markup markup) {
    this.view = view;
    this.markup = markup;
  }

  void write() {
    ComparisonRecord comparison = view.results().comparison();
    markup.open("header");
    markup.leaf("p", "Comparison report", "class", "kind");
    markup.leaf("h1", comparison.name());
    if (comparison.description() != null) {
      markup.leaf("p", comparison.description(), "class", "description");
    }
    writeVerdict();
    markup.open("dl", "class", "tiles");
    tile("arms", comparison.arms().size(), "");
    tile(
        "problems",
        comparison.problems().size(),
        comparison.problems().size() == 1 ? comparison.problems().get(0).space() : "");
    tile("searches", comparison.searches().size(), failures(comparison));
    words("seeds per arm", seeds(), "");
    words("budget per search", comparison.protocol().budget(), "");
    markup.close();
    writeProblems(comparison);
    markup.close();
  }

  private void writeVerdict() {
    List<String> verdict = Verdict.of(view.results());
    markup.open("section", "class", "verdict", "id", "verdict").leaf("h2", "Verdict");
    if (verdict.isEmpty()) {
      markup.leaf("p", "No pair was tested.");
    } else {
      String first = verdict.get(0);
      markup.leaf("p", first, "class", first.length() > LONG ? "first lengthy" : "first");
      int shown = verdict.size() <= SHOWN + 2 ? verdict.size() : SHOWN;
      writeList(verdict.subList(1, shown));
      if (shown < verdict.size()) {
        markup.open("details").leaf("summary", verdict.size() - shown + " more sentences");
        writeList(verdict.subList(shown, verdict.size()));
        markup.close();
      }
    }
    markup.close();
  }

  private void writeList(List<String> sentences) {
    if (!sentences.isEmpty()) {
      markup.open("ul");
      sentences.forEach(sentence -> markup.leaf("li", sentence));
      markup.close();
    }
  }

  private void writeProblems(ComparisonRecord comparison) {
    if (comparison.problems().size() < 2) {
      return;
    }
    markup.open("ul", "class", "facts");
    for (ProblemRecord problem : comparison.problems()) {
      markup.open("li").leaf("b", problem.name()).text(": " + problem.space()).close();
    }
    markup.close();
  }

  private static String failures(ComparisonRecord comparison) {
    long failed = comparison.searches().stream().filter(s -> s.failure() != null).count();
    return failed == 0 ? "none failed" : NumberFormat.whole(failed) + " failed";
  }

  /** Returns the number of seeds, or its range. */
  private String seeds() {
    Set<Integer> counts =
        view.results().arms().stream()
            .map(ArmResult::searches)
            .map(List::size)
            .collect(Collectors.toSet());
    int least = counts.stream().mapToInt(Integer::intValue).min().orElse(0);
    int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    return least == most ? Integer.toString(most) : least + " to " + most;
  }

  private void tile(String name, int value, String more) {
    words(name, NumberFormat.whole((long) value), more);
  }

  private void words(String name, String value, String more) {
    String style = value.length() > 12 ? "long" : "short";
    markup.open("div").leaf("dt", name).leaf("dd", value, "class", style);
    if (!more.isEmpty()) {
      markup.leaf("dd", more, "class", "more");
    }
    markup.close();
  }
}
