package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.author.ExampleSdk;
import org.espalier.nas.cli.author.PluginBuild;
import org.espalier.nas.cli.author.PluginKind;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.file.ConfigRecordCheck;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the projects of {@code nas new plugin} work, from their tests to a search. */
@Isolated("sets a system property and looks for threads left behind")
class NewPluginTest {
  private static final RunFolderRepository RUNS = new RunFolderRepository(Path.of(""));
  private static final String SDK = NewPluginCommand.SDK;

  @TempDir private Path folder;

  private final Terminal terminal =
      new Terminal(
          folders ->
              Catalogue.load(
                  NewPluginTest.class.getClassLoader(), folders, new ConfigRecordCheck()),
          null);

  @BeforeEach
  void provideSdk() throws IOException {
    System.setProperty(SDK, ExampleSdk.write(folder.resolve("sdk")).toString());
  }

  @AfterEach
  void forgetSdk() {
    System.clearProperty(SDK);
  }

  @ParameterizedTest
  @EnumSource(PluginKind.class)
  void theExampleOfEachKindIsTestedAndSearches(PluginKind kind)
      throws IOException, InterruptedException {
    Path project = make("my-" + id(kind), "--kind", kind.toString());

    PluginBuild build = new PluginBuild(project).compile();
    build.test();
    build.jar(folder.resolve("plugins"));

    Path runs = folder.resolve("runs");
    int code =
        terminal.run(
            "run",
            project.resolve("experiment.yaml"),
            "--plugins",
            folder.resolve("plugins"),
            "--out",
            runs,
            "--set",
            "budget.trials=12",
            "--set",
            "output.report=false");
    assertThat(code).as("%s", terminal.err()).isZero();
    assertThat(terminal.err()).doesNotContain("warning");
    StoredStudy study = RUNS.read(only(only(runs)).toString());
    assertThat(study.results()).hasSize(12).allMatch(TrialResult::succeeded);
    assertThat(study.description().provenance())
        .containsKey(
            "plugin.org.example.my%1$s.My%2$sPlugin"
                .formatted(id(kind).replace("-", ""), camel(kind)));
    assertThat(study.description().provenance().toString()).contains("my-" + id(kind) + ".jar");
    assertThat(
            terminal.run(
                "plugins", "describe", "my-" + id(kind), "--plugins", folder.resolve("plugins")))
        .isZero();
  }

  private static String id(PluginKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @ParameterizedTest
  @EnumSource(PluginKind.class)
  void nothingOfTheTemplateIsLeft(PluginKind kind) throws IOException {
    Path project = make("ab-c", "--kind", kind.toString(), "--package", "com.acme.nas");

    for (Path file : files(project)) {
      if (!file.startsWith(project.resolve("sdk"))) {
        assertThat(Files.readString(file))
            .as("%s", file)
            .doesNotContainIgnoringCase("hedgerow")
            .doesNotContain("org.example")
            .doesNotContainPattern("@[a-z.-]+@")
            .doesNotContain("\t");
      }
    }
    assertThat(project.resolve("src/main/java/com/acme/nas/AbC.java")).exists();
  }

  @Test
  void itBuildsWithTheVersionsThatEspalierIsBuiltWith() throws IOException {
    String pom = Files.readString(make("versions").resolve("pom.xml"));
    String ours = Files.readString(Path.of("../pom.xml"));

    Matcher plugin =
        Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)<")
            .matcher(pom);
    int found = 0;
    for (; plugin.find(); found++) {
      assertThat(ours)
          .containsPattern(
              "<artifactId>%s</artifactId>\\s*<version>%s<"
                  .formatted(plugin.group(1), Pattern.quote(plugin.group(2))));
    }
    assertThat(found).isEqualTo(5);
  }

