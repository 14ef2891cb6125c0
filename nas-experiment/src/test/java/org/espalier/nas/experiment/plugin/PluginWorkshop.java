package org.espalier.nas.experiment.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A builder of jars from Java sources, as the build of a plugin would create them. */
public final class PluginWorkshop {
  /** The class path: libraries that plugins may use, and one that they must not use. */
  private static final String CLASS_PATH =
      Pattern.compile(File.pathSeparator)
          .splitAsStream(System.getProperty("java.class.path"))
          .filter(
              entry ->
                  entry.matches(
                      ".*(nas-api|nas-engine|jakarta.inject|jspecify|apiguardian|guava|tensorflow|ndarray|javacpp).*"))
          .collect(Collectors.joining(File.pathSeparator));

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new TreeMap<>();
  private final Attributes attributes = new Attributes();
  private final List<Path> libraries = new ArrayList<>();

  /** Begins an empty jar. */
  public PluginWorkshop() {
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** Begins the jar of a plugin with a correct manifest and service file. */
  public static PluginWorkshop plugin(String pluginClass) {
    return new PluginWorkshop()
        .manifest("Espalier-Api-Version", "0.1")
        .file(PluginJar.SERVICE, pluginClass + "\n");
  }

  /** Adds an attribute to the manifest. */
  public PluginWorkshop manifest(String name, String value) {
    attributes.putValue(name, value);
    return this;
  }

  /** Adds a file unchanged. */
  public PluginWorkshop file(String name, String content) {
    entries.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds a source, which is compiled. */
  public PluginWorkshop source(String path, String code) {
    sources.put(path, code);
    return this;
  }

  /** Compiles against a jar without including it. */
  public PluginWorkshop against(Path jar) {
    libraries.add(jar);
    return this;
  }

  /** Compiles and writes the jar. */
  public Path write(Path jar) throws IOException {
    entries.putAll(compile());
    Files.createDirectories(jar.toAbsolutePath().getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putAll(attributes);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  /** Leaves a compiled class out. */
  public PluginWorkshop without(String entry) throws IOException {
    entries.putAll(compile());
    entries.remove(entry);
    sources.clear();
    return this;
  }

  /** Changes all classes to look as if they were compiled for another Java version. */
  public PluginWorkshop forJava(int feature) throws IOException {
    entries.putAll(compile());
    sources.clear();
    entries.forEach(
        (name, bytes) -> {
          if (name.endsWith(".class")) {
            bytes[7] = (byte) (44 + feature);
          }
        });
    return this;
  }

  private Map<String, byte[]> compile() throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    if (sources.isEmpty()) {
      return classes;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        ClassesInMemory files = new ClassesInMemory(standard)) {
      String path =
          libraries.stream()
                  .map(Path::toString)
                  .collect(Collectors.joining(File.pathSeparator, "", File.pathSeparator))
              + CLASS_PATH;
      List<JavaFileObject> units = new ArrayList<>();
      sources.forEach((name, code) -> units.add(new Source(name, code)));
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-cp", path, "-proc:none", "-parameters", "--release", "17"),
                  null,
                  units)
              .call();
      assertThat(compiled).as("%s", messages).isTrue();
      files.outputs.forEach(
          (name, bytes) -> classes.put(name.replace('.', '/') + ".class", bytes.toByteArray()));
    }
    return classes;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String path, String code) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }

  private static final class ClassesInMemory
      extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> outputs = new TreeMap<>();

    ClassesInMemory(StandardJavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
      assertThat(location).isEqualTo(StandardLocation.CLASS_OUTPUT);
      return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          outputs.put(name, bytes);
          return bytes;
        }
      };
    }
  }
}
