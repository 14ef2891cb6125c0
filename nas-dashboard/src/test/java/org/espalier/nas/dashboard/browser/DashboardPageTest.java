package org.espalier.nas.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.dashboard.browser.BrowserPage.quoted;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.MemoryPlace;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.dashboard.view.ScriptedStudy;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. */
@Timeout(60)
class DashboardPageTest {

  private static final String SCRIPT = "<script>document.title = 'x'</script><img src=x>";

  /** The tabs, each with a selector of an element that it shows for a study of one reward. */
  private static final List<List<String>> TABS =
      List.of(
          List.of("overview", "#panel .best a"),
          List.of("trials", "#panel tbody a"),
          List.of("curves", "#panel select option"),
          List.of("front", "#panel p"),
          List.of("timeline", "#panel .legend li"),
          List.of("importance", "#panel canvas"),
          List.of("parallel", "#panel canvas"),
          List.of("choices", "#panel table"),
          List.of("predictions", "#panel canvas"),
          List.of("controller", "#panel canvas"),
          List.of("data", "#panel td"),
          List.of("experiment", "#panel pre"),
          List.of("log", "#panel p"));

  /** More than the controls and the trials of a study. */
  private static final int MOST_STOPS = 120;

  private static final StudyRepository STUDIES = new InMemoryStudyRepository();
  private static DashboardServer server;
  private static Chromium browser;
  private BrowserPage page;

  @BeforeAll
  static void start(@TempDir Path profile) throws Exception {
    Optional<Path> program = Chromium.find();
    assumeTrue(
        program.isPresent(),
        "There is no Chromium on the PATH, nor does %s name one.".formatted(Chromium.VARIABLE));
    add("one/1", "one", false, 60);
    add("two/1", "two", true, 60);
    add("odd/" + SCRIPT, SCRIPT, false, 3);
    server =
        DashboardServer.start(
            MemoryPlace.of(STUDIES),
            Catalogue.load(DashboardPageTest.class.getClassLoader()),
            AccessSettings.loopback(0));
    browser = Chromium.start(program.get(), profile);
  }