  @Test
  void anotherBuildOfTheApiIsAnotherVersion() throws IOException {
    String before = version(make("before"));
    String same = version(make("same"));
    Files.writeString(
        folder.resolve("sdk/org/espalier/nas-api/0.1.0-SNAPSHOT/nas-api-0.1.0-SNAPSHOT.jar"),
        "changed");
    String after = version(make("after"));

    assertThat(same).isEqualTo(before);
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void theRepositoryHoldsTheVersionThatTheProjectAsksFor() throws IOException {
    Path project = make("repository");

    String version = version(project);
    Path group = project.resolve("sdk/org/espalier");
    for (String artifact : List.of("nas-api", "nas-problems", "nas-testkit")) {
      String file = "%s/%s/%s-%s".formatted(artifact, version, artifact, version);
      assertThat(group.resolve(file + ".jar")).exists();
      assertThat(group.resolve(file + ".pom")).exists();
    }
    assertThat(group.resolve("espalier/%s/espalier-%s.pom".formatted(version, version)))
        .content()
        .contains("<artifactId>espalier</artifactId>\n  <version>" + version + "</version>");
    assertThat(group.resolve("nas-api/%s/nas-api-%s.jar.sha1".formatted(version, version)))
        .hasContent("f55d0e04ab3572291969ac8dfd7e2f9917ba98d6");
    assertThat(files(group)).hasSize(14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MyController", "my_controller", "1st", "-x", "../x", "a--b", "a/b", ""})
  void aNameThatExperimentFilesCannotUseIsBadInput(String name) throws IOException {
    assertThat(terminal.run("new", "plugin", "--in", work(), "--", name)).isEqualTo(2);
    assertThat(terminal.err()).contains("such as hill-climber.");
    assertThat(work()).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "random, controller, The controller random already exists; choose another name.",
    "random, searchSpace, ''",
    "archive, controller, 'results in a class Archive, but the controller uses a class of that name'",
    "string, reward, 'results in a class String, but the reward uses a class of that name'",
    "nas, reward, 'results in a class NasPlugin, but the reward uses a class of that name'",
    "evaluator, evaluator, 'results in a class Evaluator, but the evaluator uses a class of'",
    "accuracy, reward, ''",
    "hedgerow, controller, ''",
  })
  void aNameMustBeFree(String name, String kind, String message) throws IOException {
    int code = terminal.run("new", "plugin", name, "--kind", kind, "--in", work());

    assertThat(code).isEqualTo(message.isEmpty() ? 0 : 2);
    assertThat(terminal.err()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.Example", "org..example", "org.new.x", "a b", "../x"})
  void aPackageThatJavaCannotUseIsBadInput(String packageName) throws IOException {
    assertThat(terminal.run("new", "plugin", "good", "--in", work(), "--package", packageName))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("The package (" + packageName + ") must be");
    assertThat(work()).isEmptyDirectory();
  }

  @Test
  void aKeywordMakesNoPackage() throws IOException {
    assertThat(make("switch").resolve("src/main/java/org/example/switchplugin/Switch.java"))
        .exists();
  }

  @Test
  void aNameMayHoldThatOfTheExample() throws IOException {
    Path project = make("hedgerow-2", "--package", "com.hedgerow.two");

    assertThat(project.resolve("src/main/java/com/hedgerow/two/Hedgerow2.java"))
        .content()
        .startsWith("package com.hedgerow.two;");
    new PluginBuild(project).compile();
  }

  @Test
  void anUnknownKindNamesTheKnownOnes() throws IOException {
    assertThat(terminal.run("new", "plugin", "good", "--in", work(), "--kind", "dataSet"))
        .isEqualTo(2);
    assertThat(terminal.err())
        .contains("'dataSet' is not a kind of plugin")
        .contains(
            "controller, multiObjectiveController, searchSpace, reward, objective, evaluator, layer, dataset, stoppingRule");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stoppingRule", "stopping-rule"})
  void aKindOfTwoWordsHasTwoSpellings(String kind) throws IOException {
    assertThat(make("my-rule", "--kind", kind).resolve("experiment.yaml"))
        .content()
        .contains("stopping:");
  }

  @ParameterizedTest
  @CsvSource({"dataset, nas-data", "layer, nas-tf-backend", "reward, ''"})
  void theRepositoryHoldsOnlyWhatTheKindNeeds(String kind, String library) throws IOException {
    Path group = make("my-own", "--kind", kind).resolve("sdk/org/espalier");

    for (String optional : List.of("nas-data", "nas-tf-backend")) {
      assertThat(Files.exists(group.resolve(optional)))
          .as("%s of %s", optional, kind)
          .isEqualTo(optional.equals(library));
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path taken = Files.createDirectories(work().resolve("taken"));
    Files.writeString(taken.resolve("thesis.txt"), "dear");

    assertThat(terminal.run("new", "plugin", "taken", "--in", work())).isEqualTo(2);
    assertThat(terminal.err()).contains("taken already exists; choose another name");
    assertThat(files(work())).containsExactly(taken.resolve("thesis.txt"));
  }

  @Test
  void anEmptyFolderIsTaken() throws IOException {
    Files.createDirectories(work().resolve("empty"));

    assertThat(make("empty").resolve("pom.xml")).exists();
  }

  @Test
  void afterAFailureNothingIsLeft() throws IOException {
    Path file = Files.writeString(work().resolve("file"), "no folder");

    assertThat(terminal.run("new", "plugin", "good", "--in", file)).isEqualTo(1);
    assertThat(terminal.err()).contains("cannot be written");
    assertThat(files(work())).containsExactly(file);
  }

  @Test
  void withoutTheLauncherItSaysWhatIsMissing() throws IOException {
    System.clearProperty(SDK);

    assertThat(terminal.run("new", "plugin", "good", "--in", work())).isEqualTo(1);
    assertThat(terminal.err()).contains("run this command with Espalier's nas script");
    assertThat(work()).isEmptyDirectory();
  }

  @Test
  void whatToTypeNextIsSaid() throws IOException {
    make("my-own");

    assertThat(terminal.out())
        .contains("a controller with its tests", "mvn verify", "target/my-own.jar");
  }

  private Path make(String name, String... more) throws IOException {
    Object[] command =
        Stream.concat(Stream.of("new", "plugin", name, "--in", work().toString()), Stream.of(more))
            .toArray();
    assertThat(terminal.run(command)).as("%s", terminal.err()).isZero();
    return work().resolve(name);
  }

  private Path work() throws IOException {
    return Files.createDirectories(folder.resolve("work"));
  }

  private static String version(Path project) throws IOException {
    Matcher version =
        Pattern.compile("<espalier.version>(0\\.1\\.0-[0-9a-f]{8})</espalier.version>")
            .matcher(Files.readString(project.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  private static String camel(PluginKind kind) {
    StringBuilder name = new StringBuilder();
    for (String word : id(kind).split("-")) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.toString();
  }

  private static Path only(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      List<Path> all = children.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
