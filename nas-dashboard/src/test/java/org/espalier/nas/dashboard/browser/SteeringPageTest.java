package org.espalier.nas.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.dashboard.browser.BrowserPage.quoted;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.dashboard.steering.ChosenTrials;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.study.StudyEnd;
import org.espalier.nas.engine.study.StudyFixture;
import org.junit.jupiter.api.Test;

/** A search that is steered from its page while it runs. */
class SteeringPageTest extends BrowserTest {

  private static final int ENDLESS = 1_000_000;
  private static final int SLEEP_MILLIS = 100;

  @Override
  void fill(BrowserDashboard empty) {
    empty.add("ended/1", "ended", false, 60);
    ChosenTrials.conditional(empty.studies(), "cond/1", true);
  }

  @Test
  void aRunningSearchTakesTheCommandsOfItsPageAndEnds() throws Exception {
    CompletableFuture<Void> search = search("live/1");
    page.go("/study/live%2F1/steering");
    page.awaitTab("steering", "#panel .fields input");

    enter("input[aria-label=trials]", "5000");
    awaitCommand("trials=5000");
    enter("input[aria-label^=time]", "soon");
    page.await("document.querySelector('#panel .failed').textContent.includes('like 2h30m')");
    enter("input[aria-label^=time]", "1000000000000000h");
    page.await(
        "document.querySelector('#panel .failed').textContent.includes('at most 100 years')");
    press("Enqueue");
    page.await("document.querySelector('#panel tbody a[href*=\"/trial/\"]')");
    enter("input[aria-label='New tag']", "odd <b>");
    page.await("document.querySelector('#panel .tag')?.firstChild.textContent === 'odd <b>'");
    page.click("#panel .tag button");
    page.await("!document.querySelector('#panel .tag')");
    page.value("document.querySelector('#panel textarea').focus()");
    page.type("A note\nof two lines");
    press("Keep note");
    awaitCommand("A note");
    press("End the search");
    assertThat(search).isNotDone();
    press("Really end it?");

    search.get(20, TimeUnit.SECONDS);
    page.await("document.querySelector('.facts dd').textContent === 'finished'");
    StoredStudy study = dashboard.studies().read("live/1");
    assertThat(StudyEnd.of(study.sessions())).contains(StudyEnd.STOPPED);
    assertThat(study.steering()).hasSize(6).allMatch(event -> event.refusal() == null);
    assertThat(study.trials()).hasSizeLessThan(5000);
  }

  private CompletableFuture<Void> search(String key) {
    StudyJournal journal =
        dashboard
            .studies()
            .create(
                key,
                new StudyDescription(
                    "tokens", StudyFixture.SEED, "name: x\n", Map.of(), Instant.now()));
    return CompletableFuture.runAsync(
        () -> {
          try (journal) {
            StudyFixture.slow(ENDLESS, SLEEP_MILLIS)
                .study(journal)
                .run(dashboard.studies().requests(key));
          }
        });
  }

  private void enter(String field, String text) {
    String found = "document.querySelector(" + quoted("#panel " + field) + ")";
    page.value(found + ".focus(), " + found + ".select()");
    page.type(text);
    page.press("Enter");
  }

  private void press(String button) {
    String found =
        "[...document.querySelectorAll('#panel button')].find(b => b.textContent === %s)"
            .formatted(quoted(button));
    page.await(found);
    page.value(found + ".click()");
  }

  private void awaitCommand(String text) {
    page.await(
        "[...document.querySelectorAll('#panel tbody tr:not(:has(.waiting))')]"
            + ".some(row => row.textContent.includes(%s))".formatted(quoted(text)));
  }

  @Test
  void theFormSendsTheChoicesInTheOrderOfTheSearchSpace() {
    page.go("/study/cond%2F1/steering?from=1");
    page.awaitTab("steering", "#panel .fields input");
    assertThat(page.text("document.querySelector('#panel .fields').innerText.split(/\\s+/).join()"))
        .isEqualTo("opt,momentum,batch,z");
    replace(0, "sgd");
    replace(1, "0.5");
    press("Enqueue");
    page.await("document.querySelector('#panel').textContent.includes('needs room in the budget')");

    assertThat(dashboard.studies().requests("cond/1").waiting())
        .extracting(SteeringRequest::command)
        .containsExactly(
            new SteeringCommand.EnqueueArchitecture(List.of("sgd", "0.5", "16", "0.5")));
  }

  private void replace(int field, String text) {
    page.value("document.querySelectorAll('#panel .fields input')[%d].select()".formatted(field));
    page.type(text);
  }

  @Test
  void whatWaitsForAFinishedStudyCanBeWithdrawn() {
    page.go("/study/ended%2F1/steering");
    page.awaitTab("steering", "#panel .fields input");
    String disabled =
        "[...document.querySelectorAll('#panel button:disabled')].map(b => b.textContent)";
    page.await(disabled + ".join() === 'Interrupt,End the search'");
    enter("input[aria-label=epochs]", "900");
    page.await("document.querySelector('#panel .waiting')?.textContent.includes('epochs=900')");
    assertThat(page.text("document.querySelector('#panel .waiting').textContent"))
        .contains("waits until the study is resumed");

    press("Withdraw");
    page.await("!document.querySelector('#panel .waiting')");
    assertThat(dashboard.studies().requests("ended/1").waiting()).isEmpty();
  }
}
