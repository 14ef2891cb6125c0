package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.markup.Markup;

/** The head of the page: what was compared, and what may be said of it. */
final class Head {

  private static final int LONG = 160;

  /** So many sentences of the verdict are shown, or all if hardly more. */
  private static final int SHOWN = 6;

  private final View view;
  private final Markup markup;

  Head(View view, Markup markup) {
    this.view = view;
    this.markup = markup;
  }

  void write() {
    ComparisonRecord comparison = view.results().comparison();
    markup.open("header");
    markup.leaf("p", "Report of a comparison", "class", "kind");
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
    words("seeds an arm", seeds(), "");
    words("budget of a search", comparison.protocol().budget(), "");
    markup.close();
    writeProblems(comparison);
    markup.close();
  }

  private void writeVerdict() {
    List<String> verdict = view.results().verdict();
    markup.open("section", "class", "verdict", "id", "verdict").leaf("h2", "Verdict");
    if (verdict.isEmpty()) {
      markup.leaf("p", "Nothing was tested.");
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
    return failed == 0 ? "none failed" : Figures.whole(failed) + " failed";
  }

  /** The number of seeds, or the range of it where arms have different ones. */
  private String seeds() {
    Set<Integer> counts =
        view.results().arms().stream()
            .map(ArmResult::outcomes)
            .map(List::size)
            .collect(Collectors.toSet());
    int least = counts.stream().mapToInt(Integer::intValue).min().orElse(0);
    int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    return least == most ? Integer.toString(most) : least + " to " + most;
  }

  private void tile(String name, int value, String more) {
    words(name, Figures.whole((long) value), more);
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
