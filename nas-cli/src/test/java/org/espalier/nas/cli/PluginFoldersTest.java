package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.file.ConfigRecordCheck;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginWorkshop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches with components from plugin folders. */
class PluginFoldersTest {
  private static final RunFolderRepository RUNS = new RunFolderRepository(Path.of(""));
  private static final String LIBRARY =
      """
      package lib;

      public final class Greeting {
        public static %s() {
          return %s;
        }
      }
      """;

  private static final String REWARD =
      """
      package one;

      import jakarta.inject.Inject;
      import org.espalier.nas.api.evaluation.Reward;
      import org.espalier.nas.api.plugin.*;
      import org.espalier.nas.api.trial.Outcome;

      public final class OnePlugin implements NasPlugin {
        public record Settings(@Default("1") @Range("[0, 10]") double factor) {}

        public static final class One implements Reward {
          private final Settings settings;

          @Inject
          public One(Settings settings) {
            this.settings = settings;
            if (settings.factor() == 7) {
              throw new IllegalStateException("Seven brings bad luck.");
            }
            if (settings.factor() == 8) {
              throw new org.espalier.nas.api.InvalidSettingException(
                  "factor", "factor (8) must not be eight.");
            }
          }

          @Override
          public double of(Outcome outcome) {
            if (settings.factor() == 9) {
              throw new NoSuchMethodError("Outcome.gone()");
            }
            return settings.factor() * lib.Greeting.old();
          }
        }

        @Override
        public void configure(PluginRegistry registry) {
          registry.component(ComponentKind.REWARD, "one", One.class, Settings.class);
        }
      }
      """;

  private static final String CALLBACK =
      """
      package two;

      import jakarta.inject.Inject;
      import java.io.IOException;
      import java.nio.file.*;
      import org.espalier.nas.api.evaluation.StudyListener;
      import org.espalier.nas.api.plugin.*;

      public final class TwoPlugin implements NasPlugin {
        public static final class Two implements StudyListener {
          private final RunFolder folder;

          @Inject
          public Two(RunFolder folder) {
            this.folder = folder;
          }

          @Override
          public void ended() {
            try {
              Files.writeString(folder.path().resolve("two.txt"), lib.Greeting.fresh());
            } catch (IOException error) {
              throw new java.io.UncheckedIOException(error);
            }
          }
        }

        @Override
        public void configure(PluginRegistry registry) {
          registry.component(ComponentKind.CALLBACK, "two", Two.class, NoSettings.class);
        }
      }
      """;

  private static final String EXPERIMENT =
      """
      name: plugged
      dataset: {type: moons, samples: 40}
      searchSpace: {type: mlp}
      controller: {type: random}
      evaluator: {type: hidden-architecture}
      reward: {type: one, factor: 2}
      callbacks: [{type: two}]
      budget: {trials: 5}
      output: {report: false}
      """;

  @TempDir private Path folder;

  private final Terminal terminal = terminal(null);

  private static Terminal terminal(String variable) {
    return new Terminal(
        folders ->
            Catalogue.load(
                PluginFoldersTest.class.getClassLoader(), folders, new ConfigRecordCheck()),
        variable);
  }

  @BeforeEach
  void buildPlugins() throws IOException {
    String old = LIBRARY.formatted("int old", "21");
    String fresh = LIBRARY.formatted("String fresh", "\"of the second version\"");
    PluginWorkshop.plugin("one.OnePlugin")
        .source("one/OnePlugin.java", REWARD)
        .source("lib/Greeting.java", old)
        .write(folder.resolve("plugins/one.jar"));
    Path library =
        new PluginWorkshop()
            .source("lib/Greeting.java", fresh)
            .write(folder.resolve("plugins/two/greeting-2.jar"));
    PluginWorkshop.plugin("two.TwoPlugin")
        .against(library)
        .source("two/TwoPlugin.java", CALLBACK)
        .write(folder.resolve("plugins/two/two.jar"));
    Files.writeString(folder.resolve("plugged.yaml"), EXPERIMENT);
  }

