package org.espalier.nas.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.dashboard.DashboardPlace;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times of the dashboard with large and with many studies, which are printed and not checked. */
@Tag("slow")
class DashboardTimesTest {

  private static final int TRIALS = 10_000;
  private static final int EPOCHS = 30;
  private static final int STUDIES = 200;
  private static final List<String> METRICS =
      List.of("accuracy", "loss", "validation.accuracy", "validation.loss");

  private final SplittableRandom random = new SplittableRandom(1);
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  private static StudyDescription description(String name) {
    return new StudyDescription(
        name, 1, "name: x\nbudget:\n  trials: 20000\n", Map.of("java", "17"), Instant.EPOCH);
  }

  private void ask(StudyJournal journal, int first, int count) {
    List<Trial> trials = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      List<Choice> choices = new ArrayList<>();
      for (int layer = 1; layer <= 5; layer++) {
        int units = random.nextInt(8);
        choices.add(new Choice.Option("layer " + layer, units, "(" + (8 << units) + ", relu)"));
      }
      choices.add(new Choice.Real("rate", random.nextDouble()));
      Proposal proposal =
          new Proposal(new Architecture(choices), new Fidelity(EPOCHS, 1), null, null);
      trials.add(new Trial(number, proposal, random.nextLong(), number - 1));
    }
    journal.asked(
        new AskEntry(
            trials,
            List.of(new RecordedAsk(first - 1, count, count)),
            new TreeMap<>(Map.of(Math.max(1, first - 1), Map.of("entropy", 0.5))),
            null,
            Instant.now()));
  }

  private List<Measurement> curve() {
    List<Measurement> curve = new ArrayList<>();
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      Map<String, Double> metrics = new TreeMap<>();
      METRICS.forEach(metric -> metrics.put(metric, random.nextDouble()));
      curve.add(new Measurement(epoch, metrics));
    }
    return curve;
  }

  private void finish(StudyJournal journal, int number) {
    Trial trial = journal.trials().get(number - 1).trial();
    finish(journal, trial);
  }

  private void finish(StudyJournal journal, Trial trial) {
    journal.started(trial.number(), Instant.now(), "worker-1");
    journal.finished(
        new TrialResult(
            trial,
            new Outcome.Completed(
                curve(), new Account(Map.of("parameters", 1e5 * random.nextDouble()), Map.of())),
            random.nextDouble()),
        Instant.now());
  }

  private void fill(StudyJournal journal, int trials) {
    journal.beginSession(Instant.now());
    for (int first = 1; first <= trials; first += 100) {
      ask(journal, first, Math.min(100, trials - first + 1));
    }
    List<Trial> all = journal.trials().stream().map(stored -> stored.trial()).toList();
    for (int first = 0; first < trials; first += 500) {
      List<Trial> some = all.subList(first, Math.min(trials, first + 500));
      journal.batch(() -> some.forEach(trial -> finish(journal, trial)));
    }
  }

  private URI address(DashboardServer server, String path) {
    return URI.create(server.address()).resolve(path);
  }

  private String cookie(DashboardServer server) throws IOException, InterruptedException {
    HttpResponse<String> first =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address())).build(),
            HttpResponse.BodyHandlers.ofString());
    return first.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private HttpRequest request(DashboardServer server, String path, String cookie) {
    return HttpRequest.newBuilder(address(server, path)).header("Cookie", cookie).build();
  }

  private String timed(DashboardServer server, String path, String cookie)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    String body =
        client.send(request(server, path, cookie), HttpResponse.BodyHandlers.ofString()).body();
    print("%s: %.0f ms, %d KB".formatted(path, millis(begin), body.length() / 1024));
    return body;
  }

  private static double millis(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  private static void print(String text) {
    System.out.println(text);
  }

  private static long usedMegabytes() {
    System.gc();
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
  }

  @Test
  void oneLargeStudy() throws Exception {
    StudyRepository studies = new RunFolderRepository(folder);
    Path run = folder.resolve("large").resolve("1");
    try (StudyJournal journal = studies.create(run.toString(), description("large"))) {
      fill(journal, TRIALS);
      ask(journal, TRIALS + 1, 20);
      long memory = usedMegabytes();
      try (DashboardServer server =
          DashboardServer.start(
              DashboardPlace.inFolders(folder, studies, folder.resolve("comparisons")),
              Catalogue.of(List.of()),
              AccessSettings.loopback(0))) {
        String cookie = cookie(server);
        String path = "/api/study?study=large/1";
        timed(server, path, cookie);
        timed(server, path, cookie);
        timed(server, "/api/curves?study=large/1", cookie);
        timed(server, "/api/trial?study=large/1&trial=77", cookie);
        timed(server, "/api/trials.csv?study=large/1", cookie);
        timed(server, path, cookie);
        String body = timed(server, path, cookie);
        print("memory: %d MB".formatted(usedMegabytes() - memory));
        String version = body.replaceFirst("(?s).*\"version\":\"([^\"]*)\".*", "$1");
        follow(server, cookie, version, journal);
        print("memory: %d MB".formatted(usedMegabytes() - memory));
      }
    }
  }

  private void follow(DashboardServer server, String cookie, String version, StudyJournal journal)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> feed =
        client.send(
            request(server, "/api/changes?study=large/1&after=" + version, cookie),
            HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(feed.body(), StandardCharsets.UTF_8))) {
      for (int trial = TRIALS + 1; trial <= TRIALS + 10; trial++) {
        finish(journal, trial);
        long begin = System.nanoTime();
        String line = lines.readLine();
        while (!line.startsWith("data:")) {
          line = lines.readLine();
        }
        assertThat(line).contains("\"number\":" + trial);
        print("update after a trial: %.0f ms, %d bytes".formatted(millis(begin), line.length()));
        Thread.sleep(500);
      }
    }
  }

  @Test
  void manyStudies() throws Exception {
    StudyRepository studies = new RunFolderRepository(folder);
    for (int i = 0; i < STUDIES; i++) {
      Path run = folder.resolve("study" + i % 7).resolve("run-" + i);
      try (StudyJournal journal = studies.create(run.toString(), description("study" + i % 7))) {
        fill(journal, 100);
        journal.endSession(1, Instant.now(), "TRIALS", new TreeMap<>());
      }
    }
    Thread.sleep(2500);
    for (int repeat = 0; repeat < 3; repeat++) {
      try (DashboardServer server =
          DashboardServer.start(
              DashboardPlace.inFolders(folder, studies, folder.resolve("comparisons")),
              Catalogue.of(List.of()),
              AccessSettings.loopback(0))) {
        String cookie = cookie(server);
        timed(server, "/api/studies", cookie);
        Thread.sleep(3000);
        timed(server, "/api/studies", cookie);
        timed(server, "/api/studies", cookie);
      }
    }
  }
}
