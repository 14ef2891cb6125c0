package org.espalier.nas.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page by keyboard, and on a phone. */
class PageAccessibilityTest extends BrowserTest {

  /** More than the controls and the trials of a study. */
  private static final int MOST_STOPS = 120;

  @Override
  void fill(BrowserDashboard empty) {
    empty.add("one/1", "one", false, 60);
  }

  @Test
  void everyControlIsReachedByTheTabulatorAndShowsItsFocus() {
    page.call("Page.navigate", Map.of("url", "about:blank"));
    page.open(dashboard.address() + "#/study/one%2F1/trials");
    page.awaitTab("trials", "#panel tbody a");
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
    page.go("/study/one%2F1/trials");
    page.awaitTab("trials", "#panel tbody a");
    page.value("document.querySelector('.tabs [data-tab=trials]').focus()");
    page.press("Tab");
    page.press("Enter");

    page.awaitTab("curves", "#panel canvas");
    assertThat(page.text("document.activeElement.dataset.tab")).isEqualTo("curves");
  }

  @Test
  void theTimelineIsMagnifiedAndMovedByKeyboard() throws Exception {
    page.go("/study/one%2F1/timeline");
    page.awaitTab("timeline", "#panel canvas");
    page.value("document.querySelector('#panel .controls button:nth-child(3)').focus()");
    page.press("Enter");
    page.press("Enter");
    page.await(zoom() + " === '37.5 62.5'");
    page.value("document.querySelector('#panel .controls button:nth-child(2)').focus()");
    page.press("Enter");
    page.await(zoom() + " === '50 75'");
    for (int i = 0; i < 3; i++) {
      page.press("Enter");
    }
    page.await(zoom() + " === '75 100'");
    page.press("Tab");
    page.press("Tab");
    for (int i = 0; i < 3; i++) {
      page.press("Enter");
    }
    page.await(zoom() + " === '0 100'");
  }

  /** Returns an expression for the shown part of the time, in percent. */
  private static String zoom() {
    return "(z => z.start + ' ' + z.end)(window.echarts.getInstanceByDom("
        + "document.querySelector('#panel .chart')).getOption().dataZoom[0])";
  }

  @Test
  void onAPhoneInTheDarkNothingIsWiderThanTheScreen() {
    page.appear(390, 800, true);
    page.go("/study/one%2F1/overview");
    for (List<String> tab : DashboardPageTest.TABS) {
      page.click(".tabs [data-tab=" + tab.get(0) + "]");
      page.awaitTab(tab.get(0), tab.get(1));
      assertThat(page.value("document.documentElement.scrollWidth").asInt())
          .as(tab.get(0))
          .isLessThanOrEqualTo(390);
    }
    page.go("/study/one%2F1/trial/10");
    page.await("document.querySelector('.command pre')");

    assertThat(page.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
    assertThat(page.text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(15, 18, 23)");
  }
}