  @Test
  void twoPluginsCarryDifferentVersionsOfOneLibrary() throws IOException {
    assertThat(run()).as("%s", terminal.err()).isZero();

    assertThat(terminal.out()).contains("nas compare FILE --plugins " + folder.resolve("plugins"));
    Path run = newestRun();
    assertThat(Files.readString(run.resolve("two.txt"))).isEqualTo("of the second version");
    StoredStudy study = RUNS.read(run.toString());
    assertThat(study.results()).allMatch(result -> result.reward().orElseThrow() == 42);
    assertThat(study.description().provenance().get("plugin.one.OnePlugin"))
        .matches("development one.jar sha256:[0-9a-f]{64}");
    assertThat(study.description().provenance().get("plugin.two.TwoPlugin"))
        .matches("development two greeting-2.jar sha256:[0-9a-f]{64} two.jar sha256:[0-9a-f]{64}");
  }

  @Test
  void theEnvironmentNamesFoldersToo() {
    Terminal other = terminal(folder.resolve("plugins") + File.pathSeparator);

    assertThat(other.run("validate", folder.resolve("plugged.yaml"))).isZero();
  }

  @Test
  void aFolderThatIsNotThereIsBadInput() {
    Terminal other = terminal(folder.resolve("nowhere").toString());

    assertThat(terminal.run("plugins", "--plugins", folder.resolve("none"))).isEqualTo(2);
    assertThat(terminal.err())
        .startsWith("--plugins (" + folder.resolve("none") + ") must be a folder with plugins.");
    assertThat(other.run("plugins")).isEqualTo(2);
    assertThat(other.err()).startsWith("NAS_PLUGINS (");
  }

  @Test
  void anExceptionInAConstructorNamesTheJar() {
    assertThat(run("--set", "reward.factor=7")).isEqualTo(1);
    assertThat(terminal.err())
        .contains(
            "The reward one (one.jar) cannot be made: the constructor of one.OnePlugin$One failed:"
                + " it threw java.lang.IllegalStateException: Seven brings bad luck.\n");
    assertThat(folder.resolve("runs"))
        .satisfiesAnyOf(
            runs -> assertThat(runs).doesNotExist(), runs -> assertThat(runs).isEmptyDirectory());
  }

  @Test
  void aSettingThatAConstructorRefusesIsShownAtItsPlace() {
    assertThat(run("--set", "reward.factor=8")).isEqualTo(2);
    assertThat(terminal.err()).contains("--set reward.factor=8: factor (8) must not be eight.\n");
  }

  @Test
  void aPluginOfAnotherVersionThatFailsLateIsBlamed() {
    assertThat(run("--set", "reward.factor=9")).isEqualTo(1);
    assertThat(terminal.err())
        .contains(
            "The plugin one.jar failed in one.OnePlugin$One.of: it does not fit this version of"
                + " Espalier (")
        .doesNotContain("\tat ");
  }

  @Test
  void aPluginThatLacksAMethodOfTheApiIsBlamed() throws IOException {
    Path older =
        new PluginWorkshop()
            .source(
                "org/espalier/nas/api/evaluation/Reward.java",
                """
                package org.espalier.nas.api.evaluation;

                public interface Reward {
                  default String description() {
                    return "";
                  }
                }
                """)
            .write(folder.resolve("older-api.jar"));
    PluginWorkshop.plugin("one.OnePlugin")
        .against(older)
        .source(
            "one/OnePlugin.java",
            """
            package one;

            import jakarta.inject.Inject;
            import org.espalier.nas.api.evaluation.Reward;
            import org.espalier.nas.api.plugin.*;

            public final class OnePlugin implements NasPlugin {
              public record Settings(@Default("1") @Range("[0, 10]") double factor) {}

              public static final class One implements Reward {
                @Inject
                public One() {}
              }

              @Override
              public void configure(PluginRegistry registry) {
                registry.component(ComponentKind.REWARD, "one", One.class, Settings.class);
              }
            }
            """)
        .write(folder.resolve("plugins/one.jar"));

    assertThat(run()).isEqualTo(1);
    // Some virtual machines name the method that is not there as the place, others its class.
    assertThat(terminal.err())
        .containsPattern(
            "The plugin one\\.jar failed in one\\.OnePlugin\\$One(\\.of)?: it does not fit this"
                + " version of Espalier \\(java\\.lang\\.AbstractMethodError");
  }

