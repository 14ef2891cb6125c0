package org.espalier.nas.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.dashboard.browser.BrowserPage.quoted;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.MemoryPlace;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.dashboard.access.Password;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.StudyFixture;
import org.espalier.nas.experiment.Espalier;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pages of comparisons, and the login, in a real browser. */
@Timeout(60)
class ComparisonPagesTest {

  private static final String SCRIPT = "<script>document.title = 'x'</script><img src=x>";
  private static final String PASSWORD = "pass & secret";

  private static final String COMPARISON =
      """
      name: bits
      description: "%s"
      seeds: 4
      base:
        searchSpace:
          type: hyperparameters
          parameters: {a: {type: boolean}, b: {type: boolean}, c: {type: boolean}}
        controller: {type: random}
        evaluator: {type: nk-landscape}
        reward: {type: metric, metric: fitness}
        budget: {trials: 6}
      arms:
        random: {controller: {type: random}}
        grid: {controller: {type: grid}}
        local-search: {controller: {type: local-search}}
      """
          .formatted(SCRIPT);

  private static final StudyRepository STUDIES = new InMemoryStudyRepository();
  private static DashboardServer server;
  private static DashboardServer locked;
  private static Chromium browser;
  private BrowserPage page;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Optional<Path> program = Chromium.find();
    assumeTrue(
        program.isPresent(),
        "There is no Chromium on the PATH, nor does %s name one.".formatted(Chromium.VARIABLE));
    run("a/1", "name: a\ncontroller: {type: random, batch: 5}\n");
    run("b/1", "name: b\ncontroller: {type: grid}\n");
    run("odd/" + SCRIPT, "name: \"" + SCRIPT + "\"\n");
    Path root = folder.resolve("comparisons");
    Espalier.compare(Files.writeString(folder.resolve("bits.yaml"), COMPARISON)).output(root).run();
    Catalogue catalogue = Catalogue.of(List.of());
    server =
        DashboardServer.start(MemoryPlace.of(STUDIES, root), catalogue, AccessSettings.loopback(0));
    locked =
        DashboardServer.start(
            MemoryPlace.of(STUDIES),
            catalogue,
            new AccessSettings(
                InetAddress.getLoopbackAddress(), 0, Set.of(), Password.of(PASSWORD)));
    browser = Chromium.start(program.get(), folder.resolve("profile"));
  }

  private static void run(String key, String yaml) {
    String name = key.substring(0, key.indexOf('/'));
    try (StudyJournal journal =
        STUDIES.create(
            key, new StudyDescription(name, StudyFixture.SEED, yaml, Map.of(), Instant.EPOCH))) {
      StudyFixture.random(12, 1, 1).study(journal).run();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
      server.close();
      locked.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    page = browser.page();
    page.appear(1280, 800, false);
  }

  @AfterEach
  void nothingWentWrong() {
    List<String> problems = page.problems();
    page.close();
    assertThat(problems).isEmpty();
  }

  private void awaitHeading(String text) {
    page.await("document.querySelector('h1')?.textContent === " + quoted(text));
  }

  @Test
  void chosenStudiesAreShownBesideEachOther() {
    page.open(server.address());
    page.click("input[aria-label='Choose a/1']");
    page.click("input[aria-label='Choose b/1']");
    page.click("main a[href^='#/compare']");
    awaitHeading("2 studies beside each other");
    page.await("document.querySelector('main canvas')");
    for (String axis : List.of("epochs", "seconds", "trials")) {
      page.click("input[name=axis][value=" + axis + "]");
    }
    page.click("details.data summary");
    page.await("document.querySelectorAll('details.data tbody tr').length > 3");

    assertThat(page.text("document.querySelector('main').innerText"))
        .contains(
            "controller.batch", "One run of each proves nothing", "nas compare comparison.yaml");
    assertThat(page.text("document.querySelector('a[download]').getAttribute('href')"))
        .isEqualTo("/api/compare/file?study=a%2F1&study=b%2F1");
  }

  @Test
  void limitsThatPeopleSetAreSettingsThatDiffer() {
    run("steered/1", "name: x\nbudget: {trials: 12}\n");
    run("steered/2", "name: x\nbudget: {trials: 12}\n");
    STUDIES
        .requests("steered/2")
        .send(
            SteeringRequest.of(
                new SteeringCommand.ChangeBudget(9, null, null, null), Instant.EPOCH));
    try (StudyJournal journal = STUDIES.open("steered/2")) {
      StudyFixture.random(12, 1, 1).study(journal).run(STUDIES.requests("steered/2"));
    }
    page.open(server.address() + "#/compare?studies=steered%2F1,steered%2F2");
    awaitHeading("2 studies beside each other");

    assertThat(page.text("document.querySelector('main').innerText"))
        .contains("budget.trials", "People steered steered/2 (1 command).", "cannot repeat")
        .doesNotContain("nothing to compare", "All settings are the same");
  }

  @Test
  void aComparisonHasTheTablesAndFiguresOfItsReport() {
    page.open(server.address());
    page.click("main a[href='#/comparisons']");
    awaitHeading("Comparisons");
    page.click("main a[href='#/comparison/bits']");
    awaitHeading("bits");
    page.value("document.querySelectorAll('img.figure').forEach(i => { i.loading = 'eager'; }); 0");
    page.await(
        "[...document.querySelectorAll('img.figure')].every(i => i.complete && i.naturalWidth > 99)");

    assertThat(page.value("document.querySelectorAll('img.figure').length").asInt())
        .isGreaterThan(3);
    assertThat(page.text("document.querySelector('main').innerText"))
        .contains("12 of 12", "adjusted p", "IQM", SCRIPT)
        .doesNotContain("Looking early");
    assertThat(page.value("document.querySelectorAll('main script').length").asInt()).isZero();
  }

  @Test
  void aScriptInANameIsShownAsText() {
    String odd = page.text("encodeURIComponent(" + quoted("odd/" + SCRIPT) + ")");
    page.open(server.address() + "#/compare?studies=a%2F1," + odd);
    awaitHeading("2 studies beside each other");

    assertThat(page.text("document.querySelector('main').innerText")).contains("odd/" + SCRIPT);
    assertThat(page.value("document.querySelectorAll('main script, main img').length").asInt())
        .isZero();
  }

  @Test
  void onAPhoneInTheDarkNothingIsWiderThanTheScreen() {
    page.appear(390, 800, true);
    for (String place : List.of("compare?studies=a%2F1,b%2F1", "comparisons", "comparison/bits")) {
      page.open(server.address() + "#/" + place);
      page.await("document.querySelector('main table')");
      assertThat(page.value("document.documentElement.scrollWidth").asInt())
          .as(place)
          .isLessThanOrEqualTo(390);
    }
  }

  @Test
  void thePasswordOpensThePage() throws Exception {
    page.open(locked.address());
    page.await("document.activeElement.id === 'password'");
    page.type("wrong one");
    page.press("Enter");
    page.await("document.querySelector('[role=alert]')?.textContent.startsWith('That is not')");
    page.await("document.activeElement.id === 'password'");
    page.type(PASSWORD);
    page.press("Enter");
    awaitHeading("Studies");
    page.await("document.querySelectorAll('main tbody a').length >= 3");

    assertThat(page.text("location.pathname + location.search")).isEqualTo("/");
    assertThat(page.text("document.cookie")).isEmpty();
    // The browser itself reports that the first two pages were answered 401.
    assertThat(page.problems()).allMatch(problem -> problem.contains("401"));
    page.close();
    page = browser.page();
  }

  /** The cookie is held back from requests that other sites begin, so that the page asks again. */
  @Test
  void aLinkOfAnotherSiteOpensThePage() throws Exception {
    String link = "data:text/html,<h1>other</h1><a href='" + server.address() + "'>open</a>";
    page.call("Page.navigate", Map.of("url", link));
    page.click("a");
    awaitHeading("Studies");

    assertThat(page.problems()).allMatch(problem -> problem.contains("401"));
    page.close();
    page = browser.page();
  }
}
