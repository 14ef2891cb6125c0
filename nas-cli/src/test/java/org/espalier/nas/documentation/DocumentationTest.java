package org.espalier.nas.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.espalier.nas.cli.Nas;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.experiment.file.ComparisonReader;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.schema.EditorYaml;
import org.espalier.nas.experiment.schema.Validator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests of README and docs: YAML blocks are valid, commands exist, links have a target. */
final class DocumentationTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("(?:\\./|(?m:^))nas ([a-z][^`\\n#|…]*)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");
  private static final String SKELETON =
      """
      name: documented
      dataset: {type: moons}
      searchSpace: {type: mlp}
      controller: {type: random}
      evaluator: {type: training}
      """;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyYamlBlockIsValid() {
    return pages()
        .flatMap(
            page ->
                blocks(page, "yaml").stream()
                    .map(
                        block ->
                            DynamicTest.dynamicTest(
                                ROOT.relativize(page) + ": " + block.lines().findFirst().orElse(""),
                                () -> assertValid(block))));
  }

  /**
   * Java is shown from the examples of {@code nas new plugin}, from docs/java.md and from the test
   * of docs/layers.md, which other tests compile and run.
   */
  @TestFactory
  Stream<DynamicTest> everyJavaBlockIsTakenFromAnExample() throws IOException {
    String examples = examples();
    return pages()
        .flatMap(page -> blocks(page, "java").stream())
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.lines().findFirst().orElse("").strip(),
                    () -> assertThat(examples).contains(block)));
  }

  /** The messages that the page on plugins explains are among those that are tested. */
  @TestFactory
  Stream<DynamicTest> everyMessageExplainedIsGiven() throws IOException {
    StringBuilder messages = new StringBuilder();
    try (Stream<Path> files =
        Files.list(ROOT.resolve("nas-experiment/src/test/resources/plugins"))) {
      files
          .filter(file -> file.toString().endsWith(".expected"))
          .forEach(file -> messages.append(text(file)));
    }
    String page = text(ROOT.resolve("docs/plugins.md"));
    int from = page.indexOf("| message |");
    return page.substring(from, page.indexOf("\n\n", from))
        .lines()
        .skip(2)
        .map(row -> row.split("\\|")[1].strip())
        .map(
            message ->
                DynamicTest.dynamicTest(
                    message, () -> assertThat(messages.toString()).contains(message)));
  }

  private static String examples() throws IOException {
    return example("controller", "MyController", "my-controller")
        + example("searchSpace", "MySpace", "my-space")
        + example("layer", "MyLayer", "my-layer")
        + example("dataset", "MyData", "my-data")
        + text(ROOT.resolve("docs/java.md"))
        + text(
            ROOT.resolve(
                "nas-cli/src/test/java/org/espalier/nas/documentation/LayersPageTest.java"));
  }

  private static String example(String kind, String className, String id) throws IOException {
    Path folder = ROOT.resolve("nas-cli/src/main/resources/org/espalier/nas/cli/author/" + kind);
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> text.append(text(file)));
    }
    return text.toString().replace("Hedgerow", className).replace("hedgerow", id);
  }

  @TestFactory
  Stream<DynamicTest> everyShippedExperimentIsValid() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("experiments"))) {
      List<Path> experiments =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .filter(file -> !file.getFileName().toString().startsWith("ablation-"))
              .sorted()
              .toList();
      assertThat(experiments).hasSizeGreaterThanOrEqualTo(5);
      return experiments.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(), () -> reader().read(file, List.of())));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCommandExists() {
    return pages()
        .flatMap(page -> COMMAND.matcher(text(page)).results())
        .map(match -> match.group(1).strip())
        .distinct()
        .map(command -> DynamicTest.dynamicTest("nas " + command, () -> assertParses(command)));
  }

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    pages()
        .forEach(
            page -> {
              Matcher link = LINK.matcher(text(page));
              while (link.find()) {
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                  broken.add(ROOT.relativize(page) + ": " + link.group(1));
                }
              }
            });
    assertThat(broken).isEmpty();
  }

  private void assertValid(String block) throws IOException {
    if (block.contains("\narms:")) {
      Path beside = ROOT.resolve("experiments");
      Path comparison = folder.resolve("comparison.yaml");
      Files.writeString(comparison, block.replace("base: ", "base: " + beside + "/"));
      assertThatCode(() -> new ComparisonReader(catalogue()).read(comparison, List.of()))
          .doesNotThrowAnyException();
      assertThat(Validator.ofComparisons(catalogue()).complaints(EditorYaml.read(comparison)))
          .as("what the schema complains about")
          .isEmpty();
      return;
    }
    boolean whole = block.startsWith("name:");
    Files.writeString(folder.resolve("skeleton.yaml"), SKELETON);
    Path file = folder.resolve("block.yaml");
    Files.writeString(file, whole ? block : "extends: skeleton.yaml\n" + block);
    assertThatCode(() -> reader().read(file, List.of())).doesNotThrowAnyException();
    assertThat(new Validator(catalogue()).complaints(EditorYaml.read(file)))
        .as("what the schema complains about")
        .isEmpty();
  }

  /**
   * Placeholders in capitals stand for values: a number will do wherever one is asked for. A name
   * alone, in running text, need only exist.
   */
  private static void assertParses(String command) {
    String[] words =
        Arrays.stream(command.replaceAll("[\\[\\]]", "").split("\\s+"))
            .map(word -> word.equals("N") || word.equals("TRIAL") ? "1" : word)
            .toArray(String[]::new);
    if (words.length == 1) {
      assertThat(
              Nas.commandLine(
                      folders -> catalogue(), Map.of(), new StudyServers(List.of(), Map.of()))
                  .getSubcommands())
          .containsKey(words[0]);
      return;
    }
    assertThatCode(
            () ->
                Nas.commandLine(
                        folders -> catalogue(), Map.of(), new StudyServers(List.of(), Map.of()))
                    .parseArgs(words))
        .doesNotThrowAnyException();
  }

  private static ExperimentReader reader() {
    return new ExperimentReader(catalogue());
  }

  private static Catalogue catalogue() {
    return Catalogue.load(DocumentationTest.class.getClassLoader());
  }

  private static Stream<Path> pages() {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> pages =
          Stream.concat(
                  Stream.of("README.md", "CONTRIBUTING.md", "benchmarks/README.md")
                      .map(ROOT::resolve),
                  docs.filter(file -> file.toString().endsWith(".md")).sorted())
              .toList();
      return pages.stream();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static List<String> blocks(Path page, String language) {
    return BLOCK
        .matcher(text(page))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