  @Test
  void resumingWithoutThePluginNamesIt() throws IOException {
    assertThat(run()).isZero();
    Path run = newestRun();

    assertThat(terminal.run("resume", run)).isEqualTo(2);
    assertThat(terminal.err())
        .contains("Unknown reward one;")
        .contains("The run was made with development one.jar sha256:")
        .contains("give its folder with --plugins.");
  }

  @Test
  void resumingWithAnotherJarWarns() throws IOException {
    assertThat(run()).isZero();
    PluginWorkshop.plugin("one.OnePlugin")
        .source("one/OnePlugin.java", REWARD)
        .source("lib/Greeting.java", LIBRARY.formatted("int old", "22"))
        .write(folder.resolve("plugins/one.jar"));

    assertThat(terminal.run("resume", newestRun(), "--plugins", folder.resolve("plugins")))
        .isZero();
    assertThat(terminal.err())
        .contains("warning: The plugin one.jar is development one.jar sha256:");
  }

  @Test
  void refusedPluginsAreWarnedOfAndRememberedWhereTheyMayBeMissed() throws IOException {
    Files.writeString(folder.resolve("plugins/one.jar"), "no jar");

    assertThat(run()).isEqualTo(2);
    assertThat(terminal.err())
        .startsWith("warning: The plugin one.jar was refused: one.jar is not a readable jar (")
        .contains("Unknown reward one; known are metric. Refused, see above: one.jar.");
  }

  @Test
  void aServiceThatCannotBeMadeIsBlamedWithItsPlugin() throws IOException {
    PluginWorkshop.plugin("three.ThreePlugin")
        .source(
            "three/ThreePlugin.java",
            """
            package three;

            import jakarta.inject.Inject;
            import org.espalier.nas.api.evaluation.Reward;
            import org.espalier.nas.api.plugin.*;
            import org.espalier.nas.api.trial.Outcome;

            public final class ThreePlugin implements NasPlugin {
              public static final class Journal {
                @Inject
                public Journal() {
                  throw new IllegalStateException("The journal is full.");
                }
              }

              public static final class Three implements Reward {
                @Inject
                public Three(Journal journal) {}

                @Override
                public double of(Outcome outcome) {
                  return 3;
                }
              }

              @Override
              public void configure(PluginRegistry registry) {
                registry.service(Journal.class, Journal.class);
                registry.component(ComponentKind.REWARD, "three", Three.class, NoSettings.class);
              }
            }
            """)
        .write(folder.resolve("plugins/three.jar"));

    assertThat(run("--set", "reward={type: three}")).isEqualTo(1);
    assertThat(terminal.err())
        .contains(
            "The reward three (three.jar) cannot be made: the constructor of"
                + " three.ThreePlugin$Journal failed: it threw java.lang.IllegalStateException:"
                + " The journal is full.\n");
  }

  @Test
  void theListingSaysWhatIsRefusedInsteadOfWarning() throws IOException {
    Files.writeString(folder.resolve("plugins/broken.jar"), "no jar");

    assertThat(terminal.run("plugins", "--plugins", folder.resolve("plugins"))).isZero();
    assertThat(terminal.out())
        .contains("one.jar", "REFUSED     REASON\nbroken.jar  broken.jar is not a readable jar (");
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.run("plugins", "--json", "--plugins", folder.resolve("plugins"))).isZero();
    assertThat(new ObjectMapper().readTree(terminal.out()).at("/refused/0/plugin").asText())
        .isEqualTo("broken.jar");
  }

  private int run(String... more) {
    Stream<Object> command =
        Stream.of(
            "run",
            folder.resolve("plugged.yaml"),
            "--plugins",
            folder.resolve("plugins"),
            "--out",
            folder.resolve("runs"));
    return terminal.run(Stream.concat(command, Stream.of(more)).toArray());
  }

  private Path newestRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs/plugged"))) {
      List<Path> all = runs.sorted().toList();
      return all.get(all.size() - 1);
    }
  }
}
