package org.espalier.nas.analysis.comparison.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.ExampleComparisons;
import org.espalier.nas.analysis.comparison.text.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ComparisonPageTest {

  private static final String ATTACK = "</script><script>alert('x')</script>\"&<img onerror=x>";

  static List<ComparisonResults> all() {
    return List.of(
        ExampleComparisons.ofTwo(),
        ExampleComparisons.ofFive(),
        ExampleComparisons.ofFourProblems(),
        ExampleComparisons.analysed(4, 8),
        ExampleComparisons.awkward(),
        ExampleComparisons.empty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void isWellFormedAndNeedsNothingFromOutside(ComparisonResults results) throws Exception {
    String page = ComparisonPage.render(results);

    Document document = ParsedPage.of(page);

    assertThat(page).doesNotContain("src=").doesNotContain("url(").doesNotContain("@import");
    assertThat(document.getElementsByTagName("link").getLength()).isZero();
    assertThat(page).doesNotContain("NaN").doesNotContain("Infinity\"");
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyIdStandsOnceAndEveryLinkHasItsTarget(ComparisonResults results) throws Exception {
    Document document = ParsedPage.of(ComparisonPage.render(results));
    List<String> ids = ParsedPage.attributes(document, "*", "id");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids)
        .contains("verdict", "ranking", "curves", "ranks", "distribution", "pairs", "cost")
        .contains("seeds", "settings", "checklist", "assumptions", "provenance");
    assertThat(ParsedPage.attributes(document, "a", "href").stream().filter(t -> t.startsWith("#")))
        .hasSize(12)
        .allSatisfy(target -> assertThat(ids).contains(target.substring(1)));
    assertThat(ids).containsAll(ParsedPage.attributes(document, "label", "for"));
  }

  @Test
  void isTheSameForTheSameResults() {
    assertThat(ComparisonPage.render(ExampleComparisons.ofFourProblems()))
        .isEqualTo(ComparisonPage.render(ExampleComparisons.ofFourProblems()));
  }

  @Test
  void showsTheVerdictFirstAndEveryArmInEverySection() throws Exception {
    ComparisonResults results = ExampleComparisons.ofFive();

    Document document = ParsedPage.of(ComparisonPage.render(results));

    assertThat(textOf(document, "verdict")).contains(Verdict.of(results));
    for (String section : List.of("ranking", "curves", "ranks", "distribution", "pairs", "cost")) {
      assertThat(textOf(document, section))
          .as(section)
          .contains("random", "evolution", "local-search", "tpe", "bohb");
    }
    // Score and regret, epochs and seconds, and two more, each for wide screens and for phones.
    assertThat(ParsedPage.attributes(document, "svg", "data-figure")).hasSize(12);
    assertThat(textOf(document, "provenance")).contains("extends: wine.yaml");
  }

  @Test
  void saysWhereScoresComeFrom() throws Exception {
    Document document = ParsedPage.of(ComparisonPage.render(ExampleComparisons.analysed(2, 3)));

    assertThat(textOf(document, "ranking")).contains("They were made up.");
  }

  @Test
  void writesNumbersOfTheResults() {
    String page = ComparisonPage.render(ExampleComparisons.ofFive());

    assertThat(page)
        .contains("<td class=\"number best\"><span>59.49<small>59.25 to 59.73</small>")
        .contains("<span>not reached<small>2 of 30</small></span>")
        .contains("The optimum is 62.00\u00a0%.")
        .contains("A single measurement has a standard deviation of 0.80 points")
        .contains("critical difference 1.10")
        .contains("Friedman\u2019s \u03c7\u00b2 = 38.21, p &lt;\u00a00.0001")
        .contains("data-tip=\"seed 1: ")
        .contains("tpe with seed 1, tpe with seed 2, tpe with seed 3: ")
        .contains("href=\"runs/1/report.html\"");
  }

  @Test
  void fillsTheMatrixFromBothSides() {
    String page = ComparisonPage.render(ExampleComparisons.ofTwo());

    assertThat(page)
        .contains("<td class=\"better\" data-tip=\"sharing\nagainst no sharing\">")
        .contains("<td class=\"worse\" data-tip=\"no sharing\nagainst sharing\">")
        .contains("All numbers of the pair");
  }

  @Test
  void offersRegretWhereTheOptimumIsKnown() throws Exception {
    Document document = ParsedPage.of(ComparisonPage.render(ExampleComparisons.ofFourProblems()));

    assertThat(ParsedPage.attributes(document, "svg", "data-scale"))
        .containsExactly(
            "score", "score", "score", "score", "regret", "regret", "score", "score", "score",
            "score");
  }

  @Test
  void doesNotRunWhatNamesContain() throws Exception {
    Document document = ParsedPage.of(ComparisonPage.render(ExampleComparisons.hostile(ATTACK)));

    assertThat(document.getElementsByTagName("script").getLength()).isEqualTo(4);
    assertThat(document.getElementsByTagName("img").getLength()).isZero();
    assertThat(document.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(ATTACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs/1/report.html", "../runs/a:b", "report.html#x"})
  void linksToWhatLiesBesideIt(String link) {
    assertThat(SeedsSection.isRelative(link)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://a.b/c",
        "//a.b",
        "/etc/passwd",
        "data:text/html,x"
      })
  void linksNowhereElse(String link) {
    assertThat(SeedsSection.isRelative(link)).isFalse();
  }

  @Test
  void saysWhatThereIsNot() {
    assertThat(ComparisonPage.render(ExampleComparisons.empty()))
        .contains("No pair was tested.")
        .contains("No search of this problem has finished.")
        .contains("No search of this problem has an incumbent.")
        .contains("Ranks need at least three arms and two blocks")
        .contains("No pair was tested.")
        .contains("The searches have no recorded cost.")
        .contains("No provenance was recorded.")
        .doesNotContain("data-figure=\"boxes\"");
  }

  @Test
  void aHundredSeedsOfFourteenArmsFitIntoAPageThatIsEasyToSend() throws Exception {
    String one = ComparisonPage.render(ExampleComparisons.ofFourteen(100));
    String four = ComparisonPage.render(ExampleComparisons.ofAll(100));

    ParsedPage.of(four);
    assertThat(one.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(900_000);
    assertThat(four.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3_000_000);
  }

  @Test
  void costsThatArmsShareStandOnce() {
    String page = ComparisonPage.render(ExampleComparisons.ofFive());
    String data = page.substring(page.indexOf("id=\"curve-data\""));

    assertThat(data.split("\"costs\":\\[\\[", -1)).hasSize(2);
    assertThat(data.split("\"costs\":0", -1)).hasSize(1 + 5);
  }

  private static String textOf(Document document, String id) {
    NodeList elements = document.getElementsByTagName("*");
    return IntStream.range(0, elements.getLength())
        .mapToObj(elements::item)
        .map(Element.class::cast)
        .filter(element -> element.getAttribute("id").equals(id))
        .map(Node::getTextContent)
        .findFirst()
        .orElseThrow();
  }
}