  private static void add(String key, String name, boolean several, int trials) {
    try (ScriptedStudy study = new ScriptedStudy(STUDIES, key, name, several)) {
      study.add(trials);
      study.end();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
      server.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    page = browser.page();
    page.appear(1280, 800, false);
    page.open(server.address());
  }

  @AfterEach
  void nothingWentWrong() {
    List<String> problems = page.problems();
    page.close();
    assertThat(problems).isEmpty();
  }

  private void go(String place) {
    page.value("location.hash = " + quoted(place) + "; 0");
  }

  private void awaitTab(String tab, String selector) {
    page.await(
        "document.querySelector('.tabs [aria-current]')?.dataset.tab === %s && document.querySelector(%s)"
            .formatted(quoted(tab), quoted(selector)));
  }

  @Test
  void aClickLeadsFromTheListToEachViewOfAStudyAndItsTrials() {
    page.await("document.querySelectorAll('main tbody a').length >= 3");
    page.click("main a[href$='one%2F1']");
    for (List<String> tab : TABS) {
      page.click(".tabs [data-tab=" + tab.get(0) + "]");
      awaitTab(tab.get(0), tab.get(1));
    }
    page.click(".tabs [data-tab=trials]");
    page.click("#panel tbody a");
    page.await("document.querySelector('h1').textContent === 'Trial 60'");
    page.await("document.querySelector('.command pre')");
    assertThat(page.text("document.querySelector('main').innerText"))
        .contains("DIVERGED: The loss is not finite.")
        .contains("<img src=x onerror=alert(1)>")
        .contains("layer 1")
        .contains("nas train one/1 --store memory:studies --trial 60");
    page.click(".steps a");
    page.await("document.querySelector('h1').textContent === 'Trial 59'");
    page.click("header .brand");
    page.await("document.querySelector('h1').textContent === 'Studies'");
  }

  @Test
  void objectivesHaveAFront() {
    go("/study/two%2F1/front");
    awaitTab("front", "#panel canvas");

    String description = page.text("document.querySelector('#panel .chart').ariaLabel");

    assertThat(description).matches("Objectives: \\d+ of 54 trials are nondominated");
    page.click("#panel summary");
    page.await("document.querySelectorAll('#panel tbody tr').length === 54");
  }

  @Test
  void aChartHasItsDataAsATable() {
    go("/study/one%2F1/overview");
    awaitTab("overview", "#panel canvas");
    page.click("#panel summary");

    page.await("document.querySelectorAll('#panel details tbody tr').length === 54");
  }

  @Test
  void aScriptInANameIsShownAsText() {
    page.await("document.querySelectorAll('main tbody a').length >= 3");
    assertThat(page.text("document.querySelector('main').innerText")).contains(SCRIPT);
    for (List<String> tab : TABS) {
      go(
          "/study/"
              + page.text("encodeURIComponent(" + quoted("odd/" + SCRIPT) + ")")
              + "/"
              + tab.get(0));
      page.await(
          "document.querySelector('.tabs [aria-current]')?.dataset.tab === " + quoted(tab.get(0)));
      page.await("document.querySelector('#panel').childElementCount > 0");
    }

    assertThat(page.text("document.querySelector('h1').textContent")).isEqualTo("odd/" + SCRIPT);
    assertThat(page.text("document.title")).isEqualTo(SCRIPT + " · Espalier");
    assertThat(page.value("document.querySelectorAll('main script, main img').length").asInt())
        .isZero();
  }

  @Test
  void trialsAreFilteredSortedAndShownByColumn() {
    go("/study/one%2F1/trials");
    awaitTab("trials", "#panel tbody a");
    page.value("document.querySelector('#panel input[type=search]').focus()");
    page.type("\"operation 1\"=pool reward>0.7");
    page.await(
        "/^\\d+ of 60 trials$/.test(document.querySelector('#panel [role=status]').textContent)");
    page.click("#panel th:nth-child(3) button");
    JsonNode rewards =
        page.value(
            "[...document.querySelectorAll('#panel tbody td:nth-child(3)')].map(c => Number(c.textContent))");
    List<Double> shown = new ArrayList<>();
    rewards.forEach(reward -> shown.add(reward.asDouble()));

    assertThat(shown).isNotEmpty().allMatch(reward -> reward > 0.7);
    assertThat(shown).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    page.value(
        "[...document.querySelectorAll('#panel .choices label')]"
            + ".find(l => l.textContent.includes('operation 1')).firstChild.click()");
    page.await(
        "[...document.querySelectorAll('#panel thead th')].some(h => h.textContent === 'operation 1')");
    assertThat(
            page.text(
                "[...new Set([...document.querySelectorAll('#panel tbody td:last-child')]"
                    + ".map(c => c.textContent).filter(Boolean))].join()"))
        .isEqualTo("pool");
  }

  @Test
  void everyControlIsReachedByTheTabulatorAndShowsItsFocus() {
    page.call("Page.navigate", java.util.Map.of("url", "about:blank"));
    page.open(server.address() + "#/study/one%2F1/trials");
    awaitTab("trials", "#panel tbody a");
    page.press("Tab");
    assertThat(page.text("document.activeElement.id")).isEqualTo("skip");
    page.press("Enter");
    page.await("document.activeElement.id === 'main'");
    page.value(
        "window.reached = new Set(); document.addEventListener('focusin', e => {"
            + " window.reached.add(e.target);"
            + " const style = getComputedStyle(e.target);"
            + " if (style.outlineStyle === 'none') console.error('no focus is seen on ' + e.target.outerHTML); })");
    String wanted =
        "[...document.querySelectorAll('main a[href], main button, main input, main select, main summary')]"
            + ".filter(e => e.checkVisibility() && !e.disabled && !e.closest('details:not([open]) > :not(summary)'))";
    assertThat(page.value(wanted + ".length").asInt()).isGreaterThan(30);
    String missed = wanted + ".filter(e => !window.reached.has(e)).map(e => e.outerHTML)";
    // Rows become elements when they come into sight.
    for (int i = 0; i < MOST_STOPS && page.value(missed + ".length").asInt() > 0; i++) {
      page.press("Tab");
    }

    assertThat(page.value(missed)).isEmpty();
  }

  @Test
  void aTabOpensByTheKeyboard() {
    go("/study/one%2F1/trials");
    awaitTab("trials", "#panel tbody a");
    page.value("document.querySelector('.tabs [data-tab=trials]').focus()");
    page.press("Tab");
    page.press("Enter");

    awaitTab("curves", "#panel canvas");
    assertThat(page.text("document.activeElement.dataset.tab")).isEqualTo("curves");
  }

  @Test
  void newTrialsAppearWhileTheReaderGoesOn() {
    try (ScriptedStudy study = new ScriptedStudy(STUDIES, "growing/1", "growing", false)) {
      study.add(40);
      go("/study/growing%2F1/trials");
      awaitTab("trials", "#panel tbody a");
      page.value(
          "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
              + "e => { window.shift += e.value; })).observe({type: 'layout-shift'});"
              + " document.querySelector('#panel input[type=search]').focus()");
      page.type("rel");
      awaitCount(" of 40 trials");
      page.value("document.querySelector('#panel .grid').scrollTop = 95");
      page.await("window.kept = [...document.querySelectorAll('#panel tr')][5]");
      String top = "window.kept.getBoundingClientRect().top";
      double before = page.value(top).asDouble();
      study.add(4);
      awaitCount(" of 44 trials");
      study.addRunning();
      awaitCount(" of 45 trials");

      assertThat(page.value(top).asDouble()).isEqualTo(before);
      assertThat(page.value("window.shift").asDouble()).isLessThan(0.001);
      page.type("u");
      assertThat(page.text("document.activeElement.value")).isEqualTo("relu");
    }
  }

  private void awaitCount(String end) {
    page.await(
        "document.querySelector('#panel [role=status]').textContent.endsWith(%s)"
            .formatted(quoted(end)));
  }

  @Test
  void theListFollowsNewStudies() {
    page.await("document.querySelectorAll('main tbody a').length >= 3");
    add("late/1", "late", false, 2);

    page.await("document.querySelector(\"main a[href$='late%2F1']\")");
  }

  @Test
  void onAPhoneInTheDarkNothingIsWiderThanTheScreen() {
    page.appear(390, 800, true);
    go("/study/one%2F1/overview");
    for (List<String> tab : TABS) {
      page.click(".tabs [data-tab=" + tab.get(0) + "]");
      awaitTab(tab.get(0), tab.get(1));
      assertThat(page.value("document.documentElement.scrollWidth").asInt())
          .as(tab.get(0))
          .isLessThanOrEqualTo(390);
    }
    go("/study/one%2F1/trial/10");
    page.await("document.querySelector('.command pre')");

    assertThat(page.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
    assertThat(page.text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(15, 18, 23)");
  }

  @Test
  void anUnknownStudyIsSaidToBeUnknown() {
    go("/study/none");
    page.await("document.querySelector('h1').textContent === 'This cannot be shown'");

    assertThat(page.text("document.querySelector('main p').textContent"))
        .isEqualTo("There is no such study or trial.");
    // The browser itself reports the answer 404.
    assertThat(page.problems()).hasSize(1).allMatch(problem -> problem.contains("404"));
    page.close();
    page = openAnother();
  }

  private static BrowserPage openAnother() {
    try {
      return browser.page();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
