package org.espalier.nas.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.dashboard.browser.BrowserPage.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.dashboard.view.ScriptedStudy;
import org.junit.jupiter.api.Test;

/** The page in a real browser. */
class DashboardPageTest extends BrowserTest {

  private static final String SCRIPT = "<script>document.title = 'x'</script><img src=x>";

  /** The tabs, each with a selector of an element that it shows for a study of one reward. */
  static final List<List<String>> TABS =
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
          List.of("steering", "#panel h2"),
          List.of("log", "#panel p"));

  @Override
  void fill(BrowserDashboard empty) {
    empty.add("one/1", "one", false, 60);
    empty.add("two/1", "two", true, 60);
    empty.add("odd/" + SCRIPT, SCRIPT, false, 3);
  }

  @Test
  void aClickLeadsFromTheListToEachViewOfAStudyAndItsTrials() {
    page.await("document.querySelectorAll('main tbody a').length >= 3");
    page.click("main a[href$='one%2F1']");
    for (List<String> tab : TABS) {
      page.click(".tabs [data-tab=" + tab.get(0) + "]");
      page.awaitTab(tab.get(0), tab.get(1));
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

  /** The answer about the study comes only when the list has been shown again. */
  @Test
  void aLateAnswerDoesNotTakeThePlaceOfALaterView() {
    page.value(
        "window.answers = []; const ask = window.fetch; window.fetch = async path => {"
            + " const answer = await ask(path);"
            + " if (path.includes('/api/study?')) await new Promise(go => window.answers.push(go));"
            + " return answer; }; 0");
    page.go("/study/one%2F1/trials");
    page.await("window.answers.length === 1");
    page.value("document.querySelector('h1').id = 'old'");
    page.go("/");
    page.await("document.querySelector('h1:not(#old)')?.textContent === 'Studies'");
    page.value("window.answers[0](); new Promise(go => setTimeout(go, 100))");

    assertThat(page.text("document.querySelector('h1').textContent")).isEqualTo("Studies");
    assertThat(page.text("document.title")).isEqualTo("Studies · Espalier");
  }

  @Test
  void objectivesHaveAFront() {
    page.go("/study/two%2F1/front");
    page.awaitTab("front", "#panel canvas");

    String description = page.text("document.querySelector('#panel .chart').ariaLabel");

    assertThat(description).matches("Objectives: \\d+ of 54 trials are nondominated");
    page.click("#panel summary");
    page.await("document.querySelectorAll('#panel tbody tr').length === 54");
  }

  @Test
  void aChartHasItsDataAsATable() {
    page.go("/study/one%2F1/overview");
    page.awaitTab("overview", "#panel canvas");
    page.click("#panel summary");

    page.await("document.querySelectorAll('#panel details tbody tr').length === 54");
  }

  @Test
  void aScriptInANameIsShownAsText() {
    page.await("document.querySelectorAll('main tbody a').length >= 3");
    assertThat(page.text("document.querySelector('main').innerText")).contains(SCRIPT);
    for (List<String> tab : TABS) {
      page.go(
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
    page.go("/study/one%2F1/trials");
    page.awaitTab("trials", "#panel tbody a");
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
  void newTrialsAppearWhileTheReaderGoesOn() {
    try (ScriptedStudy study =
        new ScriptedStudy(dashboard.studies(), "growing/1", "growing", false)) {
      study.add(40);
      page.go("/study/growing%2F1/trials");
      page.awaitTab("trials", "#panel tbody a");
      page.value("document.querySelector('#panel input[type=search]').focus()");
      page.type("rel");
      awaitCount(" of 40 trials");
      page.value("document.querySelector('#panel .grid').scrollTop = 95");
      // Those that the filter has left have moved up, as they should.
      page.value("new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))");
      page.value(
          "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
              + "e => { window.shift += e.value; })).observe({type: 'layout-shift'}); 0");
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
  void chosenStudiesAreCompared() {
    page.click("main input[aria-label='Choose one/1']");
    page.click("main input[aria-label='Choose two/1']");
    page.click("main .controls a[href*='compare']");

    page.await("document.querySelector('h1').textContent.startsWith('2 studies')");
    page.await("document.querySelector('main canvas')");
  }

  @Test
  void theListFollowsNewStudies() {
    page.await("document.querySelectorAll('main tbody a').length >= 3");
    dashboard.add("late/1", "late", false, 2);

    page.await("document.querySelector(\"main a[href$='late%2F1']\")");
  }

  @Test
  void anUnknownStudyIsSaidToBeUnknown() throws Exception {
    page.go("/study/none");
    page.await("document.querySelector('h1').textContent === 'This cannot be shown'");

    assertThat(page.text("document.querySelector('main p').textContent"))
        .isEqualTo("There is no such study or trial.");
    // The browser itself reports the answer 404.
    assertThat(page.problems()).hasSize(1).allMatch(problem -> problem.contains("404"));
    page.close();
    page = dashboard.open();
  }
}
