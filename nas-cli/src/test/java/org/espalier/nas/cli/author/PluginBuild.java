package org.espalier.nas.cli.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Does what {@code mvn verify} does in the project of a plugin, stricter, and without Maven. */
public final class PluginBuild {
  private static final Pattern API_VERSION =
      Pattern.compile("<Espalier-Api-Version>([^<]+)</Espalier-Api-Version>");

  private final Path project;
  private final Path classes;
  private final Path testClasses;

  /** Begins the build of a project. */
  public PluginBuild(Path project) {
    this.project = project;
    this.classes = project.resolve("target/classes");
    this.testClasses = project.resolve("target/test-classes");
  }

  /** Compiles the sources; a warning is an error. */
  public PluginBuild compile() throws IOException {
    javac(project.resolve("src/main/java"), classes, libraries(false));
    return this;
  }

  /** Compiles and runs the tests in a JVM that has nothing but the test kit. */
  public void test() throws IOException, InterruptedException {
    String path = classes + File.pathSeparator + libraries(true);
    List<Path> tests = javac(project.resolve("src/test/java"), testClasses, path);
    Path output = project.resolve("target/tests.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                testClasses + File.pathSeparator + path + File.pathSeparator + ownClasses(),
                PluginTests.class.getName()));
    tests.forEach(test -> command.add(className(test)));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .directory(project.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("tests ended: %s", Files.readString(output)).isTrue();
    assertThat(process.exitValue()).as("%s", Files.readString(output)).isZero();
  }

  /** Puts what was compiled into a jar with the manifest that the POM asks for. */
  public Path jar(Path folder) throws IOException {
    Matcher version = API_VERSION.matcher(Files.readString(project.resolve("pom.xml")));
    assertThat(version.find()).as("the POM sets Espalier-Api-Version").isTrue();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Espalier-Api-Version", version.group(1));
    if (asksForTensorFlow()) {
      manifest.getMainAttributes().putValue("Espalier-Backend", "tensorflow");
    }
    Files.createDirectories(folder);
    Path jar = folder.resolve(project.getFileName() + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Path root : List.of(classes, project.resolve("src/main/resources"))) {
        for (Path file : files(root, "")) {
          out.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
          out.write(Files.readAllBytes(file));
          out.closeEntry();
        }
      }
    }
    return jar;
  }

  private boolean asksForTensorFlow() throws IOException {
    return Files.readString(project.resolve("pom.xml"))
        .contains("<Espalier-Backend>tensorflow</Espalier-Backend>");
  }

  private static List<Path> javac(Path sources, Path target, String path) throws IOException {
    Files.createDirectories(target);
    List<Path> files = files(sources, ".java");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-cp",
            path,
            "-d",
            target.toString(),
            "-proc:none",
            "-parameters",
            "--release",
            "17",
            "-Xlint:all",
            "-Werror");
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as("%s", messages).isTrue();
    }
    return files.stream().map(sources::relativize).toList();
  }

  /** Returns Maven's class path: nas-api or nas-testkit with their dependencies. */
  private String libraries(boolean test) throws IOException {
    boolean data =
        Files.readString(project.resolve("pom.xml")).contains("<artifactId>nas-data</artifactId>");
    String names =
        "nas-api|jakarta\\.inject|jspecify|apiguardian"
            + (asksForTensorFlow() ? "|nas-tf-backend|tensorflow|ndarray|javacpp|protobuf" : "")
            + (data ? "|nas-data" : "")
            + (test ? "|nas-testkit|nas-problems|junit|opentest4j|assertj|byte-buddy" : "");
    return entries("[/\\\\](" + names + ")[^/\\\\]*([/\\\\]target[/\\\\]classes)?$");
  }

  private static String ownClasses() {
    return entries("nas-cli[/\\\\]target[/\\\\]test-classes$");
  }

  private static String entries(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> wanted.matcher(entry).find())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String className(Path source) {
    return source.toString().replaceAll("\\.java$", "").replace(File.separatorChar, '.');
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .toList();
    }
  }
}
