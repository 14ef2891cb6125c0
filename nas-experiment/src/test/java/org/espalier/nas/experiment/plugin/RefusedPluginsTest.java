package org.espalier.nas.experiment.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.experiment.file.ConfigRecordCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Test that each invalid plugin is rejected with exactly the message next to its sources; {@code
 * -Dgolden.write=true} rewrites the messages. A valid plugin next to it still loads.
 */
class RefusedPluginsTest {
  private static final Path FOLDER = Path.of("src/test/resources/plugins");
  private static final Pattern SECTION =
      Pattern.compile("^=== (\\S+)(?: (.*))?\\n((?:(?!=== ).*\\n?)*)", Pattern.MULTILINE);
  private static final String SOUND =
      """
      package sound;

      import jakarta.inject.Inject;
      import org.espalier.nas.api.evaluation.Reward;
      import org.espalier.nas.api.plugin.*;
      import org.espalier.nas.api.trial.Outcome;

      public final class SoundPlugin implements NasPlugin {
        public static final class Sound implements Reward {
          @Inject
          public Sound() {}

          @Override
          public double of(Outcome outcome) {
            return 1;
          }
        }

        @Override
        public void configure(PluginRegistry registry) {
          registry.component(ComponentKind.REWARD, "sound", Sound.class, NoSettings.class);
        }
      }
      """;

  private static Path soundJar;

  /** A plugin with a component that cannot be built. */
  private static final String LACKING =
      """
      package acme;

      import jakarta.inject.Inject;
      import org.espalier.nas.api.evaluation.Reward;
      import org.espalier.nas.api.plugin.*;
      import org.espalier.nas.api.trial.Outcome;

      public final class AcmePlugin implements NasPlugin {
        public static final class Lacking implements Reward {
          @Inject
          public Lacking(java.util.concurrent.ExecutorService threads) {}

          @Override
          public double of(Outcome outcome) {
            return 1;
          }
        }

        @Override
        public void configure(PluginRegistry registry) {
          registry.component(ComponentKind.REWARD, "lacking", Lacking.class, NoSettings.class);
        }
      }
      """;

  /** A record with a default that is valid with any size that a user would set. */
  private static final String DEPENDENT =
      LACKING
          .replace("java.util.concurrent.ExecutorService threads", "Settings settings")
          .replace("NoSettings.class", "Settings.class")
          .replace(
              "public static final class Lacking",
              """
              public record Settings(
                  @Range("[10, inf)") int size, @Default("5") @Range("[1, inf)") int part) {
                public Settings {
                  if (part > size) {
                    throw new org.espalier.nas.api.InvalidSettingException(
                        "part", "part (" + part + ") must be at most size (" + size + ").");
                  }
                }
              }

              public static final class Lacking\
              """);

  @TempDir private Path plugins;

