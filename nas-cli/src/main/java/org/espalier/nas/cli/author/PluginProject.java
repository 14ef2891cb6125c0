package org.espalier.nas.cli.author;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.ApiVersion;
import org.espalier.nas.api.plugin.NasPlugin;

/**
 * The Maven project of a new plugin: a working example of its kind, tested, with an experiment.
 *
 * <p>The examples are Java sources of a plugin named {@code hedgerow}, whose names are replaced in
 * a new project.
 */
public final class PluginProject {
  private static final String SAMPLE = "hedgerow";
  private static final String SAMPLE_CLASS = "Hedgerow";
  private static final String SAMPLE_PACKAGE = "org.example.hedgerow";
  private static final Pattern SAMPLES =
      Pattern.compile(Pattern.quote(SAMPLE_PACKAGE) + "|" + SAMPLE_CLASS + "|" + SAMPLE);
  private static final Pattern TEXT =
      Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"[^\"\\n]*\"", Pattern.DOTALL);
  private static final List<String> PARTS = List.of("", "Settings", "Plugin", "Test");
  private static final Pattern MAVEN_PLUGIN = Pattern.compile("@(maven-[a-z]+-plugin)\\.version@");

  private static final String MANIFEST =
      "              <Espalier-Backend>tensorflow</Espalier-Backend>\n";
  private static final String TENSORFLOW =
      """
          <!-- Shown to the plugin, for its manifest asks for it; TensorFlow comes with it. -->
          <dependency>
            <groupId>org.espalier</groupId>
            <artifactId>nas-tf-backend</artifactId>
            <version>${espalier.version}</version>
            <scope>provided</scope>
          </dependency>
      """;

  private static final String DATA =
      """
          <!-- The preparation of data, package org.espalier.nas.data.prepare, is shown to the plugin. -->
          <dependency>
            <groupId>org.espalier</groupId>
            <artifactId>nas-data</artifactId>
            <version>${espalier.version}</version>
            <scope>provided</scope>
            <exclusions>
              <exclusion>
                <groupId>*</groupId>
                <artifactId>fastcsv</artifactId>
              </exclusion>
            </exclusions>
          </dependency>
      """;

  private final PluginKind kind;
  private final PluginNames names;
  private final Sdk sdk;

  /**
   * Prepares a project.
   *
   * @throws InvalidSettingException if its classes cannot have these names
   */
  public PluginProject(PluginKind kind, PluginNames names, Sdk sdk) {
    this.kind = kind;
    this.names = names;
    this.sdk = sdk;
    for (String part : parts()) {
      requireFree(names.className() + part);
    }
  }

  private List<String> parts() {
    return Stream.concat(PARTS.stream(), kind.ownParts().stream()).toList();
  }

  /** Checks that no class of the plugin hides a class that the example uses. */
  private void requireFree(String className) {
    Pattern word = Pattern.compile("\\b" + className + "\\b");
    for (String part : parts()) {
      String code =
          TEXT.matcher(template(kind + "/" + SAMPLE_CLASS + part + ".java")).replaceAll("");
      if (word.matcher(SAMPLES.matcher(code).replaceAll("_")).find()) {
        throw new InvalidSettingException(
            "name",
            "The name (%s) results in a class %s, but the %s uses a class of that name; choose another, such as my-%s."
                .formatted(names.id(), className, kind.title(), names.id()));
      }
    }
  }

  /** Returns all files by their path in the project. */
  public Map<Path, byte[]> files() {
    Map<Path, byte[]> files = new TreeMap<>();
    Path main = Path.of("src/main/java", names.path());
    Path test = Path.of("src/test/java", names.path());
    for (String part : parts()) {
      Path folder = part.equals("Test") ? test : main;
      put(
          files,
          folder.resolve(names.className() + part + ".java").toString(),
          kind + "/" + SAMPLE_CLASS + part + ".java");
    }
    put(
        files,
        "src/main/resources/META-INF/services/" + NasPlugin.class.getName(),
        "common/service");
    put(files, "experiment.yaml", kind + "/experiment.yaml");
    put(files, "pom.xml", "common/pom.xml");
    put(files, "README.md", "common/README.md");
    put(files, ".gitignore", "common/gitignore");
    put(files, ".mvn/maven.config", "common/maven.config");
    sdk.files(kind.library())
        .forEach((file, content) -> files.put(Path.of("sdk").resolve(file), content));
    return files;
  }

  private void put(Map<Path, byte[]> files, String file, String template) {
    files.put(Path.of(file), filled(template(template)).getBytes(StandardCharsets.UTF_8));
  }

  private String filled(String template) {
    String whole =
        template
            .replace("@backend.dependency@", dependency())
            .replace("@backend.manifest@", kind.usesTensorFlow() ? MANIFEST : "")
            .replace("@more.files@", moreFiles())
            .replace(
                "@sdk.content@",
                "nas-api, nas-testkit" + kind.library().map(name -> ", " + name).orElse(""));
    String text =
        SAMPLES
            .matcher(whole)
            .replaceAll(sample -> Matcher.quoteReplacement(name(sample.group())))
            .replace("@kind.title@", kind.title())
            .replace("@espalier.version@", sdk.version())
            .replace("@api.version@", ApiVersion.current().toString());
    return MAVEN_PLUGIN.matcher(text).replaceAll(match -> sdk.mavenPlugin(match.group(1)));
  }

  private String dependency() {
    return switch (kind) {
      case LAYER -> TENSORFLOW;
      case DATASET -> DATA;
      default -> "";
    };
  }

  private String moreFiles() {
    return switch (kind) {
      case SEARCH_SPACE ->
          "| `HedgerowBlock.java` | a residual block, composed of built-in layers |\n";
      case LAYER ->
          """
          | `HedgerowLayer.java` | a layer as a record: shape, parameters, operations |
          | `HedgerowLayerBuilder.java` | the layer in TensorFlow |
          """;
      default -> "";
    };
  }

  /** Returns the replacement of a name of the example. */
  private String name(String sample) {
    return switch (sample) {
      case SAMPLE -> names.id();
      case SAMPLE_CLASS -> names.className();
      default -> names.packageName();
    };
  }

  private static String template(String name) {
    try (InputStream in = PluginProject.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The template " + name + " is not in the program's jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
