package org.espalier.nas.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.dashboard.browser.BrowserPage.quoted;

import org.espalier.nas.dashboard.view.ScriptedStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links and buttons that people use while the study goes on. */
class UpdatingPageTest extends BrowserTest {

  private static final int TRIALS = 60;

  private int tests;
  private int trials;
  private String key;
  private ScriptedStudy study;

  @Override
  void fill(BrowserDashboard empty) {
    // Each test has its own study.
  }

  @BeforeEach
  void begin() {
    tests++;
    key = "busy" + tests;
    study = new ScriptedStudy(dashboard.studies(), key, key, false);
    study.add(TRIALS);
    study.tag(1, "good");
    study.tag(2, "odd");
    trials = TRIALS;
  }

  @AfterEach
  void end() {
    study.close();
  }

  /** Adds a trial, and waits until the page shows it. */
  private void more() {
    study.add(1);
    trials++;
    page.await(
        "[...document.querySelectorAll('.facts dd')].some(d => d.textContent.startsWith(%s))"
            .formatted(quoted(trials + " of ")));
  }

  @ParameterizedTest
  @CsvSource({"overview,0", "trials,0", "trials,900"})
  void aClickOnATrialIsNotLost(String tab, int scrolled) {
    page.go("/study/" + key + "/" + tab);
    page.awaitTab(tab, "#panel a[href*='/trial/']");
    page.value("(document.querySelector('#panel .grid') || {}).scrollTop = " + scrolled);
    page.value("new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))");
    page.value(
        "window.pressed = [...document.querySelectorAll('#panel a[href*=\"/trial/\"]')]"
            + ".find(a => a.getBoundingClientRect().top > 500); window.pressed.focus()");
    String address = page.text("window.pressed.hash");
    page.hold("window.pressed");
    more();
    more();
    assertThat(page.value("document.activeElement === window.pressed").asBoolean()).isTrue();
    page.release();

    page.await("location.hash === " + quoted(address));
  }

  @Test
  void aClickOnATagIsNotLost() {
    page.go("/study/" + key + "/steering");
    page.awaitTab("steering", "#panel .fields input");
    page.value(
        "window.pressed = document.querySelectorAll('#panel .tag button')[1]; window.pressed.focus()");
    page.hold("window.pressed");
    more();
    study.tag(3, "another");
    page.await("document.querySelectorAll('#panel .tag').length === 3");
    assertThat(page.value("document.activeElement === window.pressed").asBoolean()).isTrue();
    page.release();

    page.await(
        "document.querySelector('#panel .waiting')?.textContent.includes('tag odd')"
            + " || document.querySelector('#panel tbody').textContent.includes('remove')");
  }

  @Test
  void aClickInATableThatIsAskedForAgainIsNotLost() {
    page.go("/compare?studies=" + key + ",busy1");
    page.await("document.querySelector('main td a[href*=\"/trial/\"]')");
    page.value(
        "window.pressed = document.querySelector('main td a:not([href*=\"/trial/\"])');"
            + " window.pressed.scrollIntoView(); window.pressed.focus()");
    page.hold("window.pressed");
    study.add(1);
    page.await(
        "[...document.querySelectorAll('main td')].some(cell => cell.textContent === '%d')"
            .formatted(TRIALS + 1));
    assertThat(page.value("document.activeElement === window.pressed").asBoolean()).isTrue();
    page.release();

    page.await("location.hash === " + quoted("#/study/" + key));
  }

  /** The answers are scripted: lines, a failure, and what comes after a place. */
  @Test
  void aLogThatFailsForAMomentIsNotShownTwice() {
    page.value(
        """
        let looks = 0;
        const ask = window.fetch;
        window.fetch = async path => {
          if (!path.includes('/api/log')) return ask(path);
          const after = Number(new URL(path, location).searchParams.get('after'));
          const text = 'first\\nsecond\\n'.slice(after, looks === 0 ? 6 : undefined);
          looks++;
          return Response.json(looks === 2 ? {problem: 'Not now.'}
              : {text, from: after, to: after + text.length, cut: false});
        };
        0
        """);
    page.go("/study/" + key + "/log");
    page.await("document.querySelector('#panel pre')?.textContent.includes('second')");

    assertThat(page.text("document.querySelector('#panel pre').textContent"))
        .isEqualTo("first\nsecond\n");
  }
}