  @BeforeAll
  static void buildSoundPlugin(@TempDir Path folder) throws IOException {
    soundJar = sound().write(folder.resolve("sound.jar"));
  }

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".case")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsWrongAndWhatWouldMendIt(Path file) throws IOException {
    Files.copy(soundJar, plugins.resolve("b-sound.jar"));
    build(file);

    Catalogue catalogue = load();
    String messages =
        catalogue.refused().stream()
            .map(refused -> refused.toString().replaceAll("this is Java \\d+", "this is Java 17"))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    Path expected =
        file.resolveSibling(file.getFileName().toString().replace(".case", ".expected"));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, messages);
    }

    assertThat(messages).isEqualTo(Files.readString(expected)).isNotEmpty();
    assertThat(catalogue.find(ComponentKind.REWARD, "sound")).isPresent();
    assertThat(catalogue.components()).noneMatch(component -> component.type().startsWith("acme"));
  }

  @Test
  void whatIsBuiltInIsAsSoundAsPluginsMustBe() {
    Catalogue builtIn = Catalogue.load(RefusedPluginsTest.class.getClassLoader());
    ComponentCheck check = new ComponentCheck(new ConfigRecordCheck());
    ConstructorDependencies dependencies =
        new ConstructorDependencies(builtIn.components(), builtIn.services());

    assertThat(builtIn.components())
        .allSatisfy(
            component -> {
              assertThat(component.origin().builtIn()).isTrue();
              assertThat(check.problem(component)).isEmpty();
              assertThat(dependencies.unmet(component)).isEmpty();
            });
    assertThat(builtIn.services())
        .allSatisfy(service -> assertThat(dependencies.unmet(service)).isEmpty());
  }

  @Test
  void ofTwoThatBringTheSameTheFirstByNameIsUsed() throws IOException {
    sound().write(plugins.resolve("one.jar"));
    sound().file("more.txt", "to be another jar").write(plugins.resolve("two.jar"));

    Catalogue catalogue = load();

    assertThat(catalogue.find(ComponentKind.REWARD, "sound").orElseThrow().origin().location())
        .isEqualTo("one.jar");
    assertThat(catalogue.refused())
        .containsExactly(
            new RefusedPlugin(
                "two.jar",
                "the reward sound is brought by one.jar, too; rename it, or remove one of the"
                    + " two."));
  }

  @Test
  void theSameJarTwiceIsUsedOnce() throws IOException {
    sound().write(plugins.resolve("one.jar"));
    Files.copy(plugins.resolve("one.jar"), plugins.resolve("two.jar"));

    assertThat(load().refused())
        .containsExactly(
            new RefusedPlugin("two.jar", "it is the same as one.jar; remove one of the two."));
  }

  @Test
  void aJarIsNotTakenForOneOfThatNameInAnotherFolder(@TempDir Path others) throws IOException {
    sound().write(plugins.resolve("same.jar"));
    PluginWorkshop.plugin("acme.AcmePlugin")
        .source("acme/AcmePlugin.java", LACKING)
        .write(others.resolve("same.jar"));

    Catalogue catalogue =
        Catalogue.load(
            RefusedPluginsTest.class.getClassLoader(),
            List.of(plugins, others),
            new ConfigRecordCheck());

    assertThat(catalogue.refused()).extracting(RefusedPlugin::name).containsExactly("same.jar");
    assertThat(catalogue.types(ComponentKind.REWARD)).contains("sound").doesNotContain("lacking");
  }

  @Test
  void aDefaultMayDependOnWhatIsNeeded() throws IOException {
    PluginWorkshop.plugin("acme.AcmePlugin")
        .source("acme/AcmePlugin.java", DEPENDENT)
        .write(plugins.resolve("acme.jar"));

    assertThat(load().refused()).isEmpty();
  }

  @Test
  void whatIsNoJarOrHiddenIsPassedOver() throws IOException {
    Files.writeString(plugins.resolve("README.txt"), "Put plugins here.");
    Files.writeString(plugins.resolve(".hidden.jar"), "no jar");
    Files.createDirectory(plugins.resolve("empty"));

    assertThat(load().refused()).isEmpty();
  }

  private static PluginWorkshop sound() {
    return PluginWorkshop.plugin("sound.SoundPlugin").source("sound/SoundPlugin.java", SOUND);
  }

  private Catalogue load() {
    return Catalogue.load(
        RefusedPluginsTest.class.getClassLoader(), List.of(plugins), new ConfigRecordCheck());
  }

  /** Sections: sources, files as they are, and in {@code @…} what is special about the jar. */
  private void build(Path file) throws IOException {
    PluginWorkshop jar = new PluginWorkshop();
    Path target = plugins.resolve("acme.jar");
    boolean manifest = true;
    boolean service = true;
    List<MatchResult> sections = SECTION.matcher(Files.readString(file)).results().toList();
    for (MatchResult section : sections) {
      String name = section.group(1);
      if (name.equals("@api")) {
        manifest = false;
        if (section.group(2) != null) {
          jar.manifest("Espalier-Api-Version", section.group(2));
        }
      } else if (name.equals("@service")) {
        service = false;
        if (section.group(2) != null) {
          jar.file(PluginJar.SERVICE, section.group(2).replace("\\n", "\n"));
        }
      } else if (name.endsWith(".java")) {
        jar.source(name, section.group(3));
      }
    }
    if (manifest) {
      jar.manifest("Espalier-Api-Version", "0.1");
    }
    if (service) {
      jar.file(PluginJar.SERVICE, "acme.AcmePlugin\n");
    }
    for (MatchResult section : sections) {
      switch (section.group(1)) {
        case "@without" -> jar.without(section.group(2));
        case "@java" -> jar.forJava(Integer.parseInt(section.group(2)));
        case "@sub-folder" -> {
          target = plugins.resolve("acme/acme.jar");
          sound().write(plugins.resolve("acme/other.jar"));
        }
        case "@bytes" -> {
          Files.writeString(target, section.group(3));
          return;
        }
        default -> assertThat(section.group(1)).matches("@api|@service|.*\\.java");
      }
    }
    jar.write(target);
  }
}
