package org.espalier.nas.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.engine.store.StudyOutline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The computations of the page, in the browser for which they are written. */
@Timeout(60)
class PageModulesTest {

  private static BrowserDashboard dashboard;
  private static BrowserPage page;

  @BeforeAll
  static void start(@TempDir Path profile) throws Exception {
    dashboard = BrowserDashboard.start(profile);
    page = dashboard.open();
  }

  @AfterAll
  static void stop() throws Exception {
    if (dashboard != null) {
      dashboard.close();
    }
  }

  /** Returns the value of an expression in which {@code m} is a module of the page. */
  private static JsonNode in(String module, String expression) {
    return page.value("import('/files/" + module + "').then(m => " + expression + ")");
  }

  /** Values on a coarse grid, so that many are equal. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theFrontIsThatOfTheDefinition(int objectives) {
    String wrong =
        """
        (() => {
          let seed = 1;
          const random = () => (seed = seed * 48271 %% 2147483647) / 2147483647;
          const dominates = (a, b) => a.every((x, i) => x <= b[i]) && a.some((x, i) => x < b[i]);
          for (let round = 0; round < 200; round++) {
            const items = Array.from({length: 1 + round %% 40}, () =>
                Array.from({length: %d}, () => Math.floor(8 * random())));
            const expected = items.filter(b => !items.some(a => dominates(a, b)));
            const found = new Set(m.nondominated(items, item => item));
            if (found.size !== expected.length || !expected.every(item => found.has(item)))
              return JSON.stringify(items);
          }
          return "";
        })()
        """
            .formatted(objectives);

    assertThat(in("pareto.js", wrong).asText()).isEmpty();
  }

  /** The head of a study has the number of the store, the page that of its own computation. */
  @Test
  void equalResultsCountOnceOnTheFront() {
    List<List<Double>> values =
        List.of(List.of(1.0, 5.0), List.of(1.0, 5.0), List.of(2.0, 6.0), List.of(0.5, 9.0));
    List<Objective> objectives =
        List.of(Objective.of("a", Direction.MAXIMIZE), Objective.of("b", Direction.MINIMIZE));

    assertThat(
            in(
                    "front.js",
                    "m.distinct(%s.slice(0, 3).map(objectives => ({objectives})))"
                        .formatted(values))
                .asInt())
        .isEqualTo(StudyOutline.front(objectives, values));
  }

  @Test
  void whatIsTheSameStaysInPlace() {
    String kept =
        """
        import('/files/dom.js').then(({element}) => {
          const list = element("ul");
          const item = ([key, text]) => element("li", {"data-key": key}, element("a", {href: "#" + key}, text));
          m.renew(list, [["a", 1], ["b", 2], ["c", 3]].map(item));
          const [a, b, c] = list.children;
          const [link, other] = [b.firstChild, c.firstChild];
          m.renew(list, [["n", 0], ["b", 2], ["c", 4]].map(item));
          return list.textContent === "024" && list.children[1] === b && b.firstChild === link
              && list.children[2] === c && c.firstChild === other && !a.isConnected;
        })
        """;

    assertThat(in("renew.js", kept.strip()).asBoolean()).isTrue();
  }

  @Test
  void anEmptyFrontIsEmpty() {
    assertThat(in("pareto.js", "m.nondominated([], x => x).length").asInt()).isZero();
  }

  /** Groups 1, 2, 3 and 5, 5.2: squares of deviations 2 and 0.02 with 2 and 1 degrees. */
  @Test
  void theSpreadOfRepeatsIsPooled() {
    JsonNode spread =
        in(
            "history.js",
            """
            m.repeatSpread([
              ["a", 1], ["b", 5], ["a", 2], ["b", 5.2], ["a", 3], ["c", 9]
            ].map(([architecture, reward]) =>
                ({architecture, reward, attempts: 1, state: "completed", epochs: 3})), r => r.reward)
            """);

    assertThat(spread.get("freedom").asInt()).isEqualTo(3);
    assertThat(spread.get("deviation").asDouble()).isCloseTo(Math.sqrt(2.02 / 3), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attempts: 0",
        "continues: 1",
        "state: 'stopped'",
        "epochs: 4",
        "dataFraction: 0.5"
      })
  void resultsThatSayNothingAboutNoiseAreNoRepeats(String other) {
    String rows =
        """
        m.repeatSpread([1, 2].map((reward, index) => ({architecture: "a", reward, attempts: 1,
            state: "completed", epochs: 3, ...(index === 1 ? {%s} : {})})), r => r.reward).freedom
        """
            .formatted(other);

    assertThat(in("history.js", rows).asInt()).isZero();
  }

  @Test
  void theBestSoFarChangesWhereItIsBetter() {
    String points = "[[1, 3], [2, 2], [4, 5], [5, 5], [7, 1]]";

    assertThat(in("history.js", "m.bestSoFar(" + points + ", false)").toString())
        .isEqualTo("[[1,3],[4,5]]");
    assertThat(in("history.js", "m.bestSoFar(" + points + ", true)").toString())
        .isEqualTo("[[1,3],[2,2],[7,1]]");
  }

  @Test
  void withoutRepeatsTheBandIsThatOfTheLatestValues() {
    JsonNode band =
        in(
            "history.js",
            """
            m.noiseBand(Array.from({length: 30}, (_, i) => ({number: i + 1, architecture: "a" + i,
                reward: i, attempts: 1, state: "completed", epochs: 1})), r => r.reward, [[1, 0]])
            """);

    // The last 20 are 10 to 29: mean 19.5, variance 35.
    JsonNode last = band.get("points").get(band.get("points").size() - 1);
    assertThat(last.get(1).asDouble()).isCloseTo(19.5 - Math.sqrt(35), within(1e-9));
    assertThat(last.get(2).asDouble()).isCloseTo(19.5 + Math.sqrt(35), within(1e-9));
    assertThat(band.get("caption").asText()).contains("last 20 values");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RELU | true",
        "tanh | false",
        "relu failed | false",
        "reward>0.5 | true",
        "reward<=0.5 | false",
        "reward>0.5 state=completed | true",
        "\"layer 1\"=\"(32, relu)\" | true",
        "\"layer 1\"!=\"(32, relu)\" | false",
        "rate=0.010 | true",
        "rate<1e-3 | false",
        "absent=x | false",
        "absent!=x | true",
        "nothing=x | false",
        "\"(32, relu)\" | true",
      })
  void aFilterIsOfWordsAndComparisons(String filter, boolean shown) {
    String row =
        "{architecture: '[(32, relu), rate=0.01]', state: 'completed', reward: 0.75,"
            + " values: {'layer 1': '(32, relu)', rate: '0.01', absent: null, reward: 0.75,"
            + " state: 'completed'}}";

    assertThat(
            in(
                    "filter.js",
                    "m.rowFilter(%s, (row, name) => row.values[name])(%s)"
                        .formatted(BrowserPage.quoted(filter), row))
                .asBoolean())
        .isEqualTo(shown);
  }
}
