package org.espalier.nas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code nas}, with a Java that prints its locale and its arguments. */
@DisabledOnOs({OS.WINDOWS, OS.MAC})
class LauncherTest {

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void checkout() throws IOException {
    Path target = Files.createDirectories(folder.resolve("checkout/nas-cli/target/lib"));
    Files.writeString(folder.resolve("checkout/pom.xml"), "");
    Files.createDirectories(folder.resolve("checkout/nas-cli/src/main"));
    Files.writeString(folder.resolve("checkout/nas-cli/pom.xml"), "");
    Files.copy(
        Path.of("../nas"), folder.resolve("checkout/nas"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(target.resolve("../nas-cli.jar"), "jar");
    Files.writeString(target.resolve("../nas.built"), "cpu");
    java("jdk");
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
  }

  private void java(String jdk) throws IOException {
    Path bin = Files.createDirectories(folder.resolve(jdk).resolve("bin"));
    Files.writeString(folder.resolve(jdk).resolve("release"), "JAVA_VERSION=\"" + jdk + "\"\n");
    Path java =
        Files.writeString(
            bin.resolve("java"),
            """
            #!/bin/sh
            [ "$1" != -version ] || { echo 'openjdk version "17.0.1"'; exit; }
            for argument in "$@"; do
              case $argument in
                -XX:DumpLoadedClassList=*) echo "$1" > "${argument#*=}" ;;
                -XX:SharedClassListFile=*) listed=$(cat "${argument#*=}") ;;
                -XX:SharedArchiveFile=*)
                  [ "$1" != -Xshare:dump ] || { echo "$listed" > "${argument#*=}"; echo made >> "%1$s/archives"; } ;;
              esac
            done
            echo "LC_ALL=$LC_ALL"
            [ -z "$SPARK_HOME" ] || echo "SPARK_HOME=$SPARK_HOME"
            echo "$@"
            """
                .formatted(folder));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String nas(String checkout) throws Exception {
    return nas(checkout, "runs");
  }

  private String nas(String checkout, String... arguments) throws Exception {
    Printed printed = run(checkout, arguments);
    assertThat(printed.err()).isEmpty();
    return printed.out();
  }

  private record Printed(String out, String err) {}

  private Printed run(String checkout, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add(0, folder.resolve(checkout).resolve("nas").toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG", "NAS_PROFILE", "SPARK_HOME"}) {
      builder.environment().remove(name);
    }
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(out + err).isZero();
    return new Printed(out, err);
  }

  @ParameterizedTest
  @CsvSource({"LC_ALL,POSIX", "LC_ALL,C", "LANG,C", "LANG,xx_XX.UTF-8", "LC_CTYPE,POSIX"})
  void aLocaleThatCannotNameEveryFileIsReplaced(String variable, String value) throws Exception {
    environment.put(variable, value);
    assertThat(nas("checkout")).startsWith("LC_ALL=C.UTF-8\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"größe", "données", "данные"})
  void theProgramOpensFilesThatAPosixLocaleCannotName(String name) throws Exception {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")));
    writeProgram();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "POSIX");
    Path data = Files.createDirectory(folder.resolve(name));
    StringBuilder rows = new StringBuilder("Länge;Sorte\n");
    for (int i = 0; i < 40; i++) {
      rows.append(i).append(i % 2 == 0 ? ";Süd\n" : ";Nord\n");
    }
    Files.writeString(data.resolve(name + ".csv"), rows);
    Path experiment =
        Files.writeString(
            data.resolve(name + ".yaml"),
            """
            name: case
            dataset: {type: csv, file: %s.csv, label: Sorte, format: {delimiter: ";"}}
            searchSpace: {type: mlp}
            controller: {type: random}
            evaluator: {type: training}
            budget: {trials: 2}
            """
                .formatted(name));

    assertThat(nas("checkout", "validate", experiment.toString()))
        .isEqualTo(experiment + " is valid.\n");
  }

  /** Makes the jar of the checkout one that names the classes of this test run. */
  private void writeProgram() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    Path jar = folder.resolve("checkout/nas-cli/target/nas-cli.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  @Test
  void noLocaleIsReplacedToo() throws Exception {
    assertThat(nas("checkout")).startsWith("LC_ALL=C.UTF-8\n");
  }

  @Test
  void aLocaleOfUtf8IsKept() throws Exception {
    environment.put("LANG", "C.UTF-8");
    assertThat(nas("checkout")).startsWith("LC_ALL=\n");
  }

  @Test
  void theArchiveIsMadeOnceAndUsed() throws Exception {
    assertThat(nas("checkout")).contains("-XX:SharedArchiveFile=").contains("Nas runs\n");
    nas("checkout");
    assertThat(folder.resolve("archives")).hasContent("made");
  }

  @Test
  void aMovedCheckoutMakesTheArchiveAgain() throws Exception {
    nas("checkout");
    Files.move(folder.resolve("checkout"), folder.resolve("moved"));
    assertThat(nas("moved")).contains("-XX:SharedArchiveFile=" + folder.resolve("moved"));
    assertThat(folder.resolve("archives")).hasContent("made\nmade");
  }

  @Test
  void anotherJdkMakesTheArchiveAgain() throws Exception {
    nas("checkout");
    java("jdk-updated");
    environment.put("JAVA_HOME", folder.resolve("jdk-updated").toString());
    nas("checkout");
    assertThat(folder.resolve("archives")).hasContent("made\nmade");
  }

  @Test
  void anUpdateOfTheJdkInPlaceMakesTheArchiveAgain() throws Exception {
    nas("checkout");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"updated\"\n");
    nas("checkout");
    assertThat(folder.resolve("archives")).hasContent("made\nmade");
  }

  @Test
  void theDefaultStartsTheProgramAlone() throws Exception {
    String target = folder.resolve("checkout/nas-cli/target").toString();
    assertThat(nas("checkout")).contains(" -cp %1$s/nas-cli.jar:%1$s/lib/* ".formatted(target));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql|nas-cli,nas-postgresql",
        "gpu,postgresql|nas-cli,nas-postgresql",
        "s3|nas-cli,nas-s3",
        "postgresql,s3|nas-cli,nas-postgresql,nas-s3",
      })
  void aProfileAddsItsModule(String profile, String modules) throws Exception {
    environment.put("NAS_PROFILE", profile);
    Files.writeString(folder.resolve("checkout/nas-cli/target/nas.built"), profile);
    String jars =
        Stream.of(modules.split(","))
            .map(
                module ->
                    "%1$s/%2$s/target/%2$s.jar:%1$s/%2$s/target/lib/*"
                        .formatted(folder.resolve("checkout"), module))
            .collect(Collectors.joining(":"));
    assertThat(nas("checkout")).contains(" -cp " + jars + " ");
  }

  @Test
  void sparkComesWithItsInstallation() throws Exception {
    environment.put("NAS_PROFILE", "spark");
    environment.put("SPARK_HOME", "/opt/another");
    Files.writeString(folder.resolve("checkout/nas-cli/target/nas.built"), "spark");
    String checkout = folder.resolve("checkout").toString();
    assertThat(nas("checkout"))
        .contains(
            " -cp %1$s/nas-cli/target/nas-cli.jar:%1$s/nas-cli/target/lib/*:%1$s/nas-spark/target/nas-spark.jar:%1$s/nas-spark/target/spark/jars/* "
                .formatted(checkout))
        .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
        .contains("SPARK_HOME=" + checkout + "/nas-spark/target/spark");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cpu|-pl nas-cli -am",
        "gpu|-Pgpu -pl nas-cli -am",
        "postgresql|-pl nas-cli,nas-postgresql -am",
        "gpu,postgresql|-Pgpu -pl nas-cli,nas-postgresql -am",
        "spark,postgresql|-pl nas-cli,nas-spark,nas-postgresql -am",
        "s3|-pl nas-cli,nas-s3 -am",
        "postgresql,s3|-pl nas-cli,nas-postgresql,nas-s3 -am",
      })
  void aProfileBuildsItsModule(String profile, String flags) throws Exception {
    environment.put("NAS_PROFILE", profile);
    Files.writeString(folder.resolve("checkout/nas-cli/target/nas.built"), "other");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    Path mvn =
        Files.writeString(
            tools.resolve("mvn"), "#!/bin/sh\necho \"$@\" > %s/built\n".formatted(folder));
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    environment.put("PATH", tools + ":" + System.getenv("PATH"));

    run("checkout", "runs");

    assertThat(folder.resolve("built"))
        .content()
        .isEqualTo("-B -DskipTests -Dspotless.check.skip %s package\n".formatted(flags));
    assertThat(folder.resolve("checkout/nas-cli/target/nas.built")).hasContent(profile);
  }

  @Test
  void warningsOfTheVirtualMachineDoNotGoToStandardOutput() throws Exception {
    assertThat(nas("checkout"))
        .contains("-Xlog:disable")
        .contains("-Xlog:all=warning:stderr")
        .contains("-XX:+DisplayVMOutputToStderr");
  }
}
