package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardCommandTest {

  private static final Pattern ADDRESS =
      Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\?token=[0-9a-f]+(#/\\S*)?");

  private static final String SEARCH =
      """
      name: shown
      searchSpace:
        type: hyperparameters
        parameters: {a: {type: boolean}, b: {type: boolean}, c: {type: boolean}}
      controller: {type: random}
      evaluator: {type: nk-landscape}
      reward: {type: metric, metric: fitness}
      budget: {trials: 30}
      output: {report: false}
      """;

  private static final String SLOW =
      """
      name: slow
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp}
      controller: {type: random}
      evaluator: {type: hidden-architecture, sleepMillis: 100}
      budget: {trials: 3000}
      output: {report: false}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @TempDir Path folder;

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml);
  }

  private static String address(String text) {
    Matcher address = ADDRESS.matcher(text);
    assertThat(address.find()).as(text).isTrue();
    return address.group();
  }

  private String get(URI address) throws Exception {
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private List<?> results(Path runs) {
    return new RunFolderRepository(Path.of(""), new StudyServers(List.of(), Map.of()))
        .read(new RunFolders(runs).find("latest").toString()).results().stream()
            .map(result -> List.of(result.trial(), result.reward()))
            .toList();
  }

  @Test
  void aSearchIsTheSameWhileItIsShown() throws Exception {
    Path file = write("shown.yaml", SEARCH);
    Path runs = folder.resolve("runs");

    assertThat(terminal.run("run", file, "--out", runs, "--dashboard")).isZero();
    assertThat(address(terminal.err())).contains("#/study/shown%2F");
    assertThat(terminal.out()).contains("Dashboard: nas dashboard " + runs);
    assertThat(terminal.run("run", file, "--out", folder.resolve("others"))).isZero();
    assertThat(terminal.err()).doesNotContain("Dashboard");
    assertThat(terminal.out()).doesNotContain("Dashboard");
    assertThat(results(runs)).isEqualTo(results(folder.resolve("others")));
  }

  @Test
  void theDashboardOfASearchShowsItWhileItRunsAndEndsWithIt() throws Exception {
    Path runs = folder.resolve("runs");
    URI address;
    try (NasProcess search =
        NasProcess.start(
            folder.resolve("out.txt"),
            "run",
            write("slow.yaml", SLOW),
            "--out",
            runs,
            "--dashboard")) {
      address = URI.create(address(search.await("Dashboard: ")));
      assertThat(get(address)).contains("<main");
      assertThat(get(address.resolve("/api/studies"))).contains("slow/").contains("running");
    }
    assertThat(terminal.run("top", "latest", "--out", runs)).isZero();
  }

  @Test
  void aComparisonIsShownWhileItRuns() throws Exception {
    String experiment = SEARCH.replace("name: shown\n", "").indent(2);
    Path file =
        write(
            "arms.yaml",
            "name: arms\nseeds: 3\nbase:\n"
                + experiment
                + "arms:\n  random: {controller: {type: random}}\n  grid: {controller: {type: grid}}\n");
    Path out = folder.resolve("comparisons");

    assertThat(terminal.run("compare", file, "--out", out, "--dashboard"))
        .as(terminal.err())
        .isZero();
    assertThat(address(terminal.err())).endsWith("#/comparison/arms");
    assertThat(terminal.out()).contains("Dashboard: nas dashboard --comparisons " + out);
  }

  @Test
  void theCommandShowsAFolder() throws Exception {
    Path runs = folder.resolve("runs");
    assertThat(terminal.run("run", write("shown.yaml", SEARCH), "--out", runs)).isZero();

    try (NasProcess dashboard =
        NasProcess.start(folder.resolve("out.txt"), "dashboard", runs, "--no-browser")) {
      dashboard.awaitResult("\n");
      URI address = URI.create(address(dashboard.out()));
      assertThat(get(address)).contains("<main");
      assertThat(get(address.resolve("/api/studies"))).contains("shown/").contains("finished");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--bind 0.0.0.0",
        "--host-name nas.example.org",
        "--bind no.such.host.invalid",
        "--password-file missing.txt",
        "--port 65536",
        "--port x",
        "https://user@host/database"
      })
  void whatIsUnsafeOrImpossibleIsRefused(String arguments) {
    Object[] all = ("dashboard " + arguments).split(" ");

    assertThat(terminal.run(all)).isEqualTo(2);
    assertThat(terminal.out()).doesNotContain("http");
  }

  @Test
  void theWayOutIsNamed() throws Exception {
    terminal.run("dashboard", "--bind", "0.0.0.0");
    assertThat(terminal.err()).contains("--password-file FILE").contains("NAS_DASHBOARD_PASSWORD");

    terminal.run("dashboard", "--bind", "0.0.0.0", "--password-file", write("short", "abc\n"));
    assertThat(terminal.err()).contains("(3 characters)").doesNotContain("abc");

    assertThat(terminal.run("dashboard", write("runs.txt", "no folder\n"))).isEqualTo(2);
    assertThat(terminal.err())
        .contains("runs.txt) is a file. Name the folder that holds the runs.");
  }
}
