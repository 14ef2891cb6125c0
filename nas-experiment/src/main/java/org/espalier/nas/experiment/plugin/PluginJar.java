package org.espalier.nas.experiment.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.espalier.nas.api.plugin.ApiVersion;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.storage.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a jar, read without loading any of its classes.
 *
 * @param plugins classes that its service file names, or null if it has none
 * @param apiVersion version of the interfaces in its manifest, or null
 * @param backend backend that its manifest asks for, or null
 */
record PluginJar(
    @Nullable List<String> plugins, @Nullable String apiVersion, @Nullable String backend) {
  static final String BACKEND = "Espalier-Backend";
  static final String TENSORFLOW = "tensorflow";
  static final String SERVICE = "META-INF/services/" + NasPlugin.class.getName();

  /**
   * Reads a jar.
   *
   * @throws PluginRefusedException if it is not a jar
   */
  static PluginJar read(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
      ZipEntry service = jar.getEntry(SERVICE);
      return new PluginJar(
          service == null ? null : names(jar, service),
          attributes.getValue(ApiVersion.MANIFEST_ATTRIBUTE),
          attributes.getValue(BACKEND));
    } catch (IOException | SecurityException error) {
      throw new PluginRefusedException(
          "%s is not a readable jar (%s); build it again, or remove it."
              .formatted(file.getFileName(), IoReason.of(error)),
          error);
    }
  }

  private static List<String> names(JarFile jar, ZipEntry service) throws IOException {
    try (InputStream in = jar.getInputStream(service);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  /** Returns true if it has a service file. */
  boolean isPlugin() {
    return plugins != null;
  }

  /** Returns true if it states the version of the interfaces that it was built against. */
  boolean isMarked() {
    return apiVersion != null;
  }

  /**
   * Returns true if it asks for TensorFlow.
   *
   * @throws PluginRefusedException if it asks for an unknown backend
   */
  boolean asksForTensorFlow() {
    if (backend != null && !backend.equals(TENSORFLOW)) {
      throw new PluginRefusedException(
          "%s (%s) in its manifest must be %s.".formatted(BACKEND, backend, TENSORFLOW));
    }
    return backend != null;
  }

  /**
   * Returns the names of its plugins' classes.
   *
   * @throws PluginRefusedException if it names none
   */
  List<String> pluginClasses() {
    List<String> names = Optional.ofNullable(plugins).orElse(List.of());
    if (names.isEmpty()) {
      throw new PluginRefusedException(
          "%s names no class; write the name of the one that implements NasPlugin into it."
              .formatted(SERVICE));
    }
    return names;
  }

  /**
   * Checks that this program can run it.
   *
   * @throws PluginRefusedException if it cannot
   */
  void requireCompatible() {
    ApiVersion current = ApiVersion.current();
    String text = apiVersion;
    if (text == null) {
      throw new PluginRefusedException(
          "its manifest does not say which nas-api it was built against; add %s: %s if it is this one."
              .formatted(ApiVersion.MANIFEST_ATTRIBUTE, current));
    }
    ApiVersion built;
    try {
      built = ApiVersion.parse(text);
    } catch (IllegalArgumentException error) {
      throw new PluginRefusedException(
          "%s (%s) in its manifest is no version such as %s."
              .formatted(ApiVersion.MANIFEST_ATTRIBUTE, text, current),
          error);
    }
    if (!current.runs(built)) {
      throw new PluginRefusedException(
          "it was built against nas-api %s, and this is %s; build it against %s, or run it with the Espalier that it was built for."
              .formatted(built, current, current));
    }
  }
}
